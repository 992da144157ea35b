"""Phrases of the page `gallery`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Everything you made", "지금까지 만든 그림"),
}
