"""An agent's tool that edits pictures which it knows by their ids."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from easel_client.calls.bodies import PICTURE_ID, picture
from easel_client.langchain.tool import ImageTool

Task = Literal[
    "image_to_image",
    "inpaint",
    "erase",
    "search_replace",
    "search_recolor",
    "outpaint",
    "remove_background",
    "control_sketch",
    "control_structure",
    "style_guide",
    "upscale_fast",
    "upscale_conservative",
    "upscale_creative",
    "variation",
]


class EditImageInput(BaseModel):
    """What an agent says to have a picture edited."""

    image_id: str = Field(pattern=PICTURE_ID, description="img_…, of generate_image or edit_image")
    task: Task = Field(
        description="search_replace: put `prompt` where parameters.search_prompt is; "
        "search_recolor: recolour parameters.select_prompt as `prompt` says; "
        "outpaint: extend by parameters.left, right, up, down pixels; "
        "image_to_image: paint anew, parameters.strength 0 to 1; "
        "inpaint, erase: within mask_id, white is painted anew; "
        "control_structure, control_sketch, style_guide: a new picture with its structure or "
        "style; remove_background, upscale_fast: no prompt"
    )
    prompt: str | None = Field(
        default=None, description="What shall be seen, in English; most tasks need one"
    )
    negative_prompt: str | None = Field(default=None, description="What to avoid, as plain nouns")
    mask_id: str | None = Field(
        default=None, pattern=PICTURE_ID, description="upl_… or img_… of a mask, if there is one"
    )
    parameters: dict[str, Any] | None = Field(
        default=None, description='Of the task: {"search_prompt": "the boat"}, {"left": 256}, …'
    )


class EditImageTool(ImageTool):
    """Edits a picture; by its id, so that no file of this machine can be sent."""

    name: str = "edit_image"
    description: str = (
        "Edit an image by its id: replace or recolour things by name, extend it, remove its "
        "background, enlarge it, paint it anew. Costs money. Answers with the new image's id."
    )
    args_schema: Any = EditImageInput

    def request(self, **arguments: Any) -> dict[str, Any]:
        """Return ids as pictures, beside what else was said."""
        said = {name: each for name, each in arguments.items() if each}
        mask = said.pop("mask_id", None)
        masked = {"mask": picture(mask)} if mask else {}
        return {"image": picture(said.pop("image_id")), **masked, **said}
