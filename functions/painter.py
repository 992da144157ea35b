"""The SQS door: one message, one image."""

from functions import start  # isort: split

from typing import Any

from functions.adapters import sqs
from functions.adapters.telemetry import logger
from functions.domain import signals
from functions.domain.errors import AlreadyClaimed
from functions.domain.ids import parse_image
from functions.domain.ledger import ImageRef
from functions.domain.readings import between
from functions.domain.story import STORY, story
from functions.use_cases.paint import paint
from functions.wiring.meter import meter
from functions.wiring.painter import studio

STUDIO = studio()
METER = meter()
start.over()


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Paint every image of a batch; report those whose message must come again."""
    failed = [record["messageId"] for record in event["Records"] if not _receive(record["body"])]
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _receive(body: str) -> bool:
    """Paint one message's image; whether the message has done its work."""
    try:
        ref = sqs.read(body)
    except ValueError:
        logger.exception("a strange message was left to the dead letters")
        METER.emit([signals.PAINTINGS_BROKEN.of()])
        return False
    with logger.append_context_keys(image_id=ref.image_id, tenant=ref.tenant, correlation_id=""):
        try:
            _paint(ref)
        except AlreadyClaimed:
            logger.info("somebody else has it")
        except Exception:  # noqa: BLE001 - whatever it was, the lease brings the image back
            logger.exception("the image was left to its lease")
            METER.emit([signals.PAINTINGS_BROKEN.of()])
            return False
    return True


def _paint(ref: ImageRef) -> None:
    place = parse_image(ref.image_id)
    image = STUDIO.records.image(ref.tenant, *place) if place else None
    if image is None:
        logger.warning("no such image")
        return
    logger.append_keys(correlation_id=image.correlation_id)
    painted = paint(image, STUDIO)
    METER.emit(between(image, painted))
    logger.info(STORY, extra=story(image, painted))
