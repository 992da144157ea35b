"""Reading a prompt: which words stand in it, and how much each counts.

Weights are written as the lab teaches them: each pair of parentheses strengthens
by a tenth, each pair of square brackets weakens by a tenth, `(word:0.5)` says it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from emulator.commission import Wish

_TOKEN = re.compile(r"\\[()\[\]]|:\s*(-?\d+(?:\.\d+)?)\s*\)|[()\[\]]|[^()\[\]:\\]+|.", re.S)
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]{1,60})[\"“”»]|[「『]([^」』]{1,60})[」』]")
STRONGER, WEAKER = 1.1, 0.9
FAINT = 0.35
"""A word that weighs less than this is left out."""


@dataclass(frozen=True, slots=True)
class Text:
    """Prompts read as one lower-case text with a weight for every letter."""

    letters: str
    weights: tuple[float, ...]

    def find(self, pattern: re.Pattern[str]) -> tuple[int, float] | None:
        """Return where a pattern first stands and its greatest weight, if it does."""
        found = list(pattern.finditer(self.letters))
        if not found:
            return None
        return found[0].start(), max(self.weights[match.start()] for match in found)


def wished(wishes: Sequence[Wish]) -> Text:
    """Read what is wished for; words to be drawn are not words to be read."""
    return _joined([wish for wish in wishes if wish.weight > 0])


def banned(wishes: Sequence[Wish]) -> Text:
    """Read what is to be avoided."""
    return _joined([Wish(wish.text, -wish.weight) for wish in wishes if wish.weight < 0])


def quoted(wishes: Sequence[Wish]) -> str | None:
    """Return the first text in quotes: what a sign in the picture should say."""
    for wish in wishes:
        found = _QUOTED.search(wish.text) if wish.weight > 0 else None
        if found:
            return (found[1] or found[2]).strip() or None
    return None


def _joined(wishes: Sequence[Wish]) -> Text:
    letters: list[str] = []
    weights: list[float] = []
    for wish in wishes:
        for piece, weight in emphasised(_QUOTED.sub(" ", wish.text)):
            letters.append(piece.lower())
            weights += [weight * wish.weight] * len(letters[-1])
        letters.append(" . ")
        weights += [0.0] * 3
    return Text("".join(letters), tuple(weights))


def emphasised(text: str) -> list[tuple[str, float]]:
    """Split a prompt at its parentheses and brackets; unbalanced ones are forgiven."""
    pieces: list[tuple[str, float]] = []
    opened: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "([":
            opened.append((word, len(pieces)))
        elif opened and (word in ")]" or token[1]):
            bracket, start = opened.pop()
            factor = STRONGER if bracket == "(" else WEAKER
            factor = float(token[1]) if token[1] else factor
            pieces[start:] = [(piece, weight * factor) for piece, weight in pieces[start:]]
        else:
            pieces.append((word, 1.0))
    return pieces
