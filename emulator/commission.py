"""What the wire and the painter share: a picture that is wished for."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Wish:
    """Words and how much they count; below zero they are to be avoided."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Commission:
    """One picture to paint; equal commissions give equal bytes, anywhere.

    What a dialect read from the wire is the same here for every family: a mask is an
    8-bit grey PNG of the image's size whose white is repainted, whatever its family sent.

    Attributes:
        model: Id of the model; each has a hand of its own.
        wishes: What is to be seen and what is not.
        width: Pixels.
        height: Pixels.
        seed: The number that decides what words leave open.
        format: `png`, `jpeg` or `webp`.
        preset: A style by its name on the wire, Stability's or Nova's.
        detail: 1.0 is the model's default number of steps or quality.
        guidance: 1.0 is the model's default guidance (cfg) scale.
        blurred: Whether the picture must not be recognised: it was filtered.
        job: What is done: a task's word of the design's table.
        materials: The pictures that came along, as files, by their part in the job:
            `image` (the one to work on; `image_2` to `image_5` beside it in a variation),
            `mask`, `style_image`, `reference_image`.
        options: The job's own numbers and words, by name, sorted.
    """

    model: str
    wishes: tuple[Wish, ...]
    width: int
    height: int
    seed: int
    format: str = "png"
    preset: str | None = None
    detail: float = 1.0
    guidance: float = 1.0
    blurred: bool = False
    job: str = "text_to_image"
    materials: tuple[tuple[str, bytes], ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    @property
    def prompts(self) -> list[str]:
        """The texts that are wished for."""
        return [wish.text for wish in self.wishes if wish.weight > 0]

    @property
    def words(self) -> list[str]:
        """What content filters read: the texts that are wished for, and a region's."""
        region = self.option("region")
        return self.prompts + ([region] if region else [])

    @property
    def is_mask(self) -> bool:
        """Whether it is the mask of a job that the reply shows too, which nobody pays for."""
        return self.option("shows") == "mask"

    def showing_mask(self, paint: str = "white") -> "Commission":
        """Return a commission for the mask of this one, a PNG of the image's size.

        For replies that hold the mask beside the picture: it is painted as a picture of
        its own, by the same pool and cache.

        Args:
            paint: The colour that its family repaints, `black` or `white`.
        """
        shown = {**dict(self.options), "shows": "mask", "mask_paint": paint}
        return replace(self, format="png", options=tuple(sorted(shown.items())))

    def material(self, part: str) -> bytes | None:
        """Return the picture that plays a part in the job, None if none came."""
        return dict(self.materials).get(part)

    def option(self, name: str, otherwise: Any = None) -> Any:
        """Return an option of the job, `otherwise` if it was not given."""
        return dict(self.options).get(name, otherwise)
