"""The local AWS that the real adapters are held against, and the doubles beside them.

There is no skipping: where MiniStack does not start, the suite fails.
"""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import boto3
import pytest
from botocore.config import Config

from functions.adapters.dynamodb.codec import item_of
from functions.adapters.dynamodb.keyring import DynamoDBKeyRing
from functions.adapters.dynamodb.keys import SHARE_SECRET
from functions.adapters.dynamodb.listings import DynamoDBListings
from functions.adapters.dynamodb.records import DynamoDBRecords
from functions.adapters.dynamodb.secret import DynamoDBShareSecret
from functions.adapters.s3 import S3ImageStore
from functions.adapters.sqs import SQSPaintQueue, read
from functions.domain.ledger import ImageRef
from functions.domain.listing import Listings
from functions.domain.ports.keys import KeyRing
from functions.domain.ports.queue import PaintQueue
from functions.domain.ports.records import Records
from functions.domain.ports.secrets import ShareSecret
from functions.domain.ports.store import ImageStore
from tests.fakes import (
    FakeKeyRing,
    FakeListings,
    FakeQueue,
    FakeRecords,
    FakeShareSecret,
    FakeStore,
)

MINISTACK = Path(__file__).parents[2] / ".venv-aws" / "bin" / "ministack"
STARTS_WITHIN = 30
TABLE, BUCKET, QUEUE = "records", "files", "paint"
_tenants = count(1)


@dataclass(frozen=True)
class LocalAws:
    """Where the local AWS listens."""

    url: str

    def client(self, service: str, **options: Any) -> Any:
        """Return a client that talks to it and nothing else."""
        config = Config(max_pool_connections=60, s3={"addressing_style": "path"})
        return boto3.client(service, endpoint_url=self.url, config=config, **options)


@pytest.fixture(scope="session")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalAws]:
    """Start MiniStack on a free port, with nothing of our environment in it."""
    home = tmp_path_factory.mktemp("aws")
    port = _free_port()
    log = home / "ministack.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [MINISTACK], env=_environment(home, port), cwd=home, stdout=out, stderr=out
        )
    local = LocalAws(f"http://127.0.0.1:{port}")
    try:
        _wait_for(f"{local.url}/_ministack/health", process, log)
        _furnish(local)
        yield local
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def tenant() -> str:
    """A tenant of the test's own, so that tests share one table."""
    return f"ten_{next(_tenants)}"


@pytest.fixture(params=["fake", "dynamodb"])
def records(request: pytest.FixtureRequest) -> Records:
    if request.param == "fake":
        return FakeRecords()
    aws: LocalAws = request.getfixturevalue("aws")
    return DynamoDBRecords(aws.client("dynamodb"), TABLE)


@pytest.fixture(params=["fake", "dynamodb"])
def keyring(request: pytest.FixtureRequest) -> KeyRing:
    if request.param == "fake":
        return FakeKeyRing()
    aws: LocalAws = request.getfixturevalue("aws")
    return DynamoDBKeyRing(aws.client("dynamodb"), TABLE)


@pytest.fixture(params=["fake", "dynamodb"])
def listings(request: pytest.FixtureRequest) -> Listings:
    if request.param == "fake":
        return FakeListings()
    aws: LocalAws = request.getfixturevalue("aws")
    return DynamoDBListings(aws.client("dynamodb"), TABLE)


@pytest.fixture(params=["fake", "dynamodb"])
def share_secrets(request: pytest.FixtureRequest) -> Callable[[], ShareSecret]:
    """Ways to one new secret, as every environment of a function has its own."""
    if request.param == "fake":
        one = FakeShareSecret()
        return lambda: one
    aws: LocalAws = request.getfixturevalue("aws")
    client = aws.client("dynamodb")
    client.delete_item(TableName=TABLE, Key=item_of(SHARE_SECRET))
    return lambda: DynamoDBShareSecret(client, TABLE)


@pytest.fixture(params=["fake", "s3"])
def store(request: pytest.FixtureRequest) -> ImageStore:
    if request.param == "fake":
        return FakeStore()
    aws: LocalAws = request.getfixturevalue("aws")
    return S3ImageStore(aws.client("s3"), BUCKET, link_seconds=900)


class Carrier:
    """A queue with both of its ends."""

    def __init__(self, queue: PaintQueue, client: Any = None, url: str = "") -> None:
        self.queue = queue
        self._client = client
        self._url = url

    def receive(self) -> list[ImageRef]:
        """Take what can be received now."""
        if isinstance(self.queue, FakeQueue):
            return list(iter(self.queue.receive, None))
        found: list[ImageRef] = []
        while True:
            reply = self._client.receive_message(QueueUrl=self._url, MaxNumberOfMessages=10)
            messages = reply.get("Messages", ())
            if not messages:
                return found
            found += [read(message["Body"]) for message in messages]


@pytest.fixture(params=["fake", "sqs"])
def carrier(request: pytest.FixtureRequest) -> Carrier:
    if request.param == "fake":
        return Carrier(FakeQueue(lambda: datetime.now(UTC)))
    aws: LocalAws = request.getfixturevalue("aws")
    client = aws.client("sqs")
    url = client.create_queue(QueueName=f"{QUEUE}-{next(_tenants)}")["QueueUrl"]
    return Carrier(SQSPaintQueue(client, url), client, url)


def _environment(home: Path, port: int) -> dict[str, str]:
    for folder in ("tmp", "state"):
        (home / folder).mkdir()
    return {
        "PATH": f"{MINISTACK.parent}{os.pathsep}{os.defpath}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TMPDIR": str(home / "tmp"),
        "STATE_DIR": str(home / "state"),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "SERVICES": "dynamodb,s3,sqs",
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    pytest.fail(f"MiniStack did not start; run `make install` first?\n{log.read_text()[-3000:]}")


def _furnish(local: LocalAws) -> None:
    """Make the table as the deployed template has it, and a bucket."""
    key = [{"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"}]
    indexes = {
        name: [
            {"AttributeName": f"{name}_pk", "KeyType": "HASH"},
            {"AttributeName": f"{name}_sk", "KeyType": "RANGE"},
        ]
        for name in ("gallery", "favourites")
    }
    names = [each["AttributeName"] for each in (*key, *chain(*indexes.values()))]
    local.client("dynamodb").create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=key,
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in names],
        GlobalSecondaryIndexes=[
            {
                "IndexName": name,
                "KeySchema": schema,
                "Projection": {"ProjectionType": "ALL"},
            }
            for name, schema in indexes.items()
        ],
    )
    local.client("s3").create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "us-west-2"}
    )
