"""Callers of a faulty emulator: the SDK by itself, and our adapter on it."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from functions.adapters.bedrock import BedrockImageModel
from functions.catalogue import CATALOGUE
from functions.domain.outcome import CallFailed
from tests.samples import a_call
from tests.unit.emulator.live import CORE, SDXL, TITAN, Bedrock

MODELS = (CORE, SDXL, TITAN)
CALLS = {
    CORE: a_call(parameters={}),
    SDXL: a_call(model=SDXL, parameters={"steps": 30}),
    TITAN: a_call(model=TITAN, width=1024, height=1024, parameters={"quality": "standard"}),
}
MORE: dict[str, dict[str, Any]] = {"rate_limit": {"per_minute": 1}, "late": {"seconds": 0.05}}
MORE["slow_body"] = MORE["late"]


def waiting(bedrock: Bedrock, seconds: float) -> Iterator[Any]:
    """Yield a client that waits this long for an answer."""
    config = Config(retries={"total_max_attempts": 1}, read_timeout=seconds, proxies={})
    client = boto3.client("bedrock-runtime", endpoint_url=bedrock.url, config=config)
    yield client
    client.close()


def strike(bedrock: Bedrock, client: Any, kind: str, model: str, **more: Any) -> None:
    """Put a fault in force that strikes the very next call."""
    bedrock.faults({"kind": kind, **MORE.get(kind, {}), **more})
    if kind == "rate_limit":
        invoke(client, model)


def invoke(client: Any, model: str, attempt: str = "att_1") -> bytes:
    answer = client.invoke_model(
        modelId=model,
        body=json.dumps(CATALOGUE[model].encode(CALLS[model], {})),
        requestMetadata=json.dumps({"easel-attempt": attempt}),
    )
    return answer["body"].read()


def outcome(client: Any, model: str, attempt: str) -> str:
    """Call through our adapter and return the outcome table's word."""
    ours = BedrockImageModel({"us-west-2": client}, CATALOGUE)
    try:
        reply = ours.invoke(CALLS[model], "us-west-2", attempt_id=attempt)
    except CallFailed as failed:
        return failed.outcome
    return "filtered" if reply.raw is None else "succeeded"


def failure(client: Any, model: str) -> str | type[Exception] | None:
    try:
        invoke(client, model)
    except ClientError as refused:
        return refused.response["Error"]["Code"]
    except BotoCoreError as broken:
        return type(broken)
    return None
