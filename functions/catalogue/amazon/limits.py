"""What differs between Amazon's families where their tasks are alike."""

from dataclasses import replace
from typing import Any

from functions.catalogue.parameters import Choice, Number, Parameter
from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import Canvas, Task
from functions.domain.frozen import frozen

QUALITY = Choice(
    "quality",
    ("standard", "premium"),
    "standard",
    "Premium takes longer, shows more detail and costs more",
)


def cfg_scale(default: float) -> Number:
    """Return the guidance, which differs between the families by its default only."""
    return Number(
        "cfg_scale",
        1.1,
        10,
        default,
        "Guidance: how closely the picture follows the prompt; higher obeys more and invents less",
    )


@frozen
class Limits:
    """A family's limits.

    Attributes:
        words: Characters of a prompt, of a negative one, and of one that names a
            region; AWS does not say that of the last, which is unconfirmed.
        canvas: The sizes of new pictures.
        picture: What it takes of any picture.
        cfg_scale: Its guidance.
    """

    words: int
    canvas: Canvas
    picture: PictureRule
    cfg_scale: Number

    def image(self, description: str, **changes: Any) -> PictureRule:
        """Return the rule of the picture that a task works on, or of another `part`."""
        return replace(self.picture, description=description, **changes)

    def task(
        self, *parameters: Parameter, canvas: Canvas | None = None, texts: bool = True, **more: Any
    ) -> Task:
        """Return a task with guidance, quality and `parameters` of its own.

        Args:
            parameters: Its own.
            canvas: The sizes that it paints; None: it keeps its image's.
            texts: Whether it takes a prompt, and a negative one.
            more: What else the task says.
        """
        words = self.words if texts else 0
        return Task(
            canvas=canvas,
            prompt_limit=words,
            negative_prompt_limit=words,
            parameters=(*parameters, self.cfg_scale, QUALITY),
            **more,
        )
