"""Compare a picture with what became of it, by one line to drag."""

from collections.abc import Callable
from dataclasses import dataclass

from studio.components.declare import declare
from studio.components.preview import Preview, preview

_mount = declare("slider")

WORDS = ("before", "after", "handle", "value")
"""What it says; `value` holds `{percent}`, how much of the width still shows the first."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the first picture lies in the second, in the second's pixels, unscaled."""

    left: int
    top: int


def compare(
    before: bytes,
    after: bytes,
    *,
    key: str,
    say: Callable[[str], str],
    placed: Placement | None = None,
    tallest: int = 640,
) -> None:
    """Show two pictures in one frame, the first left of the line, the second right of it.

    The frame has the second's shape. A first picture of another shape is shown whole in
    its middle; one that was continued beyond its edges lies where `placed` says.

    Args:
        before: the picture that went in.
        after: the picture that came out, of any size.
        key: of this slider on the page.
        say: gives the words of `WORDS`, asked for as `slider.<word>`.
        placed: where the first lies in the second, if that is larger by added margins.
        tallest: CSS pixels that the frame may be high.
    """
    first, second = preview(before), preview(after)
    _mount(
        key=key,
        data={
            "before": {"src": first.src},
            "after": {"src": second.src, "width": second.width, "height": second.height},
            "place": rectangle(first, second, placed),
            "grown": placed is not None,
            "labels": {word: say(f"slider.{word}") for word in WORDS},
            "tallest": tallest,
        },
    )


def rectangle(first: Preview, second: Preview, placed: Placement | None) -> dict[str, float]:
    """Return the first picture's rectangle in the second's pixels."""
    if placed:
        scale, left, top = 1.0, float(placed.left), float(placed.top)
    else:
        scale = min(second.width / first.width, second.height / first.height)
        left = (second.width - first.width * scale) / 2
        top = (second.height - first.height * scale) / 2
    size = {"width": first.width * scale, "height": first.height * scale}
    return {"left": left, "top": top} | size
