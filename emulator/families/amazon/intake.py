"""Where a task's pictures come in, and what they may measure.

Nova takes PNG and JPEG of 8 bits a channel; a PNG may have an alpha channel, in which
no pixel may be transparent or translucent.
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html#image-gen-input-images
checked 2026-11-22. Titan's page asks for JPEG or PNG of three channels; that it
refuses transparency as Nova does is unconfirmed, and so is every refusal's text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emulator.pictures import NotAPicture, Picture, is_translucent, read
from emulator.refusal import Refusal, invalid

FORMATS = ("jpeg", "png")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a family's page allows of a picture.

    Attributes:
        longest: Pixels of a side, at most.
        shortest: Pixels of a side, at least.
        most_pixels: Pixels in all.
        steepest: How many times one side may be the other.
        most_bytes: Bytes of the file; None where only the body's limit counts.
    """

    longest: int
    most_pixels: int
    shortest: int = 1
    steepest: int | None = None
    most_bytes: int | None = None

    def fault(self, picture: Picture) -> str | None:
        """Say what is wrong with a picture's measures, as half a sentence."""
        size = "it has {}x{} px".format(*picture.size)
        if max(picture.size) > self.longest:
            return f"{size}, and {self.longest} px are the most on the longer side"
        if min(picture.size) < self.shortest:
            return f"{size}, and {self.shortest} px are the least on a side"
        steepest = self.steepest
        if steepest and max(picture.size) > steepest * min(picture.size):
            return f"{size}, and its aspect ratio is not between 1:{steepest} and {steepest}:1"
        return None


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes the pictures of one task.

    Attributes:
        pointer: Where the task's parameters stand in the body.
        limits: What its pictures may measure.
    """

    pointer: str
    limits: Limits

    def within(self, name: str) -> "Intake":
        """Return the intake of an object within these parameters."""
        return Intake(f"{self.pointer}/{name}", self.limits)

    def picture(self, parameters: Mapping[str, Any], name: str) -> Picture:
        """Take the picture of a parameter, or refuse it in words."""
        return self.take(parameters[name], name)

    def take(self, text: str, name: str) -> Picture:
        """Take a picture, measured before it is decoded, or refuse it in words."""
        most = self.limits.most_bytes
        if most and len(text) * 3 // 4 - text[-2:].count("=") > most:
            raise self.refused(name, f"it has more than {most} bytes")
        try:
            picture = read(text, most_pixels=self.limits.most_pixels)
        except NotAPicture as why:
            raise self.refused(name, str(why)) from None
        fault = _fault(picture) or self.limits.fault(picture)
        if fault:
            raise self.refused(name, fault)
        return picture

    def refused(self, name: str, why: str) -> Refusal:
        """Word the refusal of one parameter."""
        return invalid(f"Invalid image at {self.pointer}/{name}: {why}.")


def _fault(picture: Picture) -> str | None:
    if picture.header.format not in FORMATS:
        return "it is neither JPEG nor PNG"
    if picture.header.depth > 8:
        return "it has more than 8 bits per color channel"
    if is_translucent(picture):
        return "it has transparent or translucent pixels"
    return None
