"""The composition root at run time: settings, clients, adapters, by door.

Each door builds only what it uses, once, while Lambda starts it. Nothing else
in `functions` knows boto3's clients or reads the environment.
"""

import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import boto3
from botocore.config import Config

from functions.adapters.dynamodb.keyring import DynamoDBKeyRing
from functions.adapters.dynamodb.records import DynamoDBRecords
from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.adapters.s3 import S3ImageStore
from functions.adapters.sqs import SQSPaintQueue
from functions.adapters.telemetry import Meter
from functions.catalogue import CATALOGUE
from functions.catalogue.policy import Policy
from functions.domain.money import micro
from functions.domain.ports import KeyRing
from functions.settings import Settings
from functions.use_cases.care import Household
from functions.use_cases.counter import Counter
from functions.use_cases.look import Clock
from functions.use_cases.studio import Studio

PATIENCE: dict[str, Any] = {
    "retries": {"mode": "standard", "total_max_attempts": 4},
    "connect_timeout": 3,
    # What is sent is written by typed code of ours and held by tests; to look at it again,
    # and to compose a long user agent, is a quarter of boto3's CPU for a call.
    "parameter_validation": False,
    "user_agent": "Easel",
}
PATIENT = Config(**PATIENCE)


def now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def policy(settings: Settings, at: datetime) -> Policy:
    """Return a stage's word on models on the day of `at`."""
    return Policy(
        region=settings.bedrock_region,
        default_model=settings.default_model,
        intents=settings.intents,
        on_retired=settings.on_retired,
        today=at.date(),
    )


def public_url() -> str:
    """Return the address that clients use, empty for the gateway's own."""
    return Settings.from_env().public_url


def meter() -> Meter:
    """Return what counts, for any door."""
    return Meter(Settings.from_env().stage)


def counter() -> Counter:
    """Return what `api` needs."""
    settings = Settings.from_env()
    return Counter(
        records=DynamoDBRecords(_client("dynamodb"), settings.table),
        queue=SQSPaintQueue(_client("sqs"), settings.queue_url),
        store=_store(settings),
        inscriber=EmbeddedInscriber(),
        clock=Clock(now, time.sleep),
        policy=lambda: policy(settings, now()),
        limit=micro(settings.tenant_monthly_usd),
        longest_wait=settings.max_wait_seconds,
        link_seconds=settings.link_seconds,
        grace=timedelta(seconds=settings.grace_seconds),
    )


def studio() -> Studio:
    """Return what `painter` needs."""
    from functions.adapters.bedrock import BedrockImageModel  # noqa: PLC0415 - painter only
    from functions.adapters.pixels import PillowPixels  # noqa: PLC0415 - painter only

    settings = Settings.from_env()
    model = _client(
        "bedrock-runtime",
        region_name=settings.bedrock_region,
        config=invoking(settings.invoke_timeout_seconds),
    )
    return Studio(
        records=DynamoDBRecords(_client("dynamodb"), settings.table),
        model=BedrockImageModel(model, settings.bedrock_region, CATALOGUE),
        store=_store(settings),
        pixels=PillowPixels(),
        queue=SQSPaintQueue(_client("sqs"), settings.queue_url),
        clock=now,
        new_id=lambda: uuid4().hex,
        chance=random.random,
        lease=timedelta(seconds=settings.lease_seconds),
        limit=micro(settings.tenant_monthly_usd),
        inscriber=EmbeddedInscriber() if settings.file_metadata else None,
        grace=timedelta(seconds=settings.grace_seconds),
    )


def household() -> Household:
    """Return what `caretaker` needs."""
    settings = Settings.from_env()
    return Household(
        records=DynamoDBRecords(_client("dynamodb"), settings.table),
        queue=SQSPaintQueue(_client("sqs"), settings.queue_url),
        store=_store(settings),
        limit=micro(settings.tenant_monthly_usd),
        grace=timedelta(seconds=settings.grace_seconds),
    )


def keys(table: str | None = None) -> KeyRing:
    """Return where keys are kept; operators name the table themselves."""
    return DynamoDBKeyRing(_client("dynamodb"), table or Settings.from_env().table)


def invoking(timeout_seconds: int) -> Config:
    """Return how models are called: patiently, and exactly once.

    boto3 would try again by itself, and each try would be a paid call that
    nobody wrote down.
    https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
    recommends a long read time-out; checked 2026-11-22.
    """
    return Config(
        retries={"mode": "standard", "total_max_attempts": 1},
        connect_timeout=5,
        read_timeout=timeout_seconds,
        tcp_keepalive=True,
    )


def presigning() -> Config:
    """Return how S3 is addressed: virtual hosts, Regional, signature version 4."""
    return Config(
        signature_version="s3v4",
        s3={
            "addressing_style": "virtual",
            "us_east_1_regional_endpoint": "regional",
            "payload_signing_enabled": False,  # S3 compares our checksum, over TLS
        },
        **PATIENCE,
    )


def _store(settings: Settings) -> S3ImageStore:
    client = _client("s3", config=presigning())
    return S3ImageStore(client, settings.bucket, link_seconds=settings.link_seconds)


def _client(service: str, *, config: Config = PATIENT, region_name: str | None = None) -> Any:
    return _make(service, config=config, region_name=region_name)


_make: Any = boto3.client  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
