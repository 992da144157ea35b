"""Agents paint: what their tools ask, what they are told, and what they never see."""

import json
from decimal import Decimal
from typing import Any

import httpx
import pytest
from easel_client import AsyncEasel, Easel
from easel_client.langchain import EaselToolkit, EditImageTool, GenerateImageTool
from langchain.agents import create_agent
from langchain_core.messages import ToolMessage
from langchain_core.tools import BaseTool
from langchain_tests.integration_tests import ToolsIntegrationTests
from langchain_tests.unit_tests import ToolsUnitTests

from tests.unit.client.chat import calling, scripted
from tests.unit.client.service import (
    AT_ONCE,
    KEY,
    URL,
    Service,
    generation,
    image,
    ok,
    problem,
)

WORDS = {"description": "a lake", "image_type": "photograph", "style": "cinematic"}
SWAP = {
    "image_id": image()["id"],
    "task": "search_replace",
    "prompt": "a swan",
    "parameters": {"search_prompt": "the boat"},
}
PLAN = {
    "model": {"requested": None, "used": "m"},
    "calls": 1,
    "prompt": "p",
    "seeds": [],
    "cells": [],
    "price": {"each": ["0.04"], "total": "0.04", "left_this_month": "9"},
    "receipt": [],
    "warnings": [],
}


def clients(service: Service) -> dict[str, Any]:
    """Return a tool's two clients of one service."""
    return {
        "client": Easel(URL, KEY, retries=AT_ONCE, transport=service),
        "async_client": AsyncEasel(URL, KEY, retries=AT_ONCE, transport=service),
    }


class Generating:
    """The tool that generates, for LangChain's own tests."""

    tool_constructor = GenerateImageTool
    tool_invoke_params_example = WORDS
    init_from_env_params = {"EASEL_URL": URL, "EASEL_API_KEY": KEY}, {}, {"seconds": 300.0}

    @property
    def tool_constructor_params(self) -> dict[str, Any]:
        return clients(Service(ok(generation())))

    @pytest.fixture
    def anyio_backend(self) -> str:
        return "asyncio"


class Editing(Generating):
    """The tool that edits."""

    tool_constructor = EditImageTool
    tool_invoke_params_example = SWAP


class TestGenerateImageTool(Generating, ToolsUnitTests):
    """LangChain's unit tests of tools."""


class TestEditImageTool(Editing, ToolsUnitTests):
    """LangChain's unit tests of tools."""


@pytest.mark.anyio
class TestGenerateImageToolCalled(Generating, ToolsIntegrationTests):
    """LangChain's tests of calls, blocking and awaited."""


@pytest.mark.anyio
class TestEditImageToolCalled(Editing, ToolsIntegrationTests):
    """LangChain's tests of calls, blocking and awaited."""


@pytest.mark.anyio
class TestGenerateImageToolInThreads(Generating, ToolsIntegrationTests):
    """Without an asynchronous client, threads ask the other."""

    @property
    def tool_constructor_params(self) -> dict[str, Any]:
        return {"client": Easel(URL, KEY, transport=Service(ok(generation())))}


def call(tool: BaseTool, arguments: dict[str, Any]) -> ToolMessage:
    """Call a tool as an agent does."""
    return tool.invoke({"name": tool.name, "args": arguments, "id": "1", "type": "tool_call"})


def generating(service: Service, **settings: Any) -> GenerateImageTool:
    """Return the tool on a service."""
    return GenerateImageTool(**clients(service), **settings)


def test_the_parts_go_as_parts_and_what_was_not_said_does_not_go() -> None:
    service = Service(ok(generation()))

    call(generating(service, model="best"), WORDS | {"count": 2, "seed": 0, "aspect_ratio": "16:9"})

    assert json.loads(service.asked[0].content) == {
        "task": "text_to_image",
        "model": "best",
        "prompt": WORDS,
        "count": 2,
        "seed": 0,
        "aspect_ratio": "16:9",
    }


def test_an_edit_names_pictures_by_their_ids() -> None:
    service = Service(ok(generation()))
    tool = EditImageTool(**clients(service))

    call(tool, SWAP | {"mask_id": "upl_01ARZ3NDEKTSV4RRFFQ69G5FAV"})

    assert json.loads(service.asked[0].content) == {
        "task": "search_replace",
        "image": {"image_id": image()["id"]},
        "mask": {"upload_id": "upl_01ARZ3NDEKTSV4RRFFQ69G5FAV"},
        "prompt": "a swan",
        "parameters": {"search_prompt": "the boat"},
    }


