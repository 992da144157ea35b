"""Nouns to start a test from; each takes what the test cares about as keywords."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from functions.domain.attempt import Attempt, Picture
from functions.domain.call import Call
from functions.domain.generation import Counts, Generation
from functions.domain.image import Image
from functions.domain.money import Micro
from functions.domain.outcome import RULES, Outcome
from functions.domain.ports.store import ImageStore
from functions.domain.receipt import ReceiptLine

NOW = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
MONTH = "2026-11"
TENANT = "ten_a"
LEASE = timedelta(seconds=390)
PRICE: Micro = 40_000
LIMIT: Micro = 50_000_000
CORE = "stability.stable-image-core-v1:1"


def ulid(number: int) -> str:
    """Return the `number`th of a row of ULIDs; they sort as their numbers do."""
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    text = ""
    for _ in range(26):
        number, last = divmod(number, 32)
        text = digits[last] + text
    return text


def a_call(**changes: Any) -> Call:
    known: dict[str, Any] = {
        "model": CORE,
        "task": "text_to_image",
        "prompt": "a lake at dawn",
        "negative_prompt": "people",
        "seed": 7,
        "width": 1344,
        "height": 768,
        "aspect_ratio": "16:9",
        "output_format": "png",
        "parameters": {"cfg_scale": 7.5, "steps": 30, "style_preset": "anime"},
    }
    return Call(**(known | changes))


def a_generation(**changes: Any) -> Generation:
    known: dict[str, Any] = {
        "tenant": "ten_a",
        "key_id": "key_a",
        "ulid": ulid(1),
        "task": "text_to_image",
        "model_requested": "balanced",
        "model": CORE,
        "counts": Counts(total=1),
        "created_at": NOW,
        "deadline_at": NOW + timedelta(seconds=900),
        "month": MONTH,
        "estimated": PRICE,
        "request": {"prompt": "a lake", "count": 1, "parameters": {"cfg_scale": 7.5}},
        "receipt": (
            ReceiptLine("seed", None, 7, "defaulted", "picked by us"),
            ReceiptLine("parameters.cfg_scale", 7.5, 7.5, "applied"),
        ),
        "group": "lesson-3",
        "metadata": {"project": "poster"},
    }
    return Generation(**(known | changes))


def an_image(**changes: Any) -> Image:
    known: dict[str, Any] = {
        "tenant": "ten_a",
        "ulid": ulid(1),
        "number": 0,
        "call": a_call(),
        "region": "us-west-2",
        "price": PRICE,
        "reserved": PRICE,
        "month": MONTH,
        "created_at": NOW,
        "deadline_at": NOW + timedelta(seconds=900),
        "retry_unknown": True,
    }
    return Image(**(known | changes))


def an_accepted(
    *, count: int = 1, price: Micro = PRICE, **changes: Any
) -> tuple[Generation, Sequence[Image]]:
    """Return a generation of `count` images that agree with it."""
    generation = a_generation(
        **({"counts": Counts(total=count), "estimated": price * count} | changes)
    )
    images = [
        an_image(
            tenant=generation.tenant,
            ulid=generation.ulid,
            number=number,
            call=a_call(seed=7 + number),
            price=price,
            reserved=price,
            month=generation.month,
            created_at=generation.created_at,
            deadline_at=generation.deadline_at,
        )
        for number in range(count)
    ]
    return generation, images


def an_attempt(outcome: Outcome | None = None, **changes: Any) -> Attempt:
    """Return an attempt; without an outcome it is still out."""
    known: dict[str, Any] = {"id": "attempt-1", "started_at": NOW, "region": "us-west-2"}
    if outcome:
        known |= {"outcome": outcome, "billed": RULES[outcome].billed, "seconds": 4.125}
    return Attempt(**(known | changes))


def a_picture(**changes: Any) -> Picture:
    known: dict[str, Any] = {
        "key": "images/ten_a/1/00.png",
        "format": "png",
        "width": 1344,
        "height": 768,
        "size": 1_549_592,
        "sha256": "ab" * 32,
    }
    return Picture(**(known | changes))


def publish(
    store: ImageStore, image: Image, raw: bytes, file_format: str = "png", *, attempt: str = "a"
) -> str:
    """Put a file at its lasting key, as a painter does."""
    return store.publish(image, attempt, raw, file_format, sha256=sha256(raw).hexdigest())
