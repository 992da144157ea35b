"""Pictures as they go along with a call, and as they are kept with its generation."""

from dataclasses import field
from typing import Literal

from functions.domain.frozen import frozen
from functions.domain.source import Source


@frozen
class Fitting:
    """From a picture's upright pixels to those that a model gets: cut, scaled, laid down.

    Attributes:
        crop: Left, top, width and height of what is kept, in source pixels.
        scale: Width and height that it is scaled to.
        canvas: Width and height of the result.
        offset: Left and top of the scaled picture on the canvas.
    """

    crop: tuple[int, int, int, int]
    scale: tuple[int, int]
    canvas: tuple[int, int]
    offset: tuple[int, int] = (0, 0)


@frozen
class MaskForm:
    """How a picture becomes a mask on the wire.

    Inside of Easel white repaints; this is where a family's own meaning comes in.

    Attributes:
        repaints: The colour that repaints on the wire.
        by_alpha: Whether its transparent pixels are meant, not its light ones.
        sharp: Whether it is brought to pure black and white.
    """

    repaints: Literal["white", "black"] = "white"
    by_alpha: bool = False
    sharp: bool = False


@frozen
class Input:
    """A picture that goes along with a call, and how it is made ready for it.

    Attributes:
        file: The part under which its file is kept with the generation.
        sha256: Of that file.
        width: Pixels that the model gets.
        height: Pixels that the model gets.
        format: The format that the model gets.
        fitting: What is done with the pixels; None: the file goes as it is.
        opaque: Whether transparency is laid on white.
        mask: How it becomes a mask; None where it is none.
    """

    file: str
    sha256: str
    width: int
    height: int
    format: str
    fitting: Fitting | None = None
    opaque: bool = False
    mask: MaskForm | None = None

    @property
    def as_it_is(self) -> bool:
        """Whether the model gets the very bytes that the client sent."""
        return self.fitting is None and not self.opaque and self.mask is None


@frozen
class Kept:
    """A picture as it was kept with a generation, for whoever looks at it later.

    Attributes:
        file: Its part.
        format: Of the file.
        width: Pixels.
        height: Pixels.
        size: Bytes.
        sha256: Of the file.
        source: Where it came from; without the bytes.
    """

    file: str
    format: str
    width: int
    height: int
    size: int
    sha256: str
    source: Source = field(default_factory=lambda: Source("inline", ""))
