"""A prompt: plain text, or the three parts of the craft, composed purely."""

from functions.domain.frozen import frozen


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
