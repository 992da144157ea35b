"""Briefs become prompts, and prompts pictures, in chains."""

import asyncio
import json
from typing import Any

import pytest
from easel_client import AsyncEasel, Easel
from easel_client.langchain import IMAGE_PROMPT, ImagePrompt, direct_brief, enhance_brief, paint
from langchain_core.utils.function_calling import convert_to_openai_tool

from tests.unit.client.chat import calling, scripted
from tests.unit.client.service import COST, KEY, URL, Service, generation, ok, problem

BRIEF = "비 오는 밤의 서울"
PARTS = {
    "image_type": "photograph",
    "description": "Seoul on a rainy night",
    "style": "cinematic",
    "details": ["neon"],
}
ENHANCED = {
    "prompt": PARTS,
    "negative_prompt": "people",
    "composed": "photograph of Seoul on a rainy night, cinematic, neon",
    "lint": [],
    "model": "text-model",
    "cost": COST,
    "tokens": {"input": 1, "output": 2},
    "request_id": None,
}
ASKED = {"prompt": PARTS, "negative_prompt": "people"}


def both(service: Service) -> tuple[Easel, AsyncEasel]:
    """Return both clients of a service."""
    return Easel(URL, KEY, transport=service), AsyncEasel(URL, KEY, transport=service)


@pytest.mark.parametrize("awaited", [False, True])
def test_a_brief_is_enhanced_and_painted_in_one_chain(awaited: bool) -> None:
    service = Service(ok(ENHANCED), ok(generation()))
    clients = both(service)
    chain = enhance_brief(*clients, model="best") | paint(*clients, model="best", count=2)

    made = asyncio.run(chain.ainvoke(BRIEF)) if awaited else chain.invoke(BRIEF)

    enhanced, asked = (json.loads(each.content) for each in service.asked)
    assert enhanced == {"brief": BRIEF, "model": "best"}
    assert asked == {"model": "best", "count": 2, **ASKED}
    assert made.id == generation()["id"]
    assert None not in service.said("idempotency-key")


def test_an_enhancement_that_the_service_gave_up_is_not_asked_for_again() -> None:
    service = Service(problem(502, "enhance_failed"))
    easel, _ = both(service)

    with pytest.raises(Exception, match=r"D\."):
        enhance_brief(easel).invoke(BRIEF)

    assert len(service.asked) == 1


def test_a_chat_model_of_ones_own_fills_in_the_same_form() -> None:
    chat = scripted(calling("ImagePrompt", **PARTS, negative_prompt="people"))

    made = direct_brief(chat).invoke(BRIEF)

    (heard,) = chat.heard
    assert made == ImagePrompt(**PARTS, negative_prompt="people")
    assert made.request() == ASKED
    assert heard[1].content == BRIEF
    assert "English" in heard[0].content
    assert convert_to_openai_tool(chat.tools[0])["function"]["name"] == "ImagePrompt"


def test_a_brief_with_braces_is_a_brief_and_no_template() -> None:
    chat = scripted(calling("ImagePrompt", **PARTS))

    direct_brief(chat).invoke("a {poster} that says {{}}")

    assert chat.heard[0][1].content == "a {poster} that says {{}}"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("a lake", {"prompt": "a lake"}),
        (ImagePrompt(**PARTS), {"prompt": PARTS}),
        ({"prompt": "a lake", "seed": 3}, {"prompt": "a lake", "seed": 3}),
    ],
)
def test_whatever_is_a_prompt_is_painted(given: Any, asked: dict[str, Any]) -> None:
    service = Service(ok(generation()))

    paint(both(service)[0]).invoke(given)

    assert json.loads(service.asked[0].content) == asked


def test_a_template_of_the_three_parts_is_painted() -> None:
    service = Service(ok(generation()))
    parts = {"image_type": "photograph", "description": "a lake", "style": "cinematic"}

    (IMAGE_PROMPT | paint(both(service)[0])).invoke(parts)

    assert json.loads(service.asked[0].content) == {"prompt": "photograph of a lake, cinematic"}


class Converse:
    """A client of Bedrock whose text model calls the tool that it is given."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}

    def converse(self, **asked: Any) -> dict[str, Any]:
        self.asked = asked
        name = asked["toolConfig"]["tools"][0]["toolSpec"]["name"]
        use = {"toolUseId": "t-1", "name": name, "input": PARTS}
        return {
            "output": {"message": {"role": "assistant", "content": [{"toolUse": use}]}},
            "stopReason": "tool_use",
            "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
            "metrics": {"latencyMs": 1},
            "ResponseMetadata": {"RequestId": "r", "HTTPStatusCode": 200, "HTTPHeaders": {}},
        }


def test_bedrocks_chat_models_can_direct() -> None:
    from langchain_aws import ChatBedrockConverse

    bedrock = Converse()
    chat = ChatBedrockConverse(
        model="us.amazon.nova-2-lite-v1:0", client=bedrock, bedrock_client=bedrock
    )

    made = direct_brief(chat).invoke(BRIEF)

    assert made == ImagePrompt(**PARTS)
    assert bedrock.asked["messages"][0]["content"][0]["text"] == BRIEF
    assert bedrock.asked["toolConfig"]["toolChoice"]["tool"]["name"] == "ImagePrompt"
