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

from emulator.families.bounds import Bounds, picture_of
from emulator.pictures import NotAPicture, Picture, is_translucent
from emulator.refusal import Refusal, invalid

FORMATS = ("jpeg", "png")


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes the pictures of one task.

    Attributes:
        pointer: Where the task's parameters stand in the body.
        bounds: What its pictures may measure.
    """

    pointer: str
    bounds: Bounds

    def within(self, name: str) -> "Intake":
        """Return the intake of an object within these parameters."""
        return Intake(f"{self.pointer}/{name}", self.bounds)

    def picture(self, parameters: Mapping[str, Any], name: str) -> Picture:
        """Take the picture of a parameter, or refuse it in words."""
        return self.take(parameters[name], name)

    def take(self, text: str, name: str) -> Picture:
        """Take a picture, measured before it is decoded, or refuse it in words."""
        try:
            picture = picture_of(text, self.bounds)
        except NotAPicture as why:
            raise self.refused(name, str(why)) from None
        fault = _fault(picture)
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
