"""What OpenAI's clients send; what is not listed is a parameter of the model by our name."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from functions.domain.errors import Fault, InvalidRequest
from functions.domain.request import MAX_COUNT
from functions.domain.source import Fit, Source
from functions.http.fields import LONGEST_TEXT, RATIO, SIZE_OR_AUTO
from functions.http.pictures import PictureInput

Word = Annotated[str, Field(max_length=200)]


class ImageBody(BaseModel):
    """What generations, edits and variations share."""

    model_config = ConfigDict(extra="allow", strict=True, defer_build=True)

    model: Word | None = Field(
        None, description="An id, short name or intent of ours, or `gpt-image-*`, `dall-e-*`"
    )
    n: Annotated[int, Field(ge=1, le=MAX_COUNT)] | None = Field(None, description="Images; 1")
    size: Annotated[str, Field(pattern=SIZE_OR_AUTO)] | None = Field(
        None, description="`auto`, or any size: the nearest that the model has is painted"
    )
    response_format: Literal["url", "b64_json"] | None = Field(
        None, description="`url` for `dall-e-*`, else `b64_json`"
    )
    user: Annotated[str, Field(max_length=512)] | None = Field(
        None, description="Kept with the generation's metadata"
    )
    quality: Literal["auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"] | None = (
        None
    )
    style: Literal["vivid", "natural"] | None = Field(None, description="Said in the prompt")
    background: Literal["auto", "opaque", "transparent"] | None = None
    output_format: Literal["png", "jpeg", "webp"] | None = None
    output_compression: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="Quality of a `jpeg` or `webp`, 100 the best"
    )
    moderation: Literal["auto", "low"] | None = Field(
        None, description="Bedrock filters as it does; the receipt says so"
    )
    safety_identifier: Word | None = None
    stream: bool | None = Field(None, description="Not offered: refused if true")
    partial_images: Annotated[int, Field(ge=0, le=3)] | None = Field(
        None, description="Not offered: refused above 0"
    )

    seed: Annotated[int, Field(ge=0)] | None = Field(None, description="Ours: makes it again")
    negative_prompt: Annotated[str, Field(max_length=LONGEST_TEXT)] | None = Field(
        None, description="Ours: what to avoid"
    )
    aspect_ratio: Annotated[str, Field(pattern=RATIO)] | None = Field(
        None, description="Ours: width : height; excludes size"
    )
    image_type: Word | None = Field(None, description="Ours: the medium, said in the prompt")
    deadline_seconds: Annotated[int, Field(ge=30, le=86_400)] | None = Field(
        None, description="Ours: after this, what was not painted fails unpaid"
    )
    group: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    metadata: (
        Annotated[
            dict[
                Annotated[str, Field(min_length=1, max_length=64)],
                Annotated[str, Field(max_length=512)],
            ],
            Field(max_length=15),
        ]
        | None
    ) = None


Files = PictureInput | Annotated[list[PictureInput], Field(min_length=1, max_length=16)]


class PicturesBody(ImageBody):
    """What edits and variations share: a form with files, or JSON with our ids."""

    image: Files | None = Field(None, description="A file of the form, or a picture by its id")
    images: Annotated[list[PictureInput], Field(min_length=1, max_length=16)] | None = Field(
        None, description="The same in JSON; excludes image"
    )

    fit: Fit | None = Field(
        None, description="Ours: how a picture that the model does not take is made to fit; resize"
    )

    def sources(self) -> dict[str, Source]:
        """Return the pictures by their part.

        Raises:
            InvalidRequest: no image, both image and images, or data that is not base64.
        """
        if (self.image is None) == (self.images is None):
            detail = "send one: a file in a form, or by an id"
            raise InvalidRequest.of([Fault("/image", "required", detail)])
        sent = self.images or (self.image if isinstance(self.image, list) else [self.image])
        parts = ["image", *(f"image_{number}" for number in range(2, len(sent) + 1))]
        return _sound(dict(zip(parts, sent, strict=True)))


class EditsBody(PicturesBody):
    """A request of `images.edit`."""

    prompt: Annotated[str, Field(max_length=LONGEST_TEXT)]
    mask: PictureInput | None = Field(
        None, description="Transparent parts are repainted; of one without any, white ones"
    )
    input_fidelity: Literal["high", "low"] | None = None

    def sources(self) -> dict[str, Source]:
        """Return the pictures by their part, and the mask."""
        return super().sources() | _sound({"mask": self.mask})


class VariationsBody(PicturesBody):
    """A request of `images.create_variation`."""


def _sound(sent: Mapping[str, PictureInput | None]) -> dict[str, Source]:
    known = {part: each.to_domain(f"/{part}") for part, each in sent.items() if each}
    faults = [each for each in known.values() if isinstance(each, Fault)]
    if faults:
        raise InvalidRequest.of(faults)
    return {part: each for part, each in known.items() if isinstance(each, Source)}


class GenerationsBody(ImageBody):
    """A request of `images.generate`."""

    prompt: Annotated[str, Field(max_length=LONGEST_TEXT)]
