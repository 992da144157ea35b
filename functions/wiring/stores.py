"""The adapters that doors share: records, bucket and queue of this deployment."""

from functools import cache
from typing import Any

from functions.adapters.dynamodb.records import DynamoDBRecords
from functions.adapters.s3 import S3ImageStore
from functions.adapters.sqs import SQSPaintQueue
from functions.settings import Settings
from functions.wiring.clients import client, s3


def records(settings: Settings) -> DynamoDBRecords:
    """Return the truth."""
    return DynamoDBRecords(dynamodb(), settings.table)


def queue(settings: Settings) -> SQSPaintQueue:
    """Return where painters wait."""
    return SQSPaintQueue(client("sqs"), settings.queue_url)


def store(settings: Settings) -> S3ImageStore:
    """Return where bytes live."""
    return S3ImageStore(s3(), settings.bucket, link_seconds=settings.link_seconds)


@cache
def dynamodb() -> Any:
    """Return the one client for all that is kept in the table."""
    return client("dynamodb")
