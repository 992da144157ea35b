"""What a whole prompt says too much of, or twice, or against itself."""

import re
from collections.abc import Iterator
from itertools import combinations

from functions.catalogue.lint.clashes import CLASHES, Clash
from functions.catalogue.lint.pieces import Piece
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.caution import Caution
from functions.domain.request import GenerationRequest

TOKEN = re.compile(r"[^\W\d_]+|\d|[^\w\s]+|_")
"""How CLIP cuts a text before it looks its pieces up: words, digits, and the rest.
https://github.com/openai/CLIP/blob/main/clip/simple_tokenizer.py checked 2026-11-22."""

LETTERS_OF_A_TOKEN = 10
HOW = (
    "one for each word of up to ten letters, digit and punctuation mark, two for each letter that "
    "is not Latin"
)
WHOLE = (
    r"(?i)^\W*(?:(?:an?|in|with|as|the)\s+)*(?:{})"
    r"(?:\s*(?:style|painting|photo\w*|palette|look|drawing|picture|image|풍|스타일|톤))*\W*$"
)


def too_long(request: GenerationRequest, spec: ModelSpec, task: Task) -> Iterator[Caution]:
    """Find texts beyond the model's limit, or beyond what it gives weight to."""
    prompt = request.prompt.compose()
    for place, text, limit in (
        ("/prompt", prompt, task.prompt_limit),
        ("/negative_prompt", request.negative_prompt or "", task.negative_prompt_limit),
    ):
        if len(text) > limit > 0:
            detail = f"{spec.name} takes {limit:,} characters and refuses these {len(text):,}."
            yield Caution("too_long", place, f"{detail} Shorten it.")
    window = spec.reads.tokens
    if window and (cut := _beyond(prompt, window)) is not None:
        detail = (
            f"About {_tokens(prompt)} tokens, of which {spec.name} gives weight to the first "
            f"{window}: move what matters forward or shorten it. An estimate: {HOW}."
        )
        yield Caution("too_long", "/prompt", detail, (prompt[cut : cut + 60].strip(),))


def contradictions(segments: list[Piece]) -> Iterator[Caution]:
    """Find two segments that ask for what no picture can be both."""
    for clash in CLASHES:
        first: dict[str, tuple[Piece, str]] = {}
        for piece in segments:
            for term, words in _terms(clash, piece):
                first.setdefault(term, (piece, words))
        for (one, (_, words)), (other, (piece, more)) in combinations(first.items(), 2):
            if clash.between(one, other):
                detail = f"{one} and {other} contradict each other about {clash.about}: keep one."
                yield Caution("contradictory_parts", piece.pointer, detail, (words, more))
                break


def repetitions(segments: list[Piece]) -> Iterator[Caution]:
    """Find what is said twice in the same words."""
    known: set[str] = set()
    for piece in segments:
        words = " ".join(piece.text.casefold().split())
        if words in known and any(map(str.isalpha, words)):
            detail = "Said twice; once is enough, and what comes first counts most."
            yield Caution("repeated_words", piece.pointer, detail, (words[:60],))
        known.add(words)


def empty_details(request: GenerationRequest) -> Iterator[Caution]:
    """Find details that say nothing."""
    for number, detail in enumerate(request.prompt.details):
        if not detail.strip():
            yield Caution("empty_detail", f"/prompt/details/{number}", "It is empty: leave it out.")


def _terms(clash: Clash, piece: Piece) -> list[tuple[str, str]]:
    """Return the one term of a clash that a piece speaks of, with its words.

    A piece that has two of them (`from day to night`) means both.
    """
    if piece.role == "scene" and not clash.in_scene:
        return []
    whole = piece.role == "detail" and not clash.in_scene
    found = [
        (name, match[0].strip(" \x00"))
        for name, pattern in clash.terms
        if (match := re.search(WHOLE.format(pattern.pattern.removeprefix("(?i)")), piece.text)
            if whole else pattern.search(piece.text))
    ]  # fmt: skip
    return found if len(found) == 1 else []


def _tokens(text: str) -> int:
    return sum(_cost(match[0]) for match in TOKEN.finditer(text))


def _beyond(text: str, window: int) -> int | None:
    """Return where the text begins that lies beyond a window of tokens."""
    spent = 0
    for match in TOKEN.finditer(text):
        spent += _cost(match[0])
        if spent > window:
            return match.start()
    return None


def _cost(piece: str) -> int:
    if not piece[0].isalpha():
        return 1
    return 1 + (len(piece) - 1) // LETTERS_OF_A_TOKEN if piece.isascii() else 2 * len(piece)
