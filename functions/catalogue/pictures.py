"""What a task takes of the pictures that come along."""

from collections.abc import Iterator
from typing import Any, Literal

from functions.catalogue.grid import Size
from functions.domain.frozen import frozen


@frozen
class PictureRule:
    """What a model takes of one picture.

    Attributes:
        part: The part that it plays: `image`, `style_image`, `reference_image`.
        description: What it is for.
        formats: Formats that the model reads.
        shortest: Least pixels of a side.
        longest: Most pixels of a side.
        least_pixels: Width times height at least.
        most_pixels: Width times height at most.
        widest: The longer side is at most so many times the other; 0: any.
        sizes: The only sizes that it takes; empty: any within the bounds.
        transparent: Whether pixels may be less than opaque.
        required: Whether the task cannot do without it.
        most: How many of them: further ones are `image_2` and so on.
        most_bytes: Of the file.
    """

    part: str = "image"
    description: str = "The picture to work on"
    formats: tuple[str, ...] = ("png", "jpeg", "webp")
    shortest: int = 64
    longest: int = 16_384
    least_pixels: int = 0
    most_pixels: int = 9_437_184
    widest: float = 0
    sizes: tuple[Size, ...] = ()
    transparent: bool = True
    required: bool = True
    most: int = 1
    most_bytes: int = 18_000_000

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all pictures that it is about, in order."""
        return (self.part, *(f"{self.part}_{number}" for number in range(2, self.most + 1)))

    def holds(self, size: Size) -> bool:
        """Whether the model takes a picture of this size."""
        if self.sizes:
            return size in self.sizes
        sides = self.shortest <= min(size) and max(size) <= self.longest
        shape = not self.widest or max(size) <= self.widest * min(size)
        return sides and shape and self.least_pixels <= size[0] * size[1] <= self.most_pixels

    def schema(self) -> dict[str, Any]:
        """Return the rule in words that a client can check against."""
        told: dict[str, Any] = {
            "description": self.description,
            "formats": list(self.formats),
            "required": self.required,
            "transparent": self.transparent,
            "max_bytes": self.most_bytes,
        }
        if self.sizes:
            return told | {"sizes": [f"{width}x{height}" for width, height in self.sizes]}
        bounds = {
            "min_side": self.shortest,
            "max_side": self.longest,
            "min_pixels": self.least_pixels,
            "max_pixels": self.most_pixels,
            "max_ratio": self.widest,
            "max_count": self.most if self.most > 1 else 0,
        }
        return told | {name: value for name, value in bounds.items() if value}

    def __str__(self) -> str:
        """Return the rule for a person."""
        return "; ".join(self._words())

    def _words(self) -> Iterator[str]:
        if self.sizes:
            yield f"one of {', '.join(f'{width}x{height}' for width, height in self.sizes)}"
            return
        yield f"sides of {self.shortest:,} to {self.longest:,} px"
        if self.least_pixels:
            yield f"at least {self.least_pixels:,} pixels"
        yield f"at most {self.most_pixels:,} pixels"
        if self.widest:
            yield f"from 1:{self.widest:g} to {self.widest:g}:1"


@frozen
class MaskRule:
    """What a model takes as a mask, which has the image's size.

    At the API white repaints, always; this says what the family means on its wire.

    Attributes:
        repaints: The colour that repaints on the wire.
        grey: Whether values between repaint in proportion.
        or_words: The parameter that names the region instead, if there is one.
        required: Whether there must be a mask: sent, as the image's own
            transparency, or as words.
        as_image_alpha: Whether the image's own transparent parts may be the mask.
    """

    repaints: Literal["white", "black"] = "white"
    grey: bool = True
    or_words: str = ""
    required: bool = True
    as_image_alpha: bool = True

    def schema(self) -> dict[str, Any]:
        """Return the rule in words that a client can check against."""
        return {
            "description": "White repaints, black is kept; of one with transparency, "
            "transparent repaints. It has the image's size.",
            "grey": self.grey,
            "required": self.required,
            "instead": [
                *(["the image's own transparency"] if self.as_image_alpha else []),
                *([f"parameters.{self.or_words}"] if self.or_words else []),
            ],
        }
