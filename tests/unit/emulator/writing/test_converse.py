"""Converse on the wire: AWS's own sample unmodified, refusals, faults, and the ledger."""

from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from tests.unit.emulator.live import CORE, Bedrock
from tests.unit.emulator.writing.aws_sample import BLOCK, FORCED, MESSAGES, TOOLS

MODEL = "us.amazon.nova-2-lite-v1:0"
USER = [{"role": "user", "content": [{"text": "비 오는 밤의 서울"}]}]
FORM = {
    "type": "object",
    "properties": {
        "image_type": {"type": "string"},
        "description": {"type": "string"},
        "style": {"type": "string"},
        "details": {"type": "array", "items": {"type": "string"}},
    },
}


def tools(name: str = "write_prompt") -> dict[str, Any]:
    spec = {"name": "write_prompt", "inputSchema": {"json": FORM}}
    return {"tools": [{"toolSpec": spec}], "toolChoice": {"tool": {"name": name}}}


def converse(bedrock: Bedrock, **changes: Any) -> Any:
    asked = {"modelId": MODEL, "messages": USER, "toolConfig": tools()} | changes
    return bedrock.client().converse(**{k: v for k, v in asked.items() if v is not None})


def refusal(bedrock: Bedrock, **changes: Any) -> tuple[str, str]:
    with pytest.raises(ClientError) as refused:
        converse(bedrock, **changes)
    error = refused.value.response["Error"]
    return error["Code"], error["Message"]


