"""An inscription as JSON: exact, and distrusted when it is read."""

import json
import math
import re
from collections.abc import Iterable
from typing import Any, cast

from functions.domain.inscription import Inscription

LONGEST = 1 << 18
"""Characters of a text that are read at most; our longest has about 0.15 M."""

LARGEST_SEED = 2**64

_WORDS = ("prompt", "task", "model", "negative_prompt", "aspect_ratio", "image", "software")
_NUMBERS = {"seed": LARGEST_SEED, "width": 2**31, "height": 2**31}
_UNSPEAKABLE = "[\ud800-\udfff\ufffe\uffff]"
"""Neither UTF-8 nor XML can say these; JSON can, by their numbers."""


def write(inscription: Inscription) -> str:
    """Return an inscription as JSON in one line, without what is not said."""
    known = {name: getattr(inscription, name) for name in (*_WORDS, *_NUMBERS)}
    said = {name: value for name, value in known.items() if value is not None}
    said["parameters"] = dict(inscription.parameters)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=str)
    return re.sub(_UNSPEAKABLE, lambda found: f"\\u{ord(found[0]):04x}", text)


def read(text: str) -> Inscription | None:
    """Return what `write` wrote, None for anything that it would not have written."""
    if len(text) > LONGEST:
        return None
    try:
        said = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        json.dumps(said, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return _checked(cast("dict[str, Any]", said)) if isinstance(said, dict) else None


def _checked(said: dict[str, Any]) -> Inscription | None:
    words = {name: said.get(name) for name in _WORDS}
    numbers = {name: said.get(name) for name in _NUMBERS}
    parameters = said.get("parameters", {})
    sound = (
        isinstance(words["prompt"], str)
        and all(value is None or isinstance(value, str) for value in words.values())
        and all(_fits(numbers[name], most) for name, most in _NUMBERS.items())
        and isinstance(parameters, dict)
        and _shallow(parameters)
    )
    return (
        Inscription(**cast("Any", {**words, **numbers, "parameters": parameters}))
        if sound
        else None
    )


def _fits(value: Any, most: int) -> bool:
    return value is None or (type(value) is int and 0 <= value < most)


def _shallow(value: Any, room: int = 4) -> bool:
    """Whether a value nests no deeper than any parameter of a model does."""
    inner: Iterable[Any] = ()
    if isinstance(value, dict):
        inner = cast("dict[str, Any]", value).values()
    elif isinstance(value, list):
        inner = cast("list[Any]", value)
    else:
        return True
    return room > 0 and all(_shallow(each, room - 1) for each in inner)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:20]} is no finite number")
    return number


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not a JSON value")
