"""What one piece of a prompt says that a model does not honour."""

import re
from collections.abc import Iterable, Iterator

from functions.catalogue.lint.pieces import Piece
from functions.catalogue.lint.words import (
    IDIOMS_KOREAN,
    LETTERING,
    LETTERING_KOREAN,
    NEGATION,
    NEGATION_KOREAN,
    SCRIPTS,
    WEIGHTS,
)
from functions.catalogue.reading import Reading
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.caution import Caution

LANGUAGES = {"en": "English", "ko": "Korean", "ja": "Japanese", "zh": "Chinese"}
UNREAD_SHARE = 0.3
"""Share of letters from which a piece counts as written in another script."""


def negation(piece: Piece, spec: ModelSpec, task: Task) -> Iterator[Caution]:
    """Find what is denied: a model paints the words that it reads, denied or not."""
    found = [match[0] for match in NEGATION.finditer(piece.text)]
    found += [match[0] for match in NEGATION_KOREAN.finditer(piece.text) if not _idiom(match[0])]
    if not found:
        return
    instead = (
        "name it in negative_prompt"
        if task.negative_prompt_limit
        else f"say what is there instead, for {spec.name} takes no negative prompt"
    )
    detail = (
        f"A model tends to paint what it reads, denied or not: leave it out here and {instead}."
    )
    yield Caution("negation", piece.pointer, detail, _words(found))


def weights(piece: Piece, spec: ModelSpec) -> Iterator[Caution]:
    """Find words that are weighed in a way that the model does not read."""
    reads = spec.reads
    found = [match[0] for match in WEIGHTS["colon"].finditer(piece.text)]
    unread = [each for each in found if "colon" not in reads.weight_forms or _heavy(each, reads)]
    for form in ("parentheses", "brackets"):
        if form not in reads.weight_forms:
            unread += [match[0] for match in WEIGHTS[form].finditer(piece.text)]
    if unread:
        takes = (
            f"weights as (word:1.3), from 0 to {reads.heaviest:g}"
            if "colon" in reads.weight_forms
            else "no weights; put what matters first, and say more of it"
        )
        detail = f"{spec.name} reads {takes}."
        yield Caution("unsupported_weights", piece.pointer, detail, _words(unread))


def lettering(piece: Piece) -> Iterator[Caution]:
    """Find text that is to be drawn and does not stand in double quotes."""
    found = [match[0] for match in LETTERING.finditer(piece.text)]
    if "\x00" not in piece.text:
        found += [match[0] for match in LETTERING_KOREAN.finditer(piece.text)]
    if found:
        detail = 'Put the text that is to be drawn into double quotes: a sign that says "open".'
        yield Caution("unquoted_text", piece.pointer, detail, _words(found))


def language(piece: Piece, spec: ModelSpec) -> Iterator[Caution]:
    """Find a piece that is written in letters of a language that the model does not read."""
    spans = [span for code in spec.reads.languages for span in SCRIPTS[code]]
    letters = [letter for letter in piece.text if letter.isalpha()]
    strange = {x for x in set(letters) if not any(a <= x <= z for a, z in spans)}
    share = sum(letter in strange for letter in letters) / len(letters) if letters else 0
    if share < UNREAD_SHARE:
        return
    known = " and ".join(LANGUAGES[code] for code in spec.reads.languages)
    found = [word for word in re.findall(r"\w+", piece.text) if strange & set(word)]
    note = f" ({spec.reads.note})" if spec.reads.note else ""
    detail = f"{spec.name} reads {known}{note}: write this in {known}."
    yield Caution("unread_language", piece.pointer, detail, _words(found))


def _heavy(weighed: str, reads: Reading) -> bool:
    return float(weighed.rpartition(":")[2].strip(" )")) > reads.heaviest


def _idiom(words: str) -> bool:
    stem = re.split(r"\s|없|[이가]?아닌", words, maxsplit=1)[0]
    return stem in IDIOMS_KOREAN


def _words(found: Iterable[str]) -> tuple[str, ...]:
    each = dict.fromkeys(" ".join(words.replace("\x00", "").split())[:60] for words in found)
    return tuple(each)[:5]
