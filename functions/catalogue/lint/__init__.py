"""The lint: what a model will probably not honour in a prompt. Never an error.

Pure; the words are tables in `words` and `clashes`, what a model reads is in its row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from functions.catalogue.lint import piece_checks, prompt_checks
from functions.catalogue.lint.pieces import Piece, parts, segments
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.caution import Caution
from functions.domain.prompt import Prompt
from functions.domain.sweep import Cell, within


def lint(cells: Iterable[Cell], spec: ModelSpec, task: Task) -> list[Caution]:
    """Return the warnings of all cells, each once, at the place that the client wrote."""
    found: dict[Caution, None] = {}
    texts: set[tuple[Prompt, str | None]] = set()
    judged: set[tuple[str, str]] = set()
    for cell in cells:
        text = (cell.request.prompt, cell.request.negative_prompt)
        if text in texts:
            continue
        texts.add(text)
        for caution in _of_cell(cell, spec, task, judged):
            found.setdefault(replace(caution, pointer=within(caution.pointer, cell)))
    return list(found)


def _of_cell(
    cell: Cell, spec: ModelSpec, task: Task, judged: set[tuple[str, str]]
) -> Iterator[Caution]:
    request = cell.request
    pieces = parts(request.prompt)
    negative = Piece("/negative_prompt", request.negative_prompt or "", "scene")
    yield from prompt_checks.too_long(request, spec, task)
    for piece in (*pieces, negative):
        key = (within(piece.pointer, cell), piece.text)
        if key not in judged:
            judged.add(key)
            yield from _of_piece(piece, spec, task, positive=piece is not negative)
    cut = segments(pieces)
    yield from prompt_checks.contradictions(cut)
    yield from prompt_checks.repetitions(cut)
    yield from prompt_checks.empty_details(request)


def _of_piece(piece: Piece, spec: ModelSpec, task: Task, *, positive: bool) -> Iterator[Caution]:
    if positive:
        yield from piece_checks.negation(piece, spec, task)
        yield from piece_checks.lettering(piece)
    yield from piece_checks.weights(piece, spec)
    yield from piece_checks.language(piece, spec)
