"""`PaintQueue` on SQS: a standard queue whose message groups are tenants.

Groups make a standard queue fair: one tenant's flood does not delay another's
pictures. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
checked 2026-11-22.
"""

import json
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from functions.domain.ledger import ImageRef

logger = logging.getLogger(__name__)

BATCH = 10
"""Most messages that one call takes."""


class SQSPaintQueue:
    """The queue between accepting and painting."""

    def __init__(self, client: Any, queue_url: str) -> None:
        """Take an SQS client and the queue's address."""
        self._client = client
        self._queue_url = queue_url

    def send(self, refs: Sequence[ImageRef], *, delay_seconds: int = 0) -> bool:
        """Send one message for each image; whether SQS accepted every one.

        An SQS that cannot be reached is a False too, never an error: what was
        written stands, and what is due brings the images back.
        """
        accepted = sum(self._send(batch, delay_seconds) for batch in _batches(refs))
        if accepted < len(refs):
            logger.warning("SQS took %d of %d messages", accepted, len(refs))
        return accepted == len(refs)

    def _send(self, batch: Sequence[ImageRef], delay: int) -> int:
        entries = [_entry(number, ref, delay) for number, ref in enumerate(batch)]
        try:
            reply = self._client.send_message_batch(QueueUrl=self._queue_url, Entries=entries)
        except (BotoCoreError, ClientError):
            logger.exception("SQS did not answer")
            return 0
        return len(reply.get("Successful", ()))


def write(ref: ImageRef) -> str:
    """Return a message's body: whose image, and which; never a prompt."""
    return json.dumps({"tenant": ref.tenant, "image_id": ref.image_id})


def read(body: str) -> ImageRef:
    """Return what a message's body points at.

    Raises:
        ValueError: it is not one of our messages.
    """
    try:
        known = json.loads(body)
        return ImageRef(known["tenant"], known["image_id"])
    except (KeyError, TypeError) as strange:
        raise ValueError("not one of our messages") from strange


def _entry(number: int, ref: ImageRef, delay: int) -> dict[str, Any]:
    entry = {"Id": str(number), "MessageBody": write(ref), "MessageGroupId": ref.tenant}
    return entry | ({"DelaySeconds": delay} if delay else {})


def _batches(refs: Sequence[ImageRef]) -> Iterator[Sequence[ImageRef]]:
    for start in range(0, len(refs), BATCH):
        yield refs[start : start + BATCH]
