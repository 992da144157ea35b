"""Colours as a parameter: a palette in hexadecimal words."""

import re
from collections.abc import Iterator
from typing import Any, cast

from functions.catalogue.misfit import Misfit
from functions.domain.frozen import frozen

COLOR = "^#[0-9A-Fa-f]{6}$"
EXAMPLE = '["#FF8080", "#20B2AA"]'


@frozen
class Colors:
    """An inference parameter that is a list of colours, such as `#FF8080`.

    Attributes:
        name: As clients write it.
        most: Colours at most.
        description: What it does.
        default: None: not sent.
        required: Whether the task cannot do without it.
    """

    name: str
    most: int
    description: str
    default: None = None
    required: bool = False

    def misfits(self, value: Any) -> Iterator[Misfit]:
        """Yield everything that is wrong with `value`, each at its place."""
        colors = cast("list[Any]", value) if isinstance(value, list) else []
        if not 1 <= len(colors) <= self.most:
            yield Misfit("", f"{self.takes()}, such as {EXAMPLE}")
            return
        for number, color in enumerate(colors):
            if not isinstance(color, str) or not re.fullmatch(COLOR, color):
                yield Misfit(f"/{number}", "red, green and blue in hexadecimal, such as #FF8080")

    def takes(self) -> str:
        """Return what is accepted, for a person."""
        return f"a list of 1 to {self.most} colours `#RRGGBB`"

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        return {
            "type": "array",
            "minItems": 1,
            "maxItems": self.most,
            "items": {"type": "string", "pattern": COLOR},
            "description": self.description,
        }
