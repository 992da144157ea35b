"""Drag margins around a picture, for what shall be painted beyond its edges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from studio.components.declare import declare
from studio.components.preview import preview

_mount = declare("margins", scripts=("shelf",))

SIDES = ("left", "right", "up", "down")
WORDS = ("title", "ratios", "picture", "none", "size", *SIDES)
"""What it says; `size` holds `{width}` and `{height}`."""
RATIOS = ("1:1", "4:3", "3:4", "16:9", "9:16")


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels to add on each side, in the picture's own scale."""

    left: int = 0
    right: int = 0
    up: int = 0
    down: int = 0

    def __bool__(self) -> bool:
        return any(asdict(self).values())


def drag_margins(
    picture: bytes,
    *,
    image_id: str,
    key: str,
    most: Mapping[str, int],
    say: Callable[[str], str],
    ratios: Sequence[str] = RATIOS,
    tallest: int = 440,
) -> Margins:
    """Let a person draw the edges of a picture outwards, and return by how much.

    Args:
        picture: in any format that Pillow reads.
        image_id: the picture's name. Margins belong to it: they survive another page and a
            reload, and another picture begins with its own.
        key: of this frame in the session's state.
        most: the model's upper bound for each of `SIDES`; a side that is left out stays.
        say: gives the words of `WORDS`, asked for as `margins.<word>`.
        ratios: shapes to offer as buttons, each with the least margins that reach it.
        tallest: CSS pixels of the frame's height.
    """
    shown = preview(picture)
    said: Any = _mount(
        key=key,
        data={
            "image_id": image_id,
            "src": shown.src,
            "width": shown.width,
            "height": shown.height,
            "most": dict(most),
            "ratios": list(ratios),
            "labels": {word: say(f"margins.{word}") for word in WORDS},
            "tallest": tallest,
        },
        default={"margins": None},
        on_margins_change=_nothing,
    ).margins
    if not said or said["image_id"] != image_id:
        return Margins()
    return Margins(**{side: min(int(said[side]), most.get(side, 0)) for side in SIDES})


def _nothing() -> None:
    """Make `margins` a state that Streamlit keeps; the script's next run reads it."""
