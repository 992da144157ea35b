"""What clients may send as a prompt: text, or the three parts of the craft."""

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from functions.domain.prompt import NOT_BLANK, Prompt
from functions.http.fields import LONGEST_TEXT, Strict, Text
from functions.http.sweeps import Values

Subject = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=NOT_BLANK)]


def _number(value: Any) -> str:
    return "<list>" if isinstance(value, list) else "<text>"


OneOrMany = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[list[Text], Values, Tag("<list>")],
    Discriminator(_number),
]
SubjectOrMany = Annotated[
    Annotated[Subject, Tag("<text>")] | Annotated[list[Subject], Values, Tag("<list>")],
    Discriminator(_number),
]


class PromptParts(Strict):
    """The three parts of the craft, and details; composed in this order.

    A list of texts is an axis of a sweep: each is taken in turn.
    """

    description: SubjectOrMany = Field(
        description="Subject, object, environment, scene", examples=["a mountain lake at dawn"]
    )
    image_type: OneOrMany = Field("", description="The medium", examples=["photograph"])
    style: OneOrMany = Field(
        "", description="The style", examples=["cinematic", ["cinematic", "watercolour"]]
    )
    details: Annotated[list[Text], Field(max_length=50)] = Field(
        default_factory=list,
        description="Shot, lens, light, colours; text to be drawn in double quotes",
        examples=[["golden light", "35 mm"]],
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        parts = (self.description, self.image_type, self.style)
        longest = [part if isinstance(part, str) else max(part, key=len) for part in parts]
        if sum(map(len, (*longest, *self.details))) > LONGEST_TEXT:
            most = {"most": LONGEST_TEXT}
            raise PydanticCustomError("too_long", "at most {most} characters together", most)
        return self

    def to_domain(self) -> Prompt:
        """Return what is fixed of the prompt, as a noun."""
        fixed = {name: part for name, part in self._parts() if isinstance(part, str)}
        return Prompt(**fixed, details=tuple(self.details))

    def axes(self) -> dict[str, list[str]]:
        """Return the parts that are lists: axes of a sweep."""
        return {name: part for name, part in self._parts() if isinstance(part, list)}

    def _parts(self) -> tuple[tuple[str, str | list[str]], ...]:
        return (
            ("image_type", self.image_type),
            ("description", self.description),
            ("style", self.style),
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


class LintBody(Strict):
    """A prompt to judge for one model; nothing is painted."""

    prompt: PromptInput = Field(description="Text, or the three parts")
    negative_prompt: Text | None = Field(None, description="What to avoid")
    model: Annotated[str, Field(max_length=200)] | None = Field(
        None, description="Model id, short name or intent; the default if left out"
    )
    task: Annotated[str, Field(max_length=50)] = Field("text_to_image", description="What is done")


def to_prompt(given: str | PromptParts) -> Prompt:
    """Return what a client sent as a prompt, without the parts that are axes."""
    return Prompt(text=given) if isinstance(given, str) else given.to_domain()


def to_axes(given: str | PromptParts) -> dict[str, list[str]]:
    """Return the axes in what a client sent as a prompt."""
    return {} if isinstance(given, str) else given.axes()
