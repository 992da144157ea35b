"""Phrases of the page `learn`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("How a picture comes to be", "그림은 이렇게 만들어져요"),
}
