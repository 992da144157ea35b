"""What a log line says of an image when it moved: the fields that saved queries read.

Never a prompt, nor a model's words, which may quote one.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from functions.domain.blame import blame
from functions.domain.image import Image
from functions.domain.money import dollars

if TYPE_CHECKING:
    from functions.domain.enhancement import Enhancement

STORY = "image"
"""The message of such a line."""

ENHANCED = "enhancement"
"""The message of a line about one call of the text model."""


def story(before: Image, after: Image) -> dict[str, Any]:
    """Return the fields of the line about one step of an image; none where unknown."""
    last = after.attempts[-1] if after.attempts else None
    told: dict[str, Any] = {
        "image_id": after.id,
        "tenant": after.tenant,
        "correlation_id": after.correlation_id,
        "model": after.call.model,
        "status": after.status,
        "attempts": len(after.attempts),
        "outcome": last.outcome if last else None,
        "billed": last.billed if last else None,
        "bedrock_request_id": last.request_id if last else None,
        "model_seconds": last.seconds if last else None,
        "waited_seconds": _seconds(after.created_at, after.started_at),
        "usd": float(dollars(after.spent - before.spent)),
        "usd_unknown": float(dollars(after.unknown - before.unknown)),
    }
    if after.terminal:
        told["total_seconds"] = _seconds(after.created_at, after.completed_at)
        told["code"] = after.problem.code if after.problem else None
        told["blame"] = None if after.status == "succeeded" else blame(after)
    return {name: value for name, value in told.items() if value is not None}


def told(bill: "Enhancement") -> dict[str, Any]:
    """Return the fields of the line about a call of the text model that was settled."""
    return {
        "tenant": bill.tenant,
        "enhancement": bill.ulid,
        "correlation_id": bill.correlation_id,
        "model": bill.model,
        "outcome": bill.outcome,
        "billed": bill.billed,
        "problem": bill.problem,
        "bedrock_request_id": bill.request_id,
        "input_tokens": bill.tokens.input,
        "output_tokens": bill.tokens.output,
        "usd": float(dollars(bill.spent)),
        "usd_unknown": float(dollars(bill.unknown)),
        "total_seconds": _seconds(bill.created_at, bill.completed_at),
    }


def _seconds(since: datetime, until: datetime | None) -> float | None:
    return round((until - since).total_seconds(), 3) if until else None
