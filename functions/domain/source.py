"""Pictures that a client sends along with a request, and what was measured of them.

What a model gets of them is in `input`.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from functions.domain.frozen import frozen

Origin = Literal["upload", "image", "input", "inline"]

MOST_SOURCE_BYTES = 25_000_000
"""Of a picture's file that is looked at: more than any model reads."""

SIDES = ("image", "mask", "style_image", "reference_image")
"""The parts that a picture can play. A variation takes up to four more images beside
its first, as `image_2` to `image_5`."""

Fit = Literal["resize", "crop", "pad"]
FITS: tuple[Fit, ...] = get_args(Fit)
"""How a picture that a model does not take may be made to fit."""


@frozen
class Source:
    """Where one of a request's pictures lies.

    Attributes:
        origin: `upload`: put by a presigned POST; `image`: a result of the tenant's own;
            `input`: kept with an earlier request; `inline`: came in the body.
        id: The upload's, image's or input's id; of what came in the body, its SHA-256.
        raw: The bytes that came in the body.
    """

    origin: Origin
    id: str
    raw: bytes = b""


@frozen
class Place:
    """Where bytes are: an object's key, or the bytes themselves."""

    key: str = ""
    raw: bytes = b""


@frozen
class Tones:
    """The values of a channel, 0 to 255.

    Attributes:
        darkest: The smallest.
        lightest: The largest.
        between: Whether there are any but 0 and 255.
    """

    darkest: int
    lightest: int
    between: bool


@frozen
class Measured:
    """What a picture's file holds; every one of its pixels was decoded once.

    Attributes:
        format: `png`, `jpeg` or `webp`, by its bytes.
        width: Pixels, as it stands upright.
        height: Pixels, as it stands upright.
        size: Bytes.
        sha256: Of the file, in hex.
        light: Its luminance.
        alpha: Its opacity; None where it has no alpha channel.
        oddity: What keeps models from taking it as it is: `palette`, `16-bit`, `CMYK`,
            `rotated` (by EXIF); empty for ordinary 8-bit RGB, RGBA and grey.
        tag: The object's ETag, so that what is kept is what was measured.
    """

    format: str
    width: int
    height: int
    size: int
    sha256: str
    light: Tones
    alpha: Tones | None = None
    oddity: str = ""
    tag: str = ""

    @property
    def transparent(self) -> bool:
        """Whether any pixel is not opaque."""
        return self.alpha is not None and self.alpha.darkest < 255


@frozen
class Flaw:
    """Why a picture cannot be used, whatever the model: a stable code, and what to do."""

    code: str
    detail: str


Findings = Mapping[str, Measured | Flaw]
"""What was found of each picture, by its part."""
