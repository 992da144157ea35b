"""Pictures as a grid shows them: what they are called here, and where the browser finds them."""

from collections.abc import Iterable

from easel_client import Image

from studio.components.pick import Choice
from studio.parts.filters import task_name
from studio.pictures import address
from studio.words import say


def choices(images: Iterable[Image]) -> list[Choice]:
    """Return pictures as a grid shows them."""
    return [
        Choice(id=each.id, src=address(each.id), alt=alt(each), favourite=each.favourite)
        for each in images
    ]


def alt(image: Image) -> str:
    """Return what a picture is called where it is not seen: tasks without words name it."""
    return image.prompt or say("picture.result_of", task=task_name(image.task))
