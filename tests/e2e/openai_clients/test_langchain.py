"""LangChain's DALL·E wrapper, which hands over addresses and nothing else.

langchain-community 0.4, `utilities/dalle_image_generator.py`, checked 2026-11-22.
"""

import warnings
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import openai
import pytest

from tests.e2e.client import Stack
from tests.e2e.openai_clients.files import opened


@pytest.fixture(scope="module")
def run(stack: Stack) -> Iterator[Callable[..., str]]:
    """Make a wrapper of these options and run it."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of its package
        from langchain_community.utilities.dalle_image_generator import DallEAPIWrapper

    key, http_client = stack.key("acme")["key"], openai.DefaultHttpxClient(verify=stack.verify)

    def run(prompt: str, **options: Any) -> str:
        return DallEAPIWrapper(
            api_key=key,
            base_url=f"{stack.api_url}/openai/v1",
            http_client=http_client,
            # It would make an asynchronous one with the same `http_client`, which is refused.
            async_client="not used",
            **options,
        ).run(prompt)

    yield run
    http_client.close()


@pytest.mark.parametrize(
    ("model", "size", "quality"), [("dall-e-2", "512x512", None), ("dall-e-3", "1792x1024", "hd")]
)
def test_its_answer_is_an_address_that_opens_without_a_header(
    model: str, size: str, quality: str | None, run: Callable[..., str], stack: Stack
) -> None:
    url = run("a lake for a chain", model=model, size=size, quality=quality)

    fetched = httpx.get(url, verify=stack.verify, follow_redirects=True)
    assert fetched.headers["content-type"] == "image/png"
    assert opened(fetched.content).width


def test_several_pictures_are_as_many_lines(run: Callable[..., str]) -> None:
    first, second = run("two lakes for a chain", model="dall-e-2", n=2).split("\n")

    assert first != second
