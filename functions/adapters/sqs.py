"""`PaintQueue` on SQS: a standard queue whose message groups are tenants.

Groups make a standard queue fair: one tenant's flood does not delay another's
pictures. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
checked 2026-11-22.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from functions.domain.ledger import ImageRef

BATCH = 10
"""Most messages that one call takes."""


class SQSPaintQueue:
    """The queue between accepting and painting."""

    def __init__(self, client: Any, queue_url: str) -> None:
        """Take an SQS client and the queue's address."""
        self._client = client
        self._queue_url = queue_url

    def send(self, refs: Sequence[ImageRef], *, delay_seconds: int = 0) -> bool:
        """Send one message for each image; whether SQS accepted every one."""
        accepted = 0
        for batch in _batches(refs):
            entries = [_entry(number, ref, delay_seconds) for number, ref in enumerate(batch)]
            reply = self._client.send_message_batch(QueueUrl=self._queue_url, Entries=entries)
            accepted += len(reply.get("Successful", ()))
        return accepted == len(refs)


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
