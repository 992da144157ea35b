"""Phrases of the page `compare`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("One change at a time, side by side", "하나씩 바꿔서, 나란히 놓고 봐요"),
}
