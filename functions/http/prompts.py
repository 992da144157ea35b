"""What clients may send as a prompt: text, or the three parts of the craft."""

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from functions.domain.prompt import Prompt
from functions.http.fields import LONGEST_TEXT, NOT_BLANK, Strict, Text


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


def to_prompt(given: str | PromptParts) -> Prompt:
    """Return what a client sent as a prompt."""
    return Prompt(text=given) if isinstance(given, str) else given.to_domain()
