"""The SQS door: one message, one image."""

from typing import Any

from functions import wiring
from functions.adapters import sqs
from functions.adapters.telemetry import logger
from functions.domain.errors import AlreadyClaimed
from functions.domain.ids import parse_image
from functions.use_cases.paint import paint

STUDIO = wiring.studio()


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Paint every image of a batch; report those whose message must come again."""
    failed = [record["messageId"] for record in event["Records"] if not _paint(record)]
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _paint(record: dict[str, Any]) -> bool:
    """Paint one message's image; whether the message has done its work."""
    try:
        ref = sqs.read(record["body"])
        place = parse_image(ref.image_id)
        image = STUDIO.records.image(ref.tenant, *place) if place else None
        if image is None:
            logger.warning("no such image", extra={"image_id": ref.image_id})
            return True
        logger.append_keys(image_id=image.id, tenant=image.tenant)
        painted = paint(image, STUDIO)
    except AlreadyClaimed:
        logger.info("somebody else has it")
        return True
    except Exception:  # noqa: BLE001 - whatever it was, the lease brings the image back
        logger.exception("the image was left to its lease")
        return False
    last = painted.attempts[-1] if painted.attempts else None
    outcome = {"outcome": last.outcome, "seconds": last.seconds} if last else {}
    logger.info("painted", extra={"status": painted.status, **outcome})
    return True