def shape(value: Any) -> Any:
    """Return a value's structure, without what differs from call to call."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("choice", [{}, {"toolChoice": FORCED}])
def test_the_sample_of_awss_page_is_answered_as_the_page_says(
    choice: dict[str, Any], bedrock: Bedrock
) -> None:
    answer = bedrock.client().converse(modelId=MODEL, messages=MESSAGES, toolConfig=TOOLS | choice)

    assert answer["stopReason"] == "tool_use"
    assert answer["output"]["message"]["role"] == "assistant"
    [block] = answer["output"]["message"]["content"]
    assert shape(block) == shape(BLOCK)
    assert len(block["toolUse"]["toolUseId"]) == len(BLOCK["toolUse"]["toolUseId"])
    assert {**block["toolUse"], "toolUseId": ""} == {**BLOCK["toolUse"], "toolUseId": ""}


def test_a_reply_counts_its_tokens_and_its_time(bedrock: Bedrock) -> None:
    # https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
    answer = converse(bedrock)

    usage = answer["usage"]
    assert set(usage) == {"inputTokens", "outputTokens", "totalTokens"}
    assert usage["totalTokens"] == usage["inputTokens"] + usage["outputTokens"]
    assert usage["inputTokens"] > 10 < usage["outputTokens"]
    assert answer["metrics"]["latencyMs"] >= 0


def test_a_brief_in_korean_fills_the_forced_form_in_english(bedrock: Bedrock) -> None:
    [block] = converse(bedrock)["output"]["message"]["content"]

    assert block["toolUse"]["name"] == "write_prompt"
    assert block["toolUse"]["input"]["description"] == "Seoul skyline in the rain at night"
    assert set(block["toolUse"]["input"]) == set(FORM["properties"])


def test_the_same_call_gets_the_same_answer(bedrock: Bedrock) -> None:
    first, again = converse(bedrock), converse(bedrock)

    assert first["output"] == again["output"]
    assert first["usage"] == again["usage"]


def test_without_a_tool_it_answers_in_words(bedrock: Bedrock) -> None:
    answer = converse(bedrock, toolConfig=None)

    assert answer["stopReason"] == "end_turn"
    assert answer["output"]["message"]["content"][0]["text"].startswith("photograph of Seoul")


def test_an_answer_ends_at_its_most_tokens(bedrock: Bedrock) -> None:
    answer = converse(bedrock, inferenceConfig={"maxTokens": 5})

    assert (answer["stopReason"], answer["usage"]["outputTokens"]) == ("max_tokens", 5)


def test_a_filtered_brief_is_withheld_and_billed(bedrock: Bedrock) -> None:
    message = [{"role": "user", "content": [{"text": "[filter:prompt] a lake"}]}]

    assert converse(bedrock, messages=message)["stopReason"] == "content_filtered"
    assert bedrock.booked()[-1]["billed"] == "yes"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"messages": []}, "must start with a user message"),
        ({"messages": [{"role": "assistant", "content": [{"text": "a"}]}]}, "user message"),
        ({"messages": [{"role": "user", "content": []}]}, "messages.0 is empty"),
        ({"messages": [{"role": "user", "content": [{"text": " "}]}]}, "is blank"),
        ({"inferenceConfig": {"temperature": 1.5}}, "less than or equal to 1"),
        ({"inferenceConfig": {"maxTokens": 0}}, "greater than or equal to 1"),
        ({"toolConfig": tools("other")}, "other in toolChoice is not defined"),
        ({"modelId": CORE}, "doesn't support the model"),
        ({"modelId": "amazon.nova-2-lite-v1:0"}, "on-demand throughput isn't supported"),
        ({"modelId": "amazon.nova-9-v1:0"}, "model identifier is invalid"),
    ],
)
def test_what_the_service_does_not_take_is_refused_in_its_words(
    changes: dict[str, Any], words: str, bedrock: Bedrock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botocore.validate.ParamValidator.validate", _takes_everything)

    code, said = refusal(bedrock, **changes)

    assert code == "ValidationException"
    assert words in said
    assert bedrock.booked()[-1]["billed"] == "no"


def test_a_text_model_paints_nothing(bedrock: Bedrock) -> None:
    with pytest.raises(ClientError, match="model identifier is invalid"):
        bedrock.invoke(MODEL, {"prompt": "a lake"})


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("throttled", "ThrottlingException"),
        ("internal", "InternalServerException"),
        ("unavailable", "ServiceUnavailableException"),
        ("model_timeout", "ModelTimeoutException"),
        ("access_denied", "AccessDeniedException"),
    ],
)
def test_faults_strike_it_like_the_image_models_and_bill_nothing(
    kind: str, code: str, bedrock: Bedrock
) -> None:
    bedrock.faults({"kind": kind, "next": 1, "model": MODEL})

    assert refusal(bedrock)[0] == code
    entry = bedrock.booked()[-1]
    assert (entry["fault"], entry["billed"], entry["images"]) == (kind, "no", 0)
    assert converse(bedrock)["stopReason"] == "tool_use"


@pytest.mark.parametrize(("kind", "billed"), [("cut_before", "no"), ("cut_after", "yes")])
def test_a_cut_bills_what_was_written(kind: str, billed: str, bedrock: Bedrock) -> None:
    bedrock.faults({"kind": kind, "next": 1})

    with pytest.raises(BotoCoreError):
        converse(bedrock)

    assert (bedrock.booked()[-1]["fault"], bedrock.booked()[-1]["billed"]) == (kind, billed)


def test_half_an_answer_is_none_and_billed(bedrock: Bedrock) -> None:
    bedrock.faults({"kind": "cut_within", "next": 1})

    assert "usage" not in converse(bedrock)  # botocore takes what it cannot parse for empty
    assert bedrock.booked()[-1]["billed"] == "yes"


def test_a_model_that_talks_instead_of_using_its_tool(bedrock: Bedrock) -> None:
    bedrock.faults({"kind": "wrong_bytes", "next": 1})

    assert converse(bedrock)["stopReason"] == "end_turn"
    assert bedrock.booked()[-1]["billed"] == "yes"


def test_the_ledger_knows_the_callers_labels(bedrock: Bedrock) -> None:
    converse(bedrock, requestMetadata={"easel-attempt": "enh-1"})

    entry = bedrock.booked()[-1]
    assert (entry["attempt"], entry["outcome"], entry["model"]) == ("enh-1", "written", MODEL)
    assert (entry["region"], entry["status"], entry["billed"]) == ("us-west-2", 200, "yes")


def _takes_everything(self: Any, params: Any, shape: Any) -> Any:
    from botocore.validate import ValidationErrors

    del self, params, shape
    return ValidationErrors()
