"""OpenAI's Python SDK beyond its plain calls: asynchronous, raw, and with nulls."""

import asyncio
from typing import Any

import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from tests.e2e.client import Stack


def asynchronous(stack: Stack, key: str, **options: Any) -> AsyncOpenAI:
    return AsyncOpenAI(
        base_url=f"{stack.api_url}/openai/v1",
        api_key=key,
        http_client=openai.DefaultAsyncHttpxClient(verify=stack.verify),
        **options,
    )


def test_the_asynchronous_client_paints_edits_lists_and_is_refused_alike(stack: Stack) -> None:
    key = stack.key("acme")["key"]

    async def session() -> tuple[Any, ...]:
        async with asynchronous(stack, key) as ai:
            first, second = await asyncio.gather(
                ai.images.generate(prompt="a lake, not waited for"),
                ai.images.generate(prompt="another lake meanwhile", n=2),
            )
            with pytest.raises(openai.BadRequestError) as refused:
                await ai.images.generate(prompt="a lake in pieces", stream=True)
            return first, second, [model.id async for model in ai.models.list()], refused.value

    first, second, names, refused = asyncio.run(session())

    assert (len(first.data), len(second.data)) == (1, 2)
    assert first.data[0].b64_json
    assert "best" in names
    assert refused.code == "unsupported_parameter"


def test_the_raw_answer_tells_of_the_one_limit_that_there_is(ai: OpenAI) -> None:
    raw = ai.images.with_raw_response.generate(prompt="a lake and its headers")

    assert raw.request_id == raw.headers["x-request-id"]
    assert raw.retries_taken == 0
    # OpenAI's count requests and tokens a minute; here a month's budget is what is limited.
    assert {name for name in raw.headers if name.lower().startswith("x-ratelimit")} == {
        f"x-ratelimit-{what}-usd" for what in ("limit", "remaining", "reset")
    }


def test_null_is_a_parameter_that_was_left_out(ai: OpenAI) -> None:
    nothing: Any = None
    names = ("background", "complexity", "frame_count", "model", "n", "quality", "size", "style")

    answer = ai.images.generate(
        prompt="a lake with nothing else said",
        **dict.fromkeys(names, nothing),
        extra_body={"svg": None, "seed": None, "metadata": None, "prompt_rewriter": None},
    )

    assert len(answer.data or []) == 1


def test_a_query_that_nobody_reads_is_refused_by_its_name(ai: OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        ai.images.generate(prompt="a lake of Azure's", extra_query={"api-version": "2025-04-01"})

    assert (refused.value.param, refused.value.code) == ("api-version", "unknown_parameter")
