"""What a body of OpenAI's asks to be done: the task, its pictures, and how strongly."""

from collections.abc import Mapping
from dataclasses import field

from functions.catalogue.choose import choose
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.receipt import ReceiptLine
from functions.domain.source import Measured, Source
from functions.http.desk import Desk
from functions.http.openai.aliases import meaning
from functions.http.openai.shapes import EditsBody, GenerationsBody, VariationsBody
from functions.http.orders import gathering
from functions.use_cases.gather import Gathered

EDITED, FAITHFUL, VARIED = 0.7, 0.35, 0.5
"""How far a result may go from its picture where OpenAI's words say no number: by an
edit, by one with `input_fidelity="high"`, and by a variation. Our choice."""

SAME_AGAIN = "a variation of this picture"
"""The prompt of a variation, for models that want one; OpenAI's call has none."""


@frozen
class Job:
    """What is to be done.

    Attributes:
        task: The task's word.
        prompt: What to show.
        pictures: What came along, by its part.
        strength: For tasks that have one, where the client names none.
        gathered: What was found of the pictures, if they were looked at already.
        lines: What became of OpenAI's words, for the receipt.
    """

    task: str
    prompt: str
    pictures: Mapping[str, Source] = field(default_factory=dict[str, Source])
    strength: float = EDITED
    gathered: Gathered | None = None
    lines: tuple[ReceiptLine, ...] = ()


def generation(body: GenerationsBody) -> Job:
    """Return the job of `images.generate`."""
    return Job("text_to_image", body.prompt)


def edit(body: EditsBody, desk: Desk) -> Job:
    """Return the job of `images.edit`.

    With a mask, or an image that is transparent somewhere, that part is repainted;
    without, the whole picture is painted anew from the old one.
    """
    pictures = body.sources()
    strength = FAITHFUL if body.input_fidelity == "high" else EDITED
    if "mask" in pictures:
        return Job("inpaint", body.prompt, pictures, strength)
    gathered = gathering(pictures, desk, desk.caller("generate").tenant)
    image = gathered.found.get("image")
    clear = isinstance(image, Measured) and image.transparent
    task = "inpaint" if clear else "image_to_image"
    return Job(task, body.prompt, pictures, strength, gathered)


def variation(body: VariationsBody, desk: Desk) -> Job:
    """Return the job of `images.create_variation`: by a model for it, if one runs here."""
    pictures, policy = body.sources(), desk.counter.policy()
    spec = choose(meaning(body.model, desk.counter.openai_models), "variation", policy)
    if not isinstance(spec, Fault) and policy.runs(spec):
        return Job("variation", "", pictures)
    reason = "the model makes no variations; it paints anew from the picture"
    line = ReceiptLine("task", "variation", "image_to_image", "approximated", reason)
    return Job("image_to_image", SAME_AGAIN, pictures, VARIED, lines=(line,))
