"""What clients may send: strict shapes that refuse unknown fields by name."""

import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import Field

from functions.domain.errors import Fault, InvalidRequest
from functions.domain.request import MAX_COUNT, GenerationRequest, TaskName
from functions.domain.source import SIDES, Fit, Source
from functions.http.fields import RATIO, SIZE, Strict, Text
from functions.http.pictures import PictureInput
from functions.http.prompts import PromptInput, to_axes, to_prompt
from functions.http.sweeps import SweepAxes

PART = re.compile("/image(_(?P<number>[2-5]))?(?P<rest>(/.*)?)")
"""Where a fault of one of several images is, in a request's own words."""


class GenerationBody(Strict):
    """A request for pictures. What a task needs, GET /v1/models tells for each model."""

    task: TaskName = Field("text_to_image", description="What is done")
    prompt: PromptInput = Field(
        "", description="What to show: text, or the three parts; most tasks need one"
    )
    negative_prompt: Text | None = Field(None, description="What to avoid")
    model: Annotated[str, Field(max_length=200)] | None = Field(
        None,
        description="Model id, short name, or intent (`fast`, `balanced`, `best`)",
        examples=["stable-image-core"],
    )
    count: Annotated[int, Field(ge=1, le=MAX_COUNT)] = Field(
        1, description="Images of each cell; each is one model call with its own seed"
    )
    seed: Annotated[int, Field(ge=0)] | None = Field(
        None, description="First image's seed; image r gets seed + r"
    )
    size: Annotated[str, Field(pattern=SIZE)] | None = Field(
        None, description="Width x height in pixels; excludes aspect_ratio", examples=["1024x1024"]
    )
    aspect_ratio: Annotated[str, Field(pattern=RATIO)] | None = Field(
        None, description="Width : height; excludes size", examples=["16:9"]
    )
    output_format: Literal["png", "jpeg", "webp"] | None = Field(
        None,
        description="File format; the model's default if left out. With approximate also one "
        "that the model does not make",
    )
    output_compression: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="Quality of a jpeg or webp, 100 the best; needs approximate"
    )
    image: PictureInput | None = Field(None, description="The picture to work on")
    images: Annotated[list[PictureInput], Field(min_length=1, max_length=5)] | None = Field(
        None, description="Several to work on, for a variation; excludes image"
    )
    mask: PictureInput | None = Field(
        None,
        description="White repaints, black is kept; of one with transparency, transparent "
        "repaints. It has the image's size",
    )
    style_image: PictureInput | None = Field(None, description="The look, for style_transfer")
    reference_image: PictureInput | None = Field(
        None, description="The palette of a color_guided, the garment of a virtual_try_on"
    )
    fit: Fit | None = Field(
        None, description="How a picture that the model does not take is made to fit"
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict,
        description="The model's own inference parameters; GET /v1/models has their schemas",
        max_length=50,
    )
    sweep: SweepAxes | None = Field(
        None,
        description="Values to take in turn; every combination is painted count times",
        examples=[{"cfg_scale": [5, 9]}],
    )
    approximate: bool = Field(
        False,
        description="Whether the nearest size may stand in, and a file be written again in a "
        "format or quality that the model does not make; where another model takes the place "
        "of a retired one, also whether what it lacks may be left out",
    )
    deadline_seconds: Annotated[int, Field(ge=30, le=86_400)] = Field(
        900, description="After this, what was not painted fails unpaid"
    )
    retry_unknown: bool = Field(
        True, description="Whether a call with an unknown outcome is made once more"
    )
    group: Annotated[str, Field(min_length=1, max_length=100)] | None = Field(
        None, description="Your word to find related generations by"
    )
    metadata: dict[
        Annotated[str, Field(min_length=1, max_length=64)], Annotated[str, Field(max_length=512)]
    ] = Field(default_factory=dict, description="Your notes, returned as sent", max_length=16)

    def to_domain(self) -> GenerationRequest:
        """Return the request as a noun."""
        width, _, height = (self.size or "").partition("x")
        return GenerationRequest(
            task=self.task,
            prompt=to_prompt(self.prompt),
            negative_prompt=self.negative_prompt or None,
            model=self.model,
            count=self.count,
            seed=self.seed,
            size=(int(width), int(height)) if self.size else None,
            aspect_ratio=self.aspect_ratio,
            output_format=self.output_format,
            output_compression=self.output_compression,
            parameters=self.parameters,
            approximate=self.approximate,
            deadline=timedelta(seconds=self.deadline_seconds),
            retry_unknown=self.retry_unknown,
            group=self.group,
            metadata=self.metadata,
            sweep=to_axes(self.prompt) | (self.sweep.to_domain() if self.sweep else {}),
            pictures=self._pictures(),
            fit=self.fit,
        )

    @contextmanager
    def in_its_words(self) -> Generator[None]:
        """Name faults of several images by their place in `images`, as they were sent."""
        try:
            yield
        except InvalidRequest as refused:
            if not self.images:
                raise
            raise InvalidRequest.of(self.placed(refused.faults)) from refused

    def placed(self, faults: Sequence[Fault]) -> list[Fault]:
        """Return faults of several images by their place in `images`, as they were sent."""
        return [_placed(each) for each in faults] if self.images else [*faults]

    def _pictures(self) -> dict[str, Source]:
        """Return the pictures by their part.

        Raises:
            InvalidRequest: both image and images, or data that is not base64.
        """
        if self.image and self.images:
            raise InvalidRequest.of([Fault("/images", "conflict", "send image or images")])
        sent = {name: (f"/{name}", getattr(self, name)) for name in SIDES}
        for index, each in enumerate(self.images or ()):
            part = f"image_{index + 1}" if index else "image"
            sent[part] = (f"/images/{index}", each)
        known = {part: each.to_domain(pointer) for part, (pointer, each) in sent.items() if each}
        faults = [each for each in known.values() if isinstance(each, Fault)]
        if faults:
            raise InvalidRequest.of(faults)
        return {part: each for part, each in known.items() if isinstance(each, Source)}


def _placed(fault: Fault) -> Fault:
    part = PART.fullmatch(fault.pointer)
    if part is None:
        return fault
    index = int(part["number"] or 1) - 1
    return replace(fault, pointer=f"/images/{index}{part['rest']}")
