"""Comes last: nothing that the suite said or made may stand where it must not.

Logs hold no prompt, no secret and no picture; records and messages hold no secret
and no picture. What was sent is noted by the suite's own clients.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from operate.collect import Sources, collect
from operate.laws.secrecy import no_pictures, no_secrets, picture_in, secrets_in
from tests.e2e.client import SAID, SECRETS, Stack


@pytest.fixture(scope="module")
def logged(stack: Stack) -> list[str]:
    """Everything that functions, the local AWS and the local Bedrock logged."""
    lines = list(_cloudwatch(stack.aws("logs")))
    for path in (Path(stack.told["log"]), Path(stack.told["log"]).with_name("emulator.log")):
        lines += path.read_text(errors="replace").splitlines()
    return lines


def test_what_functions_did_is_logged(logged: list[str], painted: dict[str, Any]) -> None:
    image = painted["images"][0]["id"]

    assert any(image in line and '"succeeded"' in line for line in logged)


def test_no_prompt_is_logged(logged: list[str], painted: dict[str, Any]) -> None:
    assert "a lake at dawn" in SAID

    found = [line[:300] for line in logged if any(words in line for words in SAID)]

    assert found == []


def test_no_secret_is_logged(logged: list[str], painted: dict[str, Any]) -> None:
    assert SECRETS

    found = [line[:300] for line in logged if secrets_in(line) or _any_of(SECRETS, line)]

    assert found == []


def test_no_picture_is_logged(logged: list[str]) -> None:
    assert [line[:300] for line in logged if picture_in(line)] == []


def test_no_secret_and_no_picture_is_in_the_records_or_the_dead_letters(
    stack: Stack, painted: dict[str, Any]
) -> None:
    outputs = stack.told["outputs"]
    evidence = collect(
        Sources(
            table=outputs["TableName"],
            bucket=outputs["BucketName"],
            dead_letters=outputs["DeadLetterQueueUrl"],
        ),
        stack.aws,
    )

    assert len(evidence.items) > 10
    assert [*no_pictures(evidence), *no_secrets(evidence)] == []
    assert [item for item in evidence.items if _any_of(SECRETS, str(item))] == []


def _cloudwatch(logs: Any) -> Iterator[str]:
    for page in logs.get_paginator("describe_log_groups").paginate():
        for group in page["logGroups"]:
            name = group["logGroupName"]
            for events in logs.get_paginator("filter_log_events").paginate(logGroupName=name):
                for event in events["events"]:
                    yield event["message"]


def _any_of(words: set[str], text: str) -> bool:
    return any(each in text for each in words)
