"""The three parts of the craft, as a template and as a form that chat models fill in."""

from typing import Any

from langchain_core.prompts import PromptTemplate
from pydantic import BaseModel, Field

IMAGE_PROMPT = PromptTemplate.from_template("{image_type} of {description}, {style}")
"""The three parts as the service composes them."""


class ImagePrompt(BaseModel):
    """A prompt for an image model, in its parts. Everything is in English."""

    image_type: str = Field(
        description="The medium: photograph, oil painting, watercolour, logo, 3D render"
    )
    description: str = Field(
        min_length=1, description="What is to be seen: subject, what it does, its surroundings"
    )
    style: str = Field(description="The manner: cinematic, minimalist, art deco")
    details: list[str] = Field(
        default_factory=list[str],
        description="Short phrases, one each: shot, lens, light, colours, mood",
    )
    negative_prompt: str | None = Field(
        default=None, description="What to avoid, as plain nouns; null if nothing"
    )

    def request(self) -> dict[str, Any]:
        """Return what `Easel.generate` takes of it, as keyword arguments."""
        parts = self.model_dump(exclude={"negative_prompt"})
        return {"prompt": parts, "negative_prompt": self.negative_prompt or None}
