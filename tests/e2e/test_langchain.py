"""LangChain through the deployed service: agents and chains that paint."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from easel_client import AsyncEasel, Easel
from easel_client.langchain import IMAGE_PROMPT, EaselToolkit, direct_brief, paint
from langchain.agents import create_agent
from langchain_core.messages import ToolMessage

from tests.e2e.client import Stack, newcomer
from tests.unit.client.chat import Scripted, calling, scripted

PARTS = {"image_type": "photograph", "description": "a lake at dawn", "style": "cinematic"}


@pytest.fixture
def clients(stack: Stack) -> Iterator[dict[str, Any]]:
    """Both clients of a tenant of its own."""
    key = stack.key(newcomer("langchain"))["key"]
    awaited = httpx.AsyncHTTPTransport(verify=stack.verify)
    transport = httpx.HTTPTransport(verify=stack.verify)
    with Easel(stack.api_url, key, transport=transport) as easel:
        yield {
            "client": easel,
            "async_client": AsyncEasel(stack.api_url, key, transport=awaited),
        }


class Editor(Scripted):
    """Paints, and then edits what it was told of."""

    def _generate(self, messages: Any, *args: Any, **kwargs: Any) -> Any:
        told = [each.artifact for each in messages if isinstance(each, ToolMessage)]
        if len(told) == 1:
            edit = calling("edit_image", image_id=told[0][0]["id"], task="remove_background")
            self.messages = iter([edit, "Done."])
        return super()._generate(messages, *args, **kwargs)


@pytest.mark.parametrize("awaited", [False, True])
def test_an_agent_paints_and_edits_what_it_painted(clients, awaited: bool) -> None:
    chat = Editor(messages=iter([calling("generate_image", **PARTS, seed=4)]), heard=[], tools=[])
    agent = create_agent(chat, EaselToolkit(**clients, share=True).get_tools())
    asked = {"messages": [("user", "a lake without its background, please")]}

    async def ainvoke() -> Any:
        async with clients["async_client"]:
            return await agent.ainvoke(asked)

    told = asyncio.run(ainvoke()) if awaited else agent.invoke(asked)

    painted, edited = (each for each in told["messages"] if isinstance(each, ToolMessage))
    assert (painted.status, edited.status) == ("success", "success"), edited.content
    assert painted.artifact[0]["seed"] == 4
    assert edited.artifact[0]["parents"] == [painted.artifact[0]["id"]]
    assert "/shared" in painted.content
    assert len(painted.content) < 1000


def test_an_agent_is_told_what_was_refused_and_mends_it(clients) -> None:
    wrong = calling("generate_image", **PARTS, aspect_ratio="7:1")
    chat = scripted(wrong, calling("generate_image", **PARTS, aspect_ratio="3:2"), "Done.")
    agent = create_agent(chat, EaselToolkit(**clients).get_tools())

    told = agent.invoke({"messages": [("user", "a lake")]})["messages"]

    refused, painted = (each for each in told if isinstance(each, ToolMessage))
    assert refused.status == "error"
    assert "/aspect_ratio" in refused.content
    assert painted.status == "success"
    assert told[-1].content == "Done."


def test_the_template_composes_as_the_service_does(clients) -> None:
    assert IMAGE_PROMPT.format(**PARTS) == clients["client"].compose(**PARTS).prompt


def test_a_brief_is_directed_and_painted_by_one_chain(clients) -> None:
    chat = scripted(calling("ImagePrompt", **PARTS, negative_prompt="people"))

    made = (direct_brief(chat) | paint(clients["client"], seed=4)).invoke("새벽의 호수")

    assert made.status == "succeeded"
    assert made.prompt == IMAGE_PROMPT.format(**PARTS)
    assert made.images[0].negative_prompt == "people"
