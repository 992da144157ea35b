"""Every reason that a receipt can give is said in Korean too; found in the API's own source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import functions
from functions.catalogue.counterparts import COUNTERPARTS, Counterpart
from studio import words
from studio.parts.reasons import VALUES, translated

SOURCE = Path(functions.__file__).parent
FILES = [*SOURCE.glob("catalogue/*.py"), *SOURCE.glob("http/openai/*.py")]
TELLERS = {"ReceiptLine", "_line", "_note", "_leave_out"}
"""What is called by functions that write lines."""

OTHERS = {"reason", "_done", "called", "ended"}
"""Functions that make reasons for those."""

LEFT = {
    "7 takes 7",  # what a parameter takes: the API's own English, another for each
    "7 repaint",  # in two parts, whose whole is known
    "in the prompt: 7",
    "strength 7",
    "7, 7",
    "an unconfirmed day",
    " or ",
    "one of 7",  # of refusals, from here on
    'send {"upload_id": …}, {"image_id": …} or {"data": base64}',
    "the picture was not looked at",
}
"""What stands beside reasons, or is knowingly left in English."""

SAID = words.phrases("reasons")
SAMPLES = dict.fromkeys(VALUES, "7") | {"size": "7x7"}


def filled(text: str) -> str:
    """Return a sentence with a value in each brace."""
    return text.format_map(Sevens(SAMPLES))


class Sevens(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "7"


def tellers(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            called = {
                each.func.id if isinstance(each.func, ast.Name) else each.func.attr
                for each in ast.walk(node)
                if isinstance(each, ast.Call) and isinstance(each.func, ast.Name | ast.Attribute)
            }
            keyed = any(
                isinstance(each, ast.keyword) and each.arg == "reason" for each in ast.walk(node)
            )
            if keyed or called & TELLERS or node.name in OTHERS:
                yield node


def texts(node: ast.AST) -> Iterator[str]:
    """Return the sentences below a node, a 7 for each value; refusals are none of them."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="Fault")):
            return
        case ast.Assign(targets=[ast.Name(id="detail" | "place")]):
            return
        case ast.Call(func=ast.Attribute(attr="_refuse" | "admit")):
            return
        case ast.JoinedStr(values=parts):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in parts)
        case ast.Constant(value=str(text)):
            yield text.replace("{}", "7")
        case _:
            for child in ast.iter_child_nodes(node):
                yield from texts(child)


GIVEN = {
    (file.stem, teller.name, text)
    for file in FILES
    for teller in tellers(ast.parse(file.read_text("utf-8")))
    for text in texts(teller)
    if " " in text and any(each.isalpha() for each in text)
}


def test_the_source_was_read() -> None:
    told = {text for _, _, text in GIVEN}

    assert {"the model's default", "white repaints", "the nearest that 7 has"} <= told


@pytest.mark.parametrize(("file", "teller", "text"), sorted(GIVEN))
def test_a_reason_of_the_api_has_its_phrase(file: str, teller: str, text: str) -> None:
    sentences = [filled(english).replace("7x7", "7") for english, _ in SAID.values()]
    known = any(text.replace("7x7", "7").replace("7,7", "7") in each for each in sentences)

    assert known or text in LEFT, f"{file}.{teller} says what studio/words/reasons.py does not"


@pytest.mark.parametrize("name", SAID)
def test_a_reason_is_found_by_its_own_words_and_by_no_other(name: str) -> None:
    english, korean = SAID[name]

    assert translated(filled(english), "ko") == filled(korean)
    assert translated(filled(english), "en") == filled(english)


@pytest.mark.parametrize(
    "why",
    [
        way.inexact
        for family in COUNTERPARTS.values()
        for ways in family.values()
        for way in ways
        if isinstance(way, Counterpart) and way.inexact
    ],
)
def test_why_a_task_is_not_quite_the_one_that_was_asked_is_said_too(why: str) -> None:
    said = translated(f"Stable Image Ultra does image_to_image: {why}", "ko")

    assert "비슷할 뿐" in said


def test_each_of_several_reasons_is_said_and_an_unknown_one_stays() -> None:
    told = "cut to 512x512 from 0,10; something new; written as webp"

    assert (
        translated(told, "ko")
        == "0,10 위치에서 512x512로 잘랐어요; something new; webp로 저장했어요"
    )
