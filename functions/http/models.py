"""What clients may send: strict shapes that refuse unknown fields by name."""

from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from functions.domain.prompt import Prompt
from functions.domain.request import MAX_COUNT, GenerationRequest

LONGEST_TEXT = 20_000
"""Characters of a prompt, or of all its parts; models have lower limits of their own.

Blanks at a part's ends are kept in the record but never reach the model's limit, and
with the longest notes and negative prompt a record must stay below DynamoDB's 400 KB.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
checked 2026-11-22.
"""

NOT_BLANK = r"\S"
SIZE = r"^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}$"
RATIO = r"^[1-9][0-9]{0,4}:[1-9][0-9]{0,4}$"
VISIBLE = r"^[\x21-\x7e]+$"

PATTERNS = {
    NOT_BLANK: "text that is not blank",
    SIZE: "width and height in pixels, such as 1024x1024",
    RATIO: "two whole numbers such as 16:9",
    VISIBLE: "visible ASCII characters without spaces",
}
"""What each pattern asks for, in the words of a refusal."""

Text = Annotated[str, Field(max_length=LONGEST_TEXT)]


class Strict(BaseModel):
    """A body that refuses what it does not know, and does not convert."""

    model_config = ConfigDict(extra="forbid", strict=True)


class PromptParts(Strict):
    """The three parts of the craft, and details; composed in this order."""

    description: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=NOT_BLANK)] = (
        Field(
            description="Subject, object, environment, scene", examples=["a mountain lake at dawn"]
        )
    )
    image_type: Text = Field("", description="The medium", examples=["photograph"])
    style: Text = Field("", description="The style", examples=["cinematic"])
    details: Annotated[list[Text], Field(max_length=50)] = Field(
        default_factory=list,
        description="Shot, lens, light, colours; text to be drawn in double quotes",
        examples=[["golden light", "35 mm"]],
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        texts = (self.description, self.image_type, self.style, *self.details)
        if sum(map(len, texts)) > LONGEST_TEXT:
            most = {"most": LONGEST_TEXT}
            raise PydanticCustomError("too_long", "at most {most} characters together", most)
        return self

    def to_domain(self) -> Prompt:
        """Return the prompt as a noun."""
        return Prompt(
            image_type=self.image_type,
            description=self.description,
            style=self.style,
            details=tuple(self.details),
        )


def _kind(value: Any) -> str:
    return "<text>" if isinstance(value, str) else "<parts>"


PromptInput = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[PromptParts, Tag("<parts>")],
    Discriminator(_kind),
]


class ComposeBody(Strict):
    """A prompt to compose; nothing is painted."""

    prompt: PromptInput = Field(description="Text, or the three parts")


class GenerationBody(Strict):
    """A request for pictures. Everything but the prompt has a default."""

    task: Literal["text_to_image"] = Field("text_to_image", description="What is done")
    prompt: PromptInput = Field(description="What to show: text, or the three parts")
    negative_prompt: Text | None = Field(None, description="What to avoid")
    model: Annotated[str, Field(max_length=200)] | None = Field(
        None,
        description="Model id, short name, or intent (`fast`, `balanced`, `best`)",
        examples=["stable-image-core"],
    )
    count: Annotated[int, Field(ge=1, le=MAX_COUNT)] = Field(
        1, description="Images; each is one model call with its own seed"
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
        None, description="File format; the model's default if left out"
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict,
        description="The model's own inference parameters; GET /v1/models has their schemas",
        max_length=50,
    )
    approximate: bool = Field(False, description="Whether the nearest size may stand in")
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
            parameters=self.parameters,
            approximate=self.approximate,
            deadline=timedelta(seconds=self.deadline_seconds),
            retry_unknown=self.retry_unknown,
            group=self.group,
            metadata=self.metadata,
        )


def to_prompt(given: str | PromptParts) -> Prompt:
    """Return what a client sent as a prompt."""
    return Prompt(text=given) if isinstance(given, str) else given.to_domain()
