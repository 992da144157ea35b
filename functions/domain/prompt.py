"""A prompt: plain text, or the three parts of the craft, composed purely."""

import re

from functions.domain.frozen import frozen

NOT_BLANK = (
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0]"
)
"""A character that can be seen: no blank, control, zero width, direction or Hangul filler.

Of Unicode's `Cc`, `Cf` and `Default_Ignorable_Code_Point`, what keyboards and
clipboards leave; spelled out, as the pattern stands in JSON Schemas too.
https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt
"""


@frozen
class Prompt:
    """What the picture should show, as text or as parts, never both.

    Attributes:
        text: A finished prompt; the parts are then empty.
        image_type: The medium: `photograph`, `oil painting`, `sketch`.
        description: Subject, object, environment, scene. Needed with parts.
        style: `cinematic`, `impressionist`, `in the style of Picasso`.
        details: Shot, lens, light, colours, text in double quotes, in order.
    """

    text: str = ""
    image_type: str = ""
    description: str = ""
    style: str = ""
    details: tuple[str, ...] = ()

    def compose(self) -> str:
        """Return the prompt that the model reads.

        The order is that of the lab's ladder: medium, subject, style, then
        details. `of` joins medium and subject in Latin script only, because
        `사진 of 호수` reads like nothing.

        >>> Prompt(image_type="photograph", description="a lake", style="cinematic").compose()
        'photograph of a lake, cinematic'
        """
        if self.text:
            return self.text.strip()
        subject = self.description.strip()
        medium = self.image_type.strip().removesuffix(" of")
        if medium and subject and medium.isascii():
            medium, subject = "", f"{medium} of {subject}"
        parts = (medium, subject, self.style, *self.details)
        return ", ".join(part.strip() for part in parts if part.strip())


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen, so that a model would be paid for a guess."""
    return re.search(NOT_BLANK, text) is None
