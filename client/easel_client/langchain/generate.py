"""An agent's tool that makes pictures from words."""

from typing import Any

from pydantic import BaseModel, Field

from easel_client.langchain.tool import ImageTool


class GenerateImageInput(BaseModel):
    """What an agent says to have pictures made."""

    description: str = Field(
        min_length=1, description="What it shows: subject, what it does, its surroundings"
    )
    image_type: str = Field(
        default="", description="The medium: photograph, watercolour, logo, 3D render"
    )
    style: str = Field(default="", description="The manner: cinematic, minimalist, art deco")
    details: list[str] = Field(
        default_factory=list[str], description="Short phrases: shot, lens, light, colours, mood"
    )
    negative_prompt: str | None = Field(
        default=None, description="What to avoid, as plain nouns; never in the description"
    )
    aspect_ratio: str | None = Field(default=None, description="Such as 1:1, 16:9, 2:3")
    count: int = Field(default=1, ge=1, le=4, description="How many variants")
    seed: int | None = Field(
        default=None, ge=0, description="The same seed and words give the same picture"
    )


class GenerateImageTool(ImageTool):
    """Makes pictures from the three parts of a prompt."""

    name: str = "generate_image"
    description: str = (
        "Make new images from words, in English. Each image costs money. Answers with ids, "
        "sizes and seeds, not with pixels; an id can be edited further."
    )
    args_schema: Any = GenerateImageInput

    def request(self, **arguments: Any) -> dict[str, Any]:
        """Return the parts as a prompt, beside what else was said."""
        said = {name: each for name, each in arguments.items() if each}
        parts = {name: said.pop(name) for name in PARTS if name in said}
        seed = arguments.get("seed")
        return {"task": "text_to_image", "prompt": parts, **said, "seed": seed}


PARTS = ("description", "image_type", "style", "details")
