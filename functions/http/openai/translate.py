"""From OpenAI's words to ours: what each parameter of theirs becomes, line by line."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Literal

from functions.catalogue.spec import Task
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.frozen import frozen
from functions.domain.image import DEADLINE
from functions.domain.prompt import Prompt
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import Fit
from functions.http.openai.job import Job
from functions.http.openai.shapes import EditsBody, ImageBody, PicturesBody

STYLES = {
    "vivid": "hyper-real and dramatic",
    "natural": "natural, not hyper-real",
}
"""What OpenAI's page says of its two styles, said in the prompt.
https://platform.openai.com/docs/api-reference/images/create checked 2026-11-22."""

PREMIUM = frozenset({"high", "xhigh", "max", "hd"})


@frozen
class Translated:
    """A request in our words.

    Attributes:
        request: What is planned and paid.
        lines: What became of parameters that only OpenAI has.
        delivery: How the pictures are handed over.
    """

    request: GenerationRequest
    lines: tuple[ReceiptLine, ...] = ()
    delivery: Literal["url", "b64_json"] = "b64_json"

    @property
    def inline(self) -> bool:
        """Whether the pictures stand in the answer."""
        return self.delivery == "b64_json"


def translate(body: ImageBody, job: Job, *, model: str | None, takes: Task) -> Translated:
    """Return what a body asks for.

    Args:
        body: As it was sent.
        job: What is done.
        model: What the stage means by the body's model; None: its default.
        takes: What that model takes for the task.

    Raises:
        InvalidRequest: for what no model here can do, by its own name.
    """
    faults = list(_impossible(body))
    if faults:
        raise InvalidRequest.of(faults)
    own = {name: value for name, value in (body.model_extra or {}).items() if value is not None}
    lines = [*job.lines, *_quality(body, takes, own), *_style(body), *_ignored(body)]
    lines += [*_strength(body, job, takes, own), *_size(body, takes)]
    width, _, height = (body.size if body.size and takes.canvas else "").partition("x")
    users = {"user": body.user} if body.user else {}
    request = GenerationRequest(
        task=job.task,
        prompt=_prompt(body, job.prompt),
        negative_prompt=body.negative_prompt or None,
        model=model,
        count=body.n or 1,
        seed=body.seed,
        size=(int(width), int(height)) if height else None,
        aspect_ratio=body.aspect_ratio,
        output_format=body.output_format,
        output_compression=body.output_compression,
        parameters=own,
        approximate=True,
        deadline=timedelta(seconds=body.deadline_seconds) if body.deadline_seconds else DEADLINE,
        group=body.group,
        metadata=users | (body.metadata or {}),
        pictures=job.pictures,
        fit=_fit(body, job),
    )
    return Translated(request, tuple(lines), delivery(body))


def delivery(body: ImageBody) -> Literal["url", "b64_json"]:
    """Return how pictures are handed over: as was asked, else as the named model did."""
    if body.response_format:
        return body.response_format
    return "url" if (body.model or "").startswith("dall-e") else "b64_json"


def _impossible(body: ImageBody) -> Iterator[Fault]:
    if body.stream:
        detail = "streaming is not offered here: leave it out, the answer holds the whole picture"
        yield Fault("/stream", "unsupported_parameter", detail)
    if body.partial_images:
        detail = "partial images are not offered here: leave it out"
        yield Fault("/partial_images", "unsupported_parameter", detail)
    if body.background == "transparent":
        detail = "no model here paints transparency: leave it out, then ask for remove_background"
        yield Fault("/background", "unsupported_parameter", detail)


def _prompt(body: ImageBody, prompt: str) -> Prompt:
    style = STYLES.get(body.style or "", "")
    if not (style or body.image_type):
        return Prompt(text=prompt)
    return Prompt(image_type=body.image_type or "", description=prompt, style=style)


def _quality(body: ImageBody, takes: Task, own: dict[str, Any]) -> Iterator[ReceiptLine]:
    """Translate quality into the model's own, where it has one."""
    if body.quality is None:
        return
    known = next((each for each in takes.parameters if each.name == "quality"), None)
    if known is None:
        reason = "the model has one quality"
        yield ReceiptLine("quality", body.quality, None, "ignored", reason)
        return
    used = "premium" if body.quality in PREMIUM else "standard"
    own["quality"] = used
    if body.quality != used:
        reason = "the model has standard and premium"
        yield ReceiptLine("quality", body.quality, used, "approximated", reason)


def _style(body: ImageBody) -> Iterator[ReceiptLine]:
    if body.style:
        used = f"in the prompt: {STYLES[body.style]}"
        yield ReceiptLine("style", body.style, used, "approximated", "models here read it there")


def _strength(body: ImageBody, job: Job, takes: Task, own: dict[str, Any]) -> Iterator[ReceiptLine]:
    """Say how far a result may go from its picture, where a model wants to know."""
    fidelity = body.input_fidelity if isinstance(body, EditsBody) else None
    if not any(each.name == "strength" for each in takes.parameters):
        if fidelity:
            reason = "what the mask keeps stays as it is"
            yield ReceiptLine("input_fidelity", fidelity, None, "ignored", reason)
        return
    if "strength" not in own:
        own["strength"] = job.strength
        reason = "where OpenAI's words say none"
        yield ReceiptLine("parameters.strength", None, job.strength, "defaulted", reason)
    if fidelity:
        used = f"strength {own['strength']}"
        reason = "models here take a strength"
        yield ReceiptLine("input_fidelity", fidelity, used, "approximated", reason)


def _size(body: ImageBody, takes: Task) -> Iterator[ReceiptLine]:
    if body.size not in (None, "auto") and not takes.canvas:
        reason = "the result's size follows from the image"
        yield ReceiptLine("size", body.size, None, "approximated", reason)


def _fit(body: ImageBody, job: Job) -> Fit | None:
    if not isinstance(body, PicturesBody):
        return None
    return body.fit or ("resize" if job.pictures else None)


def _ignored(body: ImageBody) -> Iterator[ReceiptLine]:
    reasons = {
        "moderation": "Bedrock filters as it does",
        "safety_identifier": "nobody here reads it",
    }
    for name, reason in reasons.items():
        sent = getattr(body, name)
        if sent is not None:
            yield ReceiptLine(name, sent, None, "ignored", reason)
    if body.background:
        yield ReceiptLine("background", body.background, "opaque", "applied")
    if body.user:
        yield ReceiptLine("user", body.user, "metadata.user", "applied")
