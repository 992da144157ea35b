"""What clients send to have a brief enhanced, and what they get."""

from typing import Annotated

from pydantic import Field

from functions.domain.prompt import NOT_BLANK
from functions.http.fields import Strict, View
from functions.http.offer_views import WarningView
from functions.http.views import Cost, Usd

LONGEST_BRIEF = 2_000


class EnhanceBody(Strict):
    """A brief to turn into a prompt, by one paid call of the text model."""

    brief: Annotated[str, Field(min_length=1, max_length=LONGEST_BRIEF, pattern=NOT_BLANK)] = Field(
        description="What you want to see, in any language", examples=["비 오는 밤의 서울"]
    )
    model: Annotated[str, Field(max_length=200)] | None = Field(
        None, description="Image model, short name or intent that the prompt is for"
    )
    task: Annotated[str, Field(max_length=50)] = Field("text_to_image", description="What is done")


class EnhancedPrompt(View):
    """The three parts and details; `prompt` of POST /v1/generations as it is."""

    image_type: str
    description: str
    style: str
    details: list[str]


class TokensView(View):
    """What the text model counted."""

    input: int
    output: int


class EnhancedView(View):
    """A brief as a prompt, and what that cost."""

    prompt: EnhancedPrompt
    negative_prompt: str | None = Field(description="Null where the image model reads none")
    composed: str = Field(description="The prompt that the image model would read")
    lint: list[WarningView] = Field(description="What it would probably not honour of it")
    model: str = Field(description="The text model that was called")
    cost: Cost = Field(description="`estimated` is the most that this call could have cost")
    tokens: TokensView
    request_id: str | None = Field(description="Bedrock's id of the call")


class TokenPrice(View):
    """What 1,000 tokens of the text model cost."""

    currency: str = "USD"
    input: Usd
    output: Usd
    source: str
    checked: str
    note: str | None


class EnhanceOffer(View):
    """What enhancing costs here, before anybody asks for it."""

    model: str
    price_per_1000_tokens: TokenPrice
    most: Usd = Field(description="The most that one call can cost: the longest brief and answer")
    longest_brief: int = Field(description="Characters")
    most_output_tokens: int
