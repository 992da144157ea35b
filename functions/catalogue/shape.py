"""From `size` or `aspect_ratio` to pixels that the model has, exactly or near."""

from fractions import Fraction

from functions.catalogue.grid import Size
from functions.catalogue.spec import Canvas
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest


@frozen
class Shape:
    """The size that will be asked for, and its line in the receipt."""

    width: int
    height: int
    ratio: str | None
    line: ReceiptLine

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self.width, self.height


def shape(request: GenerationRequest, canvas: Canvas) -> Shape | Fault:
    """Return the size to ask for, or what is wrong with the one that was asked.

    An exact entry of the model's table is applied. Anything else is refused
    with the nearest entry named, or approximated where the client allowed it.
    """
    if request.size and request.aspect_ratio:
        return Fault("/aspect_ratio", "conflict", "send either size or aspect_ratio, not both")
    if request.size:
        return _by_size(request.size, canvas, approximate=request.approximate)
    if request.aspect_ratio:
        return _by_ratio(request.aspect_ratio, canvas, approximate=request.approximate)
    used = canvas.sizes[0]
    name = "aspect_ratio" if canvas.asked_by_ratio else "size"
    reason = "the model's default"
    line = ReceiptLine(name, None, _word(used, canvas), "defaulted", reason)
    return Shape(*used, canvas.ratio_of(used), line)


def of_picture(request: GenerationRequest, size: tuple[int, int] | None) -> Shape | Fault | None:
    """Return the size that follows from the image that goes in, None while it is unknown."""
    asked = "size" if request.size else "aspect_ratio"
    if request.size or request.aspect_ratio:
        detail = f"the result of {request.task} follows from the image; leave {asked} out"
        return Fault(f"/{asked}", "unsupported", detail)
    if size is None:
        return None
    line = ReceiptLine("size", None, _pixels(size), "defaulted", "follows from the image")
    return Shape(*size, None, line)


def _by_size(size: tuple[int, int], canvas: Canvas, *, approximate: bool) -> Shape | Fault:
    asked = _pixels(size)
    if min(size) < 1:
        return Fault("/size", "malformed", "width and height in pixels, such as 1024x1024")
    if canvas.holds(size):
        line = ReceiptLine("size", asked, asked, "applied")
        return Shape(*size, canvas.ratio_of(size), line)
    near = canvas.nearest(Fraction(*size), size[0] * size[1])
    if approximate:
        line = ReceiptLine("size", asked, _pixels(near), "approximated", "the nearest shape")
        return Shape(*near, canvas.ratio_of(near), line)
    known = canvas.grid or f"one of {', '.join(_pixels(each) for each in canvas.sizes)}"
    return Fault(
        "/size",
        "unsupported",
        f'the nearest is {_pixels(near)}; {known}, or send "approximate": true',
    )


def _by_ratio(ratio: str, canvas: Canvas, *, approximate: bool) -> Shape | Fault:
    asked = _fraction(ratio)
    if size := canvas.at(ratio, asked):
        line = ReceiptLine("aspect_ratio", ratio, ratio, "applied")
        return Shape(*size, ratio, line)
    if asked is None:
        return Fault("/aspect_ratio", "malformed", "two whole numbers such as 16:9")
    near = canvas.nearest(asked)
    word = canvas.ratio_of(near) or _pixels(near)
    if approximate:
        line = ReceiptLine("aspect_ratio", ratio, word, "approximated", "the nearest shape")
        return Shape(*near, canvas.ratio_of(near), line)
    known = canvas.grid or f"one of {', '.join(canvas.ratios)}"
    detail = f'the nearest is {word}; {known}, or send "approximate": true'
    return Fault("/aspect_ratio", "unsupported", detail)


def _fraction(ratio: str) -> Fraction | None:
    wide, colon, high = ratio.partition(":")
    whole = colon and all(part.isascii() and part.isdigit() for part in (wide, high))
    if not whole or len(ratio) > 11 or int(wide) == 0 or int(high) == 0:
        return None
    return Fraction(int(wide), int(high))


def _word(size: tuple[int, int], canvas: Canvas) -> str:
    ratio = canvas.ratio_of(size) if canvas.asked_by_ratio else None
    return ratio or _pixels(size)


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"
