"""A model's own inference parameters: what each takes, in words and as a schema."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric inference parameter with inclusive bounds."""

    name: str
    minimum: float
    maximum: float
    default: float
    description: str
    integer: bool = False
    unit: str = ""

    def fault(self, value: Any) -> str | None:
        """Return what is accepted when `value` is not, else None."""
        kinds = (int,) if self.integer else (int, float)
        fits = isinstance(value, kinds) and not isinstance(value, bool)
        if fits and self.minimum <= value <= self.maximum:
            return None
        kind = "an integer, " if self.integer else ""
        return f"{kind}{self.minimum:g} to {self.maximum:g}, default {self.default:g}"

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        unit = {"x-unit": self.unit} if self.unit else {}
        return {
            "type": "integer" if self.integer else "number",
            "minimum": self.minimum,
            "maximum": self.maximum,
            "default": self.default,
            "description": self.description,
            **unit,
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """An inference parameter with a closed list of words; None default: not sent."""

    name: str
    options: tuple[str, ...]
    default: str | None
    description: str

    def fault(self, value: Any) -> str | None:
        """Return what is accepted when `value` is not, else None."""
        return None if value in self.options else f"one of {', '.join(self.options)}"

    def schema(self) -> dict[str, Any]:
        """Return the parameter's JSON Schema."""
        default = {} if self.default is None else {"default": self.default}
        return {
            "type": "string",
            "enum": list(self.options),
            **default,
            "description": self.description,
        }


Parameter = Number | Choice
