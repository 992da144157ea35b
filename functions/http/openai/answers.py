"""What OpenAI's clients get: pictures, or why there are none, in their shape."""

import base64
import json
from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, Literal

from functions.domain.call import Call
from functions.domain.errors import EaselError, Fault, InvalidRequest
from functions.domain.generation import Generation
from functions.domain.image import Image

MOST_ANSWER_BYTES = 5_500_000
"""Of an answer; Lambda stops at 6 MB."""

ROOM = 100_000
"""Bytes of an answer that are not pictures, and more."""

PER_PIXEL = {"png": 1.9, "jpeg": 0.55, "webp": 0.55}
"""Bytes of a picture for each of its pixels, as its model writes it.

Two PNGs of a megapixel are taken so, and fit but for 3 of 79 detailed pictures (2.1)."""

WRITTEN_PER_PIXEL = {
    "jpeg": {80: 0.35, 90: 0.65, 95: 0.9, 100: 2.0},
    "webp": {80: 0.3, 90: 0.45, 95: 0.55, 100: 1.1},
}
"""The same of those that we write, by the best quality that a figure holds for: rounded up
from the largest of those 79. Noise has three times as much, which no model paints; what is
too large all the same is paid and kept (`TooLargeForJson`)."""


class ContentPolicyViolation(EaselError):
    """The model withheld every picture: the same request would be withheld again."""

    status, code, title = 400, "content_policy_violation", "The request was filtered"


class NotPainted(EaselError):
    """Every picture failed; asking again would pay again, so only a person should."""

    status, code, title = 502, "generation_failed", "The pictures could not be painted"


class StillPainting(EaselError):
    """The wait ended before the picture was there: the same request collects it."""

    status, code, title, retryable = 503, "still_running", "The picture is not ready yet", True


class TooLargeForJson(EaselError):
    """The pictures are paid and kept, but one answer cannot hold them."""

    status, code, title = 400, "response_too_large", "The pictures are too large for one answer"


def must_fit(calls: Sequence[Call]) -> None:
    """Refuse pictures that one answer would not hold, before they are paid.

    Raises:
        InvalidRequest: as base64 they would be too long, as detailed pictures are.
    """
    size = sum(map(_expected, calls)) * 4 // 3
    if size > MOST_ANSWER_BYTES - ROOM:
        smaller = _smaller(calls[0])
        most = f"at most {MOST_ANSWER_BYTES:,}"
        told = f"{len(calls)} pictures may have {size:,} bytes as base64, {most}"
        detail = f'{told}: ask with response_format="url", {smaller}or for fewer'
        raise InvalidRequest.of([Fault("/response_format", TooLargeForJson.code, detail)])


def _expected(call: Call) -> int:
    return int(call.width * call.height * _per_pixel(call))


def _per_pixel(call: Call) -> float:
    made = call.writing
    if made is None:
        return PER_PIXEL[call.output_format]
    steps = WRITTEN_PER_PIXEL[made.format].items()
    return next(most for best, most in steps if made.quality <= best)


def _smaller(call: Call) -> str:
    """Return what makes a picture smaller."""
    if call.file_format == "png":
        return 'output_format="jpeg", '
    best = call.writing and call.writing.quality > min(WRITTEN_PER_PIXEL[call.writing.format])
    return "a lower output_compression, " if best else ""


def judge(whole: Generation, images: Sequence[Image], *, rest: Callable[[], float]) -> None:
    """Return if there are pictures to show.

    Args:
        whole: What was asked for.
        images: Its images.
        rest: Returns the seconds that it will still be painted, about; a read of its own.

    Raises:
        StillPainting: not all images have ended.
        ContentPolicyViolation: the model withheld all of them.
        NotPainted: all failed, or were canceled.
    """
    if not whole.terminal:
        words = (
            f"{whole.id} is being painted. OpenAI's SDKs collect it by their own retries, unpaid"
        )
        found = f"without, GET /v1/generations/{whole.id}: a plain repeat is a new request"
        raise StillPainting(f"{words}; {found}.", retry_after=ceil(rest()))
    if any(image.picture for image in images):
        return
    problem = next((image.problem for image in images if image.problem), None)
    words = problem.detail if problem else "it was canceled"
    if whole.status == "filtered":
        raise ContentPolicyViolation(f"{words}. {whole.id} was filtered; do not send it again.")
    raise NotPainted(f"{whole.id} {whole.status}: {words}. Send a new request to try once more.")


def pictures(
    images: Sequence[Image],
    prompt: str | None,
    *,
    delivery: Literal["url", "b64_json"],
    raw: Callable[[Image], bytes],
    url: Callable[[Image], str],
) -> list[dict[str, Any]]:
    """Return the pictures as entries of `data`.

    Args:
        images: What was asked for; those without a picture are left out.
        prompt: As the client wrote it; None where its call has none.
        delivery: How the pictures are handed over.
        raw: Reads a picture's bytes.
        url: Makes a picture's address.

    Raises:
        TooLargeForJson: they do not fit; names the images, which are paid and kept.
    """
    made = [image for image in images if image.picture]
    size = sum(image.picture.size for image in made if image.picture) * 4 // 3
    if delivery == "b64_json" and size > MOST_ANSWER_BYTES - ROOM:
        ids = ", ".join(image.id for image in made)
        raise TooLargeForJson(
            f'The pictures have {size:,} bytes as base64: ask with response_format="url" or '
            f'output_format="jpeg". They are paid and kept: GET /v1/images/{{id}} for {ids}.'
        )
    return [_entry(image, prompt, delivery, raw, url) for image in made]


def _entry(
    image: Image,
    prompt: str | None,
    delivery: str,
    raw: Callable[[Image], bytes],
    url: Callable[[Image], str],
) -> dict[str, Any]:
    picture = image.picture
    shown = (
        {"url": url(image)}
        if delivery == "url"
        else {"b64_json": base64.b64encode(raw(image)).decode("ascii")}
    )
    other = prompt is not None and image.call.prompt != prompt
    revised = {"revised_prompt": image.call.prompt} if other else {}
    size = f"{picture.width}x{picture.height}" if picture else None
    noted = {"note": picture.note} if picture and picture.note else {}
    return {**shown, **revised, **noted, "id": image.id, "seed": image.seed, "size": size}


def usage(images: Sequence[Image]) -> dict[str, Any]:
    """Return OpenAI's usage: models here are not paid by tokens, so pictures are counted."""
    made = sum(1 for image in images if image.picture)
    details = {"text_tokens": 0, "image_tokens": 0}
    return {
        "input_tokens": 0,
        "output_tokens": 0,
        "total_tokens": 0,
        "input_tokens_details": details,
        "images": made,
    }


def dumps(body: dict[str, Any]) -> str:
    """Return an answer as JSON."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
