"""Phrases of the page `usage`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("What you spent, and what is left", "얼마를 썼고, 얼마가 남았는지"),
}
