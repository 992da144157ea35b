"""InvokeModel, whatever is asked."""

import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote

import pytest
from botocore.exceptions import ClientError

from emulator.runtime import BODY_LIMIT
from tests.unit.emulator.live import CORE, SDXL, TITAN, Bedrock

SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=A/20261122/us-west-2/bedrock/aws4_request"}
PANDA = b'{"prompt": "a panda"}'


def post(
    bedrock: Bedrock, model: str, body: bytes, headers: dict[str, str]
) -> tuple[int, dict[str, str], dict[str, Any]]:
    """Call without an SDK, to see the wire itself."""
    connection = HTTPConnection(bedrock.url.removeprefix("http://"))
    try:
        connection.request("POST", f"/model/{quote(model, safe='')}/invoke", body, headers)
        answer = connection.getresponse()
        content = json.loads(answer.read())
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, content
    finally:
        connection.close()


def test_an_answer_carries_bedrocks_headers(bedrock: Bedrock) -> None:
    status, headers, _ = post(bedrock, CORE, PANDA, SIGNED)

    assert status == 200
    assert headers["content-type"] == "application/json"
    assert len(headers["x-amzn-requestid"]) == 36
    assert int(headers["x-amzn-bedrock-invocation-latency"]) >= 0


def test_an_error_carries_its_type_and_message(bedrock: Bedrock) -> None:
    status, headers, body = post(bedrock, CORE, b"{}", SIGNED)

    assert status == 400
    assert headers["x-amzn-errortype"].split(":")[0] == "ValidationException"
    assert len(headers["x-amzn-requestid"]) == 36
    assert list(body) == ["message"]


@pytest.mark.parametrize(
    "content", [b"", b"not json", b'{"prompt": ', b'{"seed": NaN}', b"[" * 9999]
)
def test_a_body_that_is_no_json_is_malformed(bedrock: Bedrock, content: bytes) -> None:
    status, _, body = post(bedrock, CORE, content, SIGNED)

    assert status == 400
    assert body["message"] == "Malformed input request, please reformat your input and try again."


def test_an_unsigned_call_is_refused(bedrock: Bedrock) -> None:
    status, headers, body = post(bedrock, CORE, PANDA, {})

    assert status == 403
    assert headers["x-amzn-errortype"].startswith("MissingAuthenticationTokenException")
    assert body == {"message": "Missing Authentication Token"}


def test_an_api_key_is_welcome(bedrock: Bedrock) -> None:
    status, _, _ = post(bedrock, CORE, PANDA, {"Authorization": "Bearer ABSK-example"})

    assert status == 200


def test_an_arn_is_as_good_as_an_id(bedrock: Bedrock) -> None:
    arn = f"arn:aws:bedrock:us-west-2::foundation-model/{CORE}"

    assert bedrock.invoke(arn, {"prompt": "a panda"})["finish_reasons"] == [None]


@pytest.mark.parametrize(
    ("model", "region"), [(CORE, "us-east-1"), (SDXL, "eu-west-1"), ("stability.none", "us-west-2")]
)
def test_a_model_that_is_not_here_is_an_invalid_identifier(
    bedrock: Bedrock, model: str, region: str
) -> None:
    with pytest.raises(ClientError) as refused:
        bedrock.invoke(model, {"prompt": "a panda"}, region=region)

    assert refused.value.response["Error"] == {
        "Code": "ValidationException",
        "Message": "The provided model identifier is invalid.",
    }


def test_a_body_above_25_megabytes_is_refused(bedrock: Bedrock) -> None:
    body = json.dumps({"prompt": "x" * BODY_LIMIT}).encode()

    status, _, answer = post(bedrock, CORE, body, SIGNED)

    assert status == 413
    assert "25000000" in answer["message"]


def test_a_large_body_below_the_limit_is_read(bedrock: Bedrock) -> None:
    body = json.dumps({"prompt": "x" * (BODY_LIMIT - 100)}).encode()

    status, _, answer = post(bedrock, CORE, body, SIGNED)

    assert status == 400
    assert "expected maxLength: 10000" in answer["message"]


def test_an_unknown_operation_points_to_the_known_ones(bedrock: Bedrock) -> None:
    with pytest.raises(ClientError) as refused:
        bedrock.client().count_tokens(modelId=CORE, input={"invokeModel": {"body": b"{}"}})

    assert refused.value.response["Error"]["Code"] == "UnknownOperationException"
    assert "/_emulator/health" in refused.value.response["Error"]["Message"]


@pytest.mark.parametrize(
    ("model", "body", "facts"),
    [
        (CORE, {"prompt": "a panda"}, (200, "painted", 1, "yes")),
        (CORE, {"prompt": "[filter:prompt]"}, (200, "prompt_filtered", 0, "yes")),
        (CORE, {"prompt": "[inference-error]"}, (200, "inference_failed", 0, "no")),
        (CORE, {}, (400, "ValidationException", 0, "no")),
        (
            TITAN,
            {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "[inference-error]"}},
            (424, "ModelErrorException", 0, "no"),
        ),
    ],
)
def test_the_ledger_says_what_came_of_a_call_and_whether_it_bills(
    bedrock: Bedrock, model: str, body: dict[str, Any], facts: tuple[int, str, int, str]
) -> None:
    headers = {**SIGNED, "X-Amzn-Bedrock-Request-Metadata": '{"tenant": "t"}'}

    _, answered, _ = post(bedrock, model, json.dumps(body).encode(), headers)

    entry = bedrock.get("/_emulator/ledger")["invocations"][-1]
    assert entry["request_id"] == answered["x-amzn-requestid"]
    assert (entry["model"], entry["region"]) == (model, "us-west-2")
    assert (entry["status"], entry["outcome"], entry["images"], entry["billed"]) == facts
    assert entry["metadata"] == '{"tenant": "t"}'
