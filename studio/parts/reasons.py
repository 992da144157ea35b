"""What the API says of a receipt's line, in the reader's language. Pure but for the language."""

import re
from functools import cache
from string import Formatter

from studio.words import DEFAULT, language, phrases, say_in

VALUES = {"name": r"\w+", "size": r"\d+x\d+", "format": r"\w+", "least": r"-?\d+", "task": r"\w+"}
"""What a brace may hold, where more would take one sentence for another."""


def reason(text: str) -> str:
    """Return a reason in the session's language."""
    return translated(text, language())


def translated(text: str, tongue: str) -> str:
    """Return a reason in a language; one that we do not know stays as the API says it."""
    if tongue == DEFAULT:
        return text
    whole = _known(text, tongue)
    if whole is not None:
        return whole
    parts = text.split("; ")
    return "; ".join(_known(part, tongue) or part for part in parts)


def _known(text: str, tongue: str) -> str | None:
    for name, form in _forms().items():
        if found := form.fullmatch(text):
            return say_in(tongue, f"reasons.{name}", **found.groupdict())
    return None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    return {name: _form(english) for name, (english, _) in phrases("reasons").items()}


def _form(english: str) -> re.Pattern[str]:
    """Return a pattern of a sentence; no value in it goes on beyond a semicolon."""
    parts = [
        re.escape(text) + (f"(?P<{field}>{VALUES.get(field, '[^;]+')})" if field else "")
        for text, field, _, _ in Formatter().parse(english)
    ]
    return re.compile("".join(parts))
