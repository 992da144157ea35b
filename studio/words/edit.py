"""Phrases of the page `edit`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Change what is there, keep the rest", "있는 것은 그대로, 고칠 곳만 고쳐요"),
}
