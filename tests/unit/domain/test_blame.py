"""Every way in which an image can end without a picture has somebody to blame."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from functions.domain.blame import BY_CODE, BY_LAST_CALL, LATE, Blame, blame
from functions.domain.errors import BudgetExhausted
from functions.domain.image import Image
from functions.domain.outcome import RULES, Outcome
from functions.domain.request import DEADLINE
from tests.samples import NOW, an_attempt, an_image

FUNCTIONS = Path(__file__).parents[3] / "functions"
GO_ON = {"later", "again", "once_more"}


def codes_in_code() -> Iterator[str]:
    """Yield every code that the use cases and the domain end an image with."""
    for file in FUNCTIONS.glob("*/*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = name or (node.func.id if isinstance(node.func, ast.Name) else "")
            place = {"failed": 1, "Problem": 0}.get(name)
            if place is not None and len(node.args) > place:
                yield from _codes(node.args[place])


def _codes(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.Attribute):
        yield BudgetExhausted.code


def test_the_search_finds_the_codes_that_are_written_out() -> None:
    assert {"filtered", "model_unreadable", LATE, "budget_exhausted"} <= set(codes_in_code())


def test_every_code_that_can_occur_is_blamed_on_somebody() -> None:
    failing = {f"model_{outcome}" for outcome, rule in RULES.items() if rule.then == "fail"}
    spent = {f"model_{outcome}" for outcome, rule in RULES.items() if rule.then == "again"}
    occur = {*codes_in_code(), *failing, *spent, "outcome_unknown"} - {LATE}

    assert occur == set(BY_CODE)


def test_a_late_image_is_blamed_by_every_outcome_that_lets_it_come_back() -> None:
    assert set(BY_LAST_CALL) == {name for name, rule in RULES.items() if rule.then in GO_ON}


def ended(code: str, last: Outcome | None = None, **changes: object) -> Image:
    image = an_image(attempts=(an_attempt(last),) if last else (), **changes)
    return image.late(NOW) if code == LATE else image.failed(NOW, code, "words")


@pytest.mark.parametrize(
    ("image", "who"),
    [
        (an_image().canceled(NOW), "client"),
        (an_image().failed(NOW, "model_refused", "x").erase(), "client"),
        (an_image().filtered(NOW, "reason"), "filter"),
        (ended(LATE, "throttled"), "throttle"),
        (ended(LATE, "interrupted"), "model"),
        (ended("outcome_unknown", "interrupted"), "model"),
        (ended("model_unreadable", "unreadable"), "model"),
        (ended("model_refused", "refused"), "ours"),
        (ended(LATE, "not_sent"), "ours"),
        (ended(LATE), "ours"),
        (ended(LATE, deadline_at=NOW + DEADLINE - timedelta(seconds=1)), "client"),
        (ended("a_code_of_tomorrow"), "ours"),
    ],
)
def test_is_to_blame(image: Image, who: Blame) -> None:
    assert blame(image) == who


def test_nobody_else_is_ever_to_blame() -> None:
    assert set(BY_CODE.values()) | set(BY_LAST_CALL.values()) | {"client"} == set(get_args(Blame))
