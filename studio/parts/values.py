"""The values of an axis as a person writes them. Pure."""

import re
from collections.abc import Mapping
from typing import Any


class OutOfRange(ValueError):
    """A value that the model does not take.

    Attributes:
        value: As it was written.
    """

    def __init__(self, value: str) -> None:
        """Name it."""
        super().__init__(value)
        self.value = value


def numbers(text: str, rule: Mapping[str, Any]) -> tuple[int | float, ...]:
    """Return the numbers between commas or blanks, each once, in their order.

    Args:
        text: `2, 5 9`.
        rule: JSON Schema: `type` (`integer`, else any number), `minimum`, `maximum`.

    Raises:
        OutOfRange: one is no number of this rule.
    """
    return tuple(dict.fromkeys(_number(word, rule) for word in re.split(r"[\s,;]+", text) if word))


def lines(text: str) -> tuple[str, ...]:
    """Return what stands on lines of its own, each once, in their order."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _number(word: str, rule: Mapping[str, Any]) -> int | float:
    whole = rule.get("type") == "integer"
    if not re.fullmatch(r"-?\d{1,12}" if whole else r"-?\d{0,12}\.?\d{1,6}", word, re.ASCII):
        raise OutOfRange(word)
    value = float(word)
    if not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        raise OutOfRange(word)
    return int(value) if value.is_integer() else value
