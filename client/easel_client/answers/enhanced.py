"""A brief as a prompt."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from easel_client.answers.money import Cost
from easel_client.answers.plan import Warned
from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptParts(Answer):
    """The three parts of the craft, and details."""

    image_type: str
    description: str
    style: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens(Answer):
    """What the text model counted."""

    input: int
    output: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Enhanced(Answer):
    """A brief as a prompt, and what that cost.

    Attributes:
        negative_prompt: None where the image model reads none.
        composed: The prompt that the image model would read.
        lint: What it would probably not honour of it.
        model: The text model that was called.
    """

    prompt: PromptParts
    negative_prompt: str | None
    composed: str
    lint: tuple[Warned, ...]
    model: str
    cost: Cost
    tokens: Tokens
    request_id: str | None

    @property
    def request(self) -> Mapping[str, Any]:
        """What `generate` takes of it, as keyword arguments."""
        return {"prompt": dict(self.prompt.raw), "negative_prompt": self.negative_prompt}


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPrice(Answer):
    """What 1,000 tokens of the text model cost."""

    currency: str = "USD"
    input: Decimal
    output: Decimal
    source: str
    checked: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnhanceOffer(Answer):
    """What enhancing costs, before anybody asks for it; `most` is one call's price at most."""

    model: str
    price_per_1000_tokens: TokenPrice
    most: Decimal
    longest_brief: int
    most_output_tokens: int
