"""Reads the evidence of a deployment: table, bucket, queues, a model's ledger.

Reads only. Nothing is bounded but the pages: an audit reads everything once, so
a large deployment's audit costs as much as a scan of its table.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib import request

import boto3
from botocore.config import Config

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import (
    Plain,
    budget_of,
    generation_of,
    image_of,
    plain_of,
)
from functions.adapters.dynamodb.enhancements import enhancement_of
from functions.domain.ledger import Budget
from operate.evidence import Evidence, File, ModelCall

Client = Callable[[str], Any]

PATIENT = Config(retries={"mode": "standard", "total_max_attempts": 5})
_make: Any = boto3.client  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def client_of(service: str) -> Any:
    """Return boto3's client of a service, as the environment has it."""
    return _make(service, config=PATIENT)


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where the evidence lies.

    Attributes:
        table: Name of the table.
        bucket: Name of the bucket.
        dead_letters: Address of a queue without a consumer, whose messages are
            looked at: a live queue's would be counted as received, and moved.
        ledger: Address of an emulator, whose ledger is the truth about calls.
        digests: Whether every picture is read and hashed.
        keep_days: After how many days pictures expire, None where they do not.
    """

    table: str
    bucket: str
    dead_letters: str | None = None
    ledger: str | None = None
    digests: bool = False
    keep_days: int | None = None


def collect(sources: Sources, client: Client = client_of) -> Evidence:
    """Read everything; `client` makes boto3's clients by their service's name."""
    at = datetime.now(UTC)
    items = list(_items(client("dynamodb"), sources.table))
    letters = _letters(client("sqs"), sources.dead_letters) if sources.dead_letters else ()
    months = {_owner(item): _budget(item) for item in _at(items, "BUDGET#")}
    return Evidence(
        at=at,
        images=[image_of(item) for item in _at(items, "IMG#")],
        generations=[generation_of(item) for item in _at(items, "GEN#")],
        enhancements=[enhancement_of(item) for item in _at(items, "ENH#")],
        months=months,
        due=[keys.due_of(item) for item in items if str(item["PK"]).startswith("DUE#")],
        keys={_owner(item): item["ulid"] for item in _at(items, "IDEM#")},
        files=dict(_files(client("s3"), sources)),
        items=items,
        messages=list(letters),
        calls=calls_at(sources.ledger) if sources.ledger else None,
        files_kept_since=at - timedelta(days=sources.keep_days) if sources.keep_days else None,
    )


def calls_at(emulator: str) -> list[ModelCall]:
    """Return an emulator's ledger.

    Raises:
        ValueError: it has let go of its oldest lines, so it proves nothing.
    """
    opener = request.build_opener(request.ProxyHandler({}))
    with opener.open(f"{emulator}/_emulator/ledger", timeout=30) as answer:
        told = json.load(answer)
    if told["total"] != len(told["invocations"]):
        raise ValueError("the ledger has forgotten its oldest calls; reset it before a campaign")
    return [call_of(line) for line in told["invocations"]]


def call_of(line: Plain) -> ModelCall:
    """Return one line of the ledger."""
    ended = line["fault"] or line["outcome"]
    return ModelCall(line["request_id"], line["attempt"], line["billed"], ended)


def depth(queue: str, client: Client = client_of) -> int:
    """Return how many messages a queue holds: waiting, in work, and delayed."""
    names = [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
    ]
    told = client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=names)
    return sum(int(told["Attributes"][name]) for name in names)


def _items(dynamodb: Any, table: str) -> Iterator[Plain]:
    pages = dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    for page in pages:
        for item in page["Items"]:
            yield plain_of(item)


def _at(items: Sequence[Plain], prefix: str) -> list[Plain]:
    return [item for item in items if str(item["SK"]).startswith(prefix)]


def _owner(item: Plain) -> tuple[str, str]:
    return item["PK"].partition("#")[2], item["SK"].partition("#")[2]


def _budget(item: Plain) -> Budget:
    return budget_of(item, _owner(item)[1], 0)


def _files(s3: Any, sources: Sources) -> Iterator[tuple[str, File]]:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=sources.bucket):
        for each in page.get("Contents", ()):
            key, digest = each["Key"], None
            if sources.digests and key.startswith("images/"):
                body = s3.get_object(Bucket=sources.bucket, Key=key)["Body"]
                digest = hashlib.sha256(body.read()).hexdigest()
            yield key, File(each["Size"], digest)


def _letters(sqs: Any, queue: str) -> Iterator[str]:
    """Look at a queue's messages until none is new; they come back by themselves."""
    seen: set[str] = set()
    while True:
        found = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, VisibilityTimeout=30)
        new = [each for each in found.get("Messages", ()) if each["MessageId"] not in seen]
        if not new:
            return
        for each in new:
            seen.add(each["MessageId"])
            yield each["Body"]