@pytest.mark.parametrize("named", ["/etc/passwd", "https://example.com/x.png", "img_../usage", ""])
def test_no_file_and_no_address_can_be_edited(named: str) -> None:
    service = Service(ok(generation()))

    told = call(EditImageTool(**clients(service)), SWAP | {"image_id": named})

    assert told.status == "error"
    assert "image_id" in told.content
    assert service.asked == []


def test_the_model_reads_ids_and_seeds_and_the_artifact_has_the_facts() -> None:
    told = call(generating(Service(ok(generation(2, 2)))), WORDS)

    assert told.status == "success"
    for number in (0, 1):
        assert f"{image(number)['id']}: 1024x1024, seed {7 + number}" in told.content
    assert "0.04 USD spent" in told.content
    assert "X-Amz-Signature" not in told.content
    assert [each["id"] for each in told.artifact] == [image(0)["id"], image(1)["id"]]
    assert json.dumps(told.artifact)


def test_links_are_made_only_where_they_are_wanted() -> None:
    shared = ok({"url": "https://easel.test/shared?token=t", "expires_at": None})

    told = call(generating(Service(ok(generation()), shared), share=True), WORDS)

    assert "https://easel.test/shared?token=t" in told.content


def test_what_was_filtered_is_told_beside_what_was_painted() -> None:
    refused = image(1, "filtered", error={"code": "filtered", "detail": "The model refused it."})
    counts = {"total": 2, "pending": 0, "succeeded": 1, "filtered": 1, "failed": 0, "canceled": 0}
    made = generation(1, images=[image(0), refused], counts=counts, status="partial")

    told = call(generating(Service(ok(made))), WORDS)

    assert told.status == "success"
    assert "1 of 2" in told.content
    assert "The model refused it." in told.content
    assert len(told.artifact) == 1


FAULT = {"pointer": "/aspect_ratio", "code": "not_one_of", "detail": "one of 1:1, 16:9"}
FILTERED = generation(
    0,
    images=[image(0, "filtered", error={"code": "filtered", "detail": "The model refused it."})],
    counts={"total": 1, "pending": 0, "succeeded": 0, "filtered": 1, "failed": 0, "canceled": 0},
    status="filtered",
)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (problem(400, errors=[FAULT]), "/aspect_ratio: one of 1:1, 16:9"),
        (problem(402, "budget_exhausted"), "budget_exhausted"),
        (problem(503), "some_code"),
        (httpx.ConnectError("refused"), "unreachable"),
        (ok(FILTERED), "The model refused it."),
        (ok({"hello": "world"}), "unexpected_answer"),
    ],
)
def test_what_goes_wrong_is_told_to_the_agent_which_goes_on(reply: Any, told: str) -> None:
    chat = scripted(calling("generate_image", **WORDS), "I could not.")
    agent = create_agent(chat, [generating(Service(reply))])

    *_, message, last = agent.invoke({"messages": [("user", "a lake, please")]})["messages"]

    assert isinstance(message, ToolMessage)
    assert message.status == "error"
    assert told in message.content
    assert last.content == "I could not."


def test_arguments_that_cannot_be_are_told_with_their_names() -> None:
    service = Service(ok(generation()))

    told = call(generating(service), {"description": "", "count": 9})

    assert told.status == "error"
    assert "description" in told.content
    assert "count" in told.content
    assert service.asked == []


def test_what_takes_too_long_is_told_by_its_id() -> None:
    told = call(generating(Service(ok(generation(0))), seconds=0.0), WORDS)

    assert told.status == "error"
    assert generation()["id"] in told.content


@pytest.mark.parametrize(("most", "asked"), [("0.03", 1), ("0.04", 2)])
def test_a_call_may_cost_what_it_may_and_no_more(most: str, asked: int) -> None:
    service = Service(ok(PLAN), ok(generation()))

    told = call(generating(service, most_usd=Decimal(most)), WORDS)

    assert len(service.asked) == asked
    assert ("0.03 USD at most" in told.content) is (asked == 1)


def test_the_toolkit_has_both_tools_on_its_clients() -> None:
    service = Service(ok(generation()))
    toolkit = EaselToolkit(**clients(service), model="best", most_usd=Decimal(1), share=True)

    tools = toolkit.get_tools()

    assert [each.name for each in tools] == ["generate_image", "edit_image"]
    assert [each.model for each in tools] == ["best", None]
    assert all(each.client is toolkit.client and each.share for each in tools)
    assert all(each.async_client is toolkit.async_client for each in tools)
    assert all(each.most_usd == Decimal(1) for each in tools)


def test_no_key_is_in_what_a_tool_shows_of_itself() -> None:
    tool = generating(Service(ok(generation())))

    assert KEY not in repr(tool)
    assert KEY not in str(tool.model_dump())
    assert KEY not in json.dumps(tool.get_input_schema().model_json_schema())
