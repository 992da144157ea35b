"""What a task's parameters come to, before the configuration makes pictures of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from emulator.commission import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One task, read.

    Attributes:
        job: What is done, in the commission's words.
        wishes: The texts; a task without any may still be one.
        materials: The pictures that came along, by their part in the job.
        options: The job's own numbers and words; one that is None was not given.
        preset: A style by its name on the wire.
        size: The result's width and height; None where the configuration says it.
        mask_paint: The colour that is repainted in the mask that the reply shows,
            `black` or `white`; None where it shows none.
    """

    job: str
    wishes: tuple[Wish, ...] = ()
    materials: Mapping[str, bytes] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    preset: str | None = None
    size: tuple[int, int] | None = None
    mask_paint: str | None = None


def wishes_of(parameters: Mapping[str, Any]) -> tuple[Wish, ...]:
    """Read a task's `text` and `negativeText`."""
    asked = (("text", 1.0), ("negativeText", -1.0))
    return tuple(Wish(parameters[name], weight) for name, weight in asked if name in parameters)
