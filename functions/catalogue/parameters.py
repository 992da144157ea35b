"""A model's own inference parameters: what each takes, in words and as a schema."""

from collections.abc import Iterator
from typing import Any, cast

from functions.catalogue.colors import Colors
from functions.catalogue.misfit import Misfit
from functions.domain.frozen import frozen
from functions.domain.prompt import is_blank


@frozen
class Number:
    """A numeric inference parameter with inclusive bounds."""

    name: str
    minimum: float
    maximum: float
    default: float | None
    description: str
    integer: bool = False
    unit: str = ""
    required: bool = False

    def misfits(self, value: Any) -> Iterator[Misfit]:
        """Yield what is wrong with `value`."""
        kinds = (int,) if self.integer else (int, float)
        fits = isinstance(value, kinds) and not isinstance(value, bool)
        if fits and self.minimum <= value <= self.maximum:
            return
        kind = "an integer, " if self.integer else ""
        usual = "" if self.default is None else f", default {self.default:g}"
        yield Misfit("", f"{kind}{self.minimum:g} to {self.maximum:g}{usual}")

    def takes(self) -> str:
        """Return what is accepted, for a person."""
        kind = "integer" if self.integer else "number"
        return f"{kind}, {self.minimum:g} to {self.maximum:g}"

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        unit = {"x-unit": self.unit} if self.unit else {}
        default = {} if self.default is None else {"default": self.default}
        return {
            "type": "integer" if self.integer else "number",
            "minimum": self.minimum,
            "maximum": self.maximum,
            **default,
            "description": self.description,
            **unit,
        }


@frozen
class Choice:
    """An inference parameter with a closed list of words; None default: not sent."""

    name: str
    options: tuple[str, ...]
    default: str | None
    description: str
    required: bool = False

    def misfits(self, value: Any) -> Iterator[Misfit]:
        """Yield what is wrong with `value`."""
        if value not in self.options:
            yield Misfit("", f"one of {', '.join(self.options)}")

    def takes(self) -> str:
        """Return what is accepted, for a person."""
        return ", ".join(f"`{option}`" for option in self.options)

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        default = {} if self.default is None else {"default": self.default}
        return {
            "type": "string",
            "enum": list(self.options),
            **default,
            "description": self.description,
        }


@frozen
class Words:
    """An inference parameter that is text: what to look for, and the like."""

    name: str
    limit: int
    description: str
    default: None = None
    required: bool = False

    def misfits(self, value: Any) -> Iterator[Misfit]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str) or is_blank(value) or len(value) > self.limit:
            yield Misfit("", f"text of 1 to {self.limit:,} characters, not blank")

    def takes(self) -> str:
        """Return what is accepted, for a person."""
        return f"text of 1 to {self.limit:,} characters"

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        return {
            "type": "string",
            "minLength": 1,
            "maxLength": self.limit,
            "description": self.description,
        }


@frozen
class WeightedPrompts:
    """Texts that count beside the prompt, whose own weight is 1.

    Attributes:
        name: As clients write it.
        most: Texts at most.
        limit: Characters of each.
        description: What it does.
        default: None: not sent.
    """

    name: str
    most: int
    limit: int
    description: str
    default: None = None
    required: bool = False

    def misfits(self, value: Any) -> Iterator[Misfit]:
        """Yield everything that is wrong with `value`, each at its place."""
        entries = cast("list[Any]", value) if isinstance(value, list) else []
        if not 1 <= len(entries) <= self.most:
            yield Misfit("", f"a list of 1 to {self.most} objects, each {_WEIGHTED}")
            return
        for number, each in enumerate(entries):
            yield from self._misfits_of(each, f"/{number}")

    def _misfits_of(self, each: Any, at: str) -> Iterator[Misfit]:
        entry = cast("dict[str, Any]", each) if isinstance(each, dict) else {}
        if set(entry) != {"text", "weight"}:
            yield Misfit(at, f"an object with text and weight, and no more: {_WEIGHTED}")
            return
        text, weight = entry["text"], entry["weight"]
        if not isinstance(text, str) or is_blank(text) or len(text) > self.limit:
            yield Misfit(f"{at}/text", f"text of 1 to {self.limit:,} characters, not blank")
        number = isinstance(weight, int | float) and not isinstance(weight, bool)
        if not number or not -1 <= weight <= 1:
            yield Misfit(f"{at}/weight", "-1 to 1; below 0 the text is avoided")

    def takes(self) -> str:
        """Return what is accepted, for a person."""
        return (
            f"1 to {self.most} objects: `text` of 1 to {self.limit:,} characters, "
            "`weight` from -1 to 1"
        )

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        text = {"type": "string", "minLength": 1, "maxLength": self.limit}
        return {
            "type": "array",
            "minItems": 1,
            "maxItems": self.most,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "weight"],
                "properties": {
                    "text": text,
                    "weight": {"type": "number", "minimum": -1, "maximum": 1},
                },
            },
            "description": self.description,
        }


_WEIGHTED = '{"text": "mist", "weight": -0.5}'

Parameter = Number | Choice | Words | WeightedPrompts | Colors
