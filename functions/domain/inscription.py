"""What a picture's file says of its own making, and the port that writes it there.

A file leaves the house: an inscription names how the picture was made, never
who asked, who paid, or what it cost.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal, Protocol

from functions.domain.frozen import frozen
from functions.domain.image import Image
from functions.version import VERSION

SOFTWARE = f"Easel {VERSION}"

Source = Literal["easel", "a1111"]
"""Who wrote an inscription: we, or a tool that writes AUTOMATIC1111's text."""


@frozen(kw_only=True)
class Inscription:
    """How a picture was made, as far as its file says.

    Attributes:
        prompt: Composed prompt text, as the model read it.
        source: Whose words these are.
        task: The task's word; None where another tool wrote it.
        model: Model id as Bedrock knows it, or another tool's name of a model.
        negative_prompt: Text to avoid, or None.
        seed: The seed that makes it again.
        width: Pixels; writing puts those of the file here.
        height: Pixels.
        aspect_ratio: Name of the ratio where the model was asked by ratio.
        parameters: The model's own inference parameters, by our names.
        image: Our id of the image.
        software: What made it, with its version.
    """

    prompt: str
    source: Source = "easel"
    task: str | None = None
    model: str | None = None
    negative_prompt: str | None = None
    seed: int | None = None
    width: int | None = None
    height: int | None = None
    aspect_ratio: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    image: str | None = None
    software: str | None = None


@frozen
class Header:
    """What the first bytes of a picture's file say; no pixel was decoded.

    Attributes:
        format: `png`, `jpeg` or `webp`.
        width: In pixels.
        height: In pixels.
        complete: Whether the file goes on to its end.
    """

    format: str
    width: int
    height: int
    complete: bool


class Inscriber(Protocol):
    """Writes inscriptions into files, and reads them back; pixels stay as they are."""

    def write(self, raw: bytes, inscription: Inscription) -> bytes:
        """Return the file with its inscription instead of an older one of ours.

        What cannot carry one comes back as it is: bytes that are no whole
        picture, and files whose maker signed them. Never fails.
        """
        ...

    def read(self, raw: bytes) -> Inscription | None:
        """Return what a file says of its making, None where it says nothing."""
        ...

    def header(self, raw: bytes) -> Header:
        """Measure a file by its header.

        Raises:
            NotAPicture: it does not begin as a PNG, JPEG or WebP.
        """
        ...


def inscription_of(image: Image, seed: int | None = None) -> Inscription:
    """Return what the file of an image shall say.

    Args:
        image: The image, in any state.
        seed: The seed that the model reports; None: the one it was asked with.
    """
    call = image.call
    return Inscription(
        prompt=call.prompt,
        task=call.task,
        model=call.model,
        negative_prompt=call.negative_prompt,
        seed=call.seed if seed is None else seed,
        width=call.width,
        height=call.height,
        aspect_ratio=call.aspect_ratio,
        parameters=dict(call.parameters),
        image=image.id,
        software=SOFTWARE,
    )
