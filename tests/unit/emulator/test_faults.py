"""Every fault, on the wire: what a client sees, what we make of it, who pays."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ReadTimeoutError,
    ResponseStreamingError,
)

from emulator.kinds import KINDS
from emulator.options import Options
from functions.adapters.bedrock import BedrockImageModel
from functions.adapters.pixels import PillowPixels
from functions.catalogue import CATALOGUE
from functions.domain.outcome import RULES
from functions.domain.ports.pixels import NotAPicture
from tests.unit.emulator.faulty import CALLS, MODELS, failure, invoke, outcome, strike, waiting
from tests.unit.emulator.live import CORE, TITAN, Bedrock, running

# What boto3 raises, or None: a 200; what our adapter makes of it; the ledger's status and bill.
SEEN: dict[str, tuple[str | type[Exception] | None, str, int | None, str]] = {
    "throttled": ("ThrottlingException", "throttled", 429, "no"),
    "model_not_ready": ("ModelNotReadyException", "throttled", 429, "no"),
    "rate_limit": ("ThrottlingException", "throttled", 429, "no"),
    "model_timeout": ("ModelTimeoutException", "interrupted", 408, "no"),
    "model_error": ("ModelErrorException", "interrupted", 424, "no"),
    "internal": ("InternalServerException", "interrupted", 500, "no"),
    "unavailable": ("ServiceUnavailableException", "interrupted", 503, "no"),
    "access_denied": ("AccessDeniedException", "refused", 403, "no"),
    "validation": ("ValidationException", "refused", 400, "no"),
    "legacy": ("ResourceNotFoundException", "refused", 404, "no"),
    "filter_prompt": (None, "filtered", 200, "yes"),
    "filter_output": (None, "filtered", 200, "yes"),
    "filter_input": (None, "filtered", 200, "yes"),
    "inference_error": (None, "interrupted", 200, "no"),
    "malformed_json": (None, "unreadable", 200, "yes"),
    "truncated_json": (None, "unreadable", 200, "yes"),
    "empty": (None, "unreadable", 200, "yes"),
    "wrong_bytes": (None, "succeeded", 200, "yes"),
    "not_base64": (None, "unreadable", 200, "yes"),
    "late": (None, "succeeded", 200, "yes"),
    "slow_body": (None, "succeeded", 200, "yes"),
    "cut_before": (ConnectionClosedError, "interrupted", None, "no"),
    "cut_after": (ConnectionClosedError, "interrupted", None, "yes"),
    "cut_within": (ResponseStreamingError, "interrupted", None, "yes"),
    "hang": (ReadTimeoutError, "interrupted", None, "yes"),
}
TITAN_SEES = SEEN | {
    "filter_prompt": ("ValidationException", "blocked", 400, "no"),
    "filter_input": ("ValidationException", "blocked", 400, "no"),
    "inference_error": ("ModelErrorException", "interrupted", 424, "no"),
}
EVERY = [
    (model, kind, *row)
    for model in MODELS
    for kind, row in (TITAN_SEES if model == TITAN else SEEN).items()
]


@pytest.fixture(scope="module")
def bedrock() -> Iterator[Bedrock]:
    with running(Options(flat=True)) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def client(bedrock: Bedrock) -> Iterator[Any]:
    yield from waiting(bedrock, 20)


@pytest.fixture(scope="module")
def impatient(bedrock: Bedrock) -> Iterator[Any]:
    yield from waiting(bedrock, 0.3)


def test_every_kind_is_in_the_table() -> None:
    assert set(SEEN) == set(KINDS)


@pytest.mark.parametrize(("model", "kind", "seen", "word", "status", "bill"), EVERY)
def test_a_fault_is_what_it_says_to_the_sdk_to_us_and_to_the_ledger(
    bedrock: Bedrock,
    client: Any,
    impatient: Any,
    model: str,
    kind: str,
    seen: str | type[Exception] | None,
    word: str,
    status: int | None,
    bill: str,
) -> None:
    caller = impatient if kind == "hang" else client
    strike(bedrock, client, kind, model)

    assert failure(caller, model) == seen
    assert outcome(caller, model, f"{model}/{kind}") == word
    entry = bedrock.booked()[-1]
    assert (entry["fault"], entry["attempt"]) == (kind, f"{model}/{kind}")
    assert (entry["status"], entry["billed"]) == (status, bill)
    assert RULES[word].billed in ("unknown", entry["billed"])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "billed" in KINDS[kind].takes])
def test_an_error_bills_where_its_rule_says_so(
    bedrock: Bedrock, client: Any, kind: str, model: str
) -> None:
    strike(bedrock, client, kind, model, billed=True)

    word = outcome(client, model, "att_2")

    assert RULES[word].billed == "unknown"
    assert bedrock.booked()[-1]["billed"] == "yes"


@pytest.mark.parametrize("model", MODELS)
def test_wrong_bytes_look_right_until_they_are_looked_at(
    bedrock: Bedrock, client: Any, model: str
) -> None:
    strike(bedrock, client, "wrong_bytes", model)

    reply = BedrockImageModel({"us-west-2": client}, CATALOGUE).invoke(
        CALLS[model], "us-west-2", attempt_id="a"
    )

    assert reply.raw == b"This is not a picture."
    with pytest.raises(NotAPicture):
        PillowPixels().look(reply.raw)


def test_a_model_error_names_its_status_and_resource(bedrock: Bedrock, client: Any) -> None:
    strike(bedrock, client, "model_error", CORE)

    with pytest.raises(ClientError) as failed:
        invoke(client, CORE)

    assert failed.value.response["originalStatusCode"] == 500
    assert failed.value.response["resourceName"]


@pytest.mark.parametrize("kind", ["late", "slow_body"])
def test_a_slow_answer_is_whole_and_billed_whoever_waits(
    bedrock: Bedrock, client: Any, impatient: Any, kind: str
) -> None:
    bedrock.faults()
    whole = invoke(client, CORE)
    strike(bedrock, client, kind, CORE)
    assert invoke(client, CORE) == whole

    strike(bedrock, client, kind, CORE, seconds=20)
    before = len(bedrock.booked())

    assert outcome(impatient, CORE, "impatient") == "interrupted"
    [entry] = bedrock.booked()[before:]
    assert (entry["attempt"], entry["billed"]) == ("impatient", "yes")


def test_a_spoiled_answer_passes_the_filters_by(bedrock: Bedrock, client: Any) -> None:
    bedrock.faults({"kind": "malformed_json"})

    client.invoke_model(modelId=CORE, body='{"prompt": "[filter:prompt]"}')["body"].read()

    entry = bedrock.booked()[-1]
    assert (entry["outcome"], entry["billed"]) == ("painted", "yes")


def test_a_filtered_answer_that_is_cut_is_billed_as_filtered(bedrock: Bedrock, client: Any) -> None:
    bedrock.faults({"kind": "cut_after"})
    body = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "[filter:prompt]"}}

    with pytest.raises(ConnectionClosedError):
        client.invoke_model(modelId=TITAN, body=json.dumps(body))

    entry = bedrock.booked()[-1]
    assert (entry["status"], entry["billed"], entry["images"]) == (None, "no", 0)


def test_a_call_that_bedrock_would_not_take_uses_up_no_fault(bedrock: Bedrock, client: Any) -> None:
    bedrock.faults({"kind": "throttled", "next": 1})

    with pytest.raises(ClientError, match="Malformed"):
        client.invoke_model(modelId=CORE, body="{}")

    assert bedrock.get("/_emulator/faults")["faults"] == [
        {"kind": "throttled", "next": 1, "seen": 0, "struck": 0}
    ]
    assert outcome(client, CORE, "a") == "throttled"
    assert outcome(client, CORE, "a") == "succeeded"
