"""LiteLLM as a client: it speaks through OpenAI's SDK before 3, and by itself for edits.

https://docs.litellm.ai/docs/image_generation and its release 1.106.2, checked 2026-11-22.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.client import Stack
from tests.e2e.openai_clients.driving import Driver
from tests.e2e.openai_clients.files import decoded, opened

Lite = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def lite(litellm: Driver, stack: Stack) -> Lite:
    """One call, such as `image_generation`, by its arguments."""
    where = {"api_base": f"{stack.api_url}/openai/v1", "api_key": stack.key("acme")["key"]}

    def call(name: str, **arguments: Any) -> dict[str, Any]:
        return litellm(call=name, arguments=where | arguments)

    return call


def test_a_name_of_openai_s_and_one_of_ours_are_painted(lite: Lite) -> None:
    theirs = lite("image_generation", model="openai/gpt-image-1", prompt="a lake, lightly")
    ours = lite("image_generation", model="openai/stable-image-core", prompt="a lake", seed=5, n=2)

    assert "{}x{}".format(*decoded(theirs["data"][0]).size) == theirs["size"]
    assert len(ours["data"]) == 2


def test_every_word_for_dall_e_3_is_taken_and_its_address_opens(lite: Lite, stack: Stack) -> None:
    words = {"size": "1792x1024", "quality": "hd", "style": "vivid", "user": "someone"}

    answer = lite("image_generation", model="openai/dall-e-3", prompt="a lake", **words)

    [entry] = answer["data"]
    fetched = httpx.get(entry["url"], verify=stack.verify, follow_redirects=True)
    assert "{}x{}".format(*opened(fetched.content).size) == answer["size"]


def test_an_edit_with_its_mask_is_painted(lite: Lite, cat: Path, mask: Path) -> None:
    files = {"image": [{"$file": str(cat)}], "mask": {"$file": str(mask)}}

    answer = lite("image_edit", model="openai/gpt-image-1", prompt="a hat on it", **files)

    assert decoded(answer["data"][0]).size == (512, 512)


def test_refusals_keep_their_class_and_their_words(lite: Lite) -> None:
    nothing = lite("image_generation", model="openai/gpt-image-1", prompt=" ")["error"]
    stranger = lite("image_generation", model="openai/best", prompt="a lake", api_key="sk-no")

    assert nothing["class"] == "BadRequestError"
    assert "say what the picture should show" in nothing["message"]
    assert stranger["error"]["class"] == "AuthenticationError"


def test_its_retries_are_billed_once(
    lite: Lite, bills: Callable[[], int], fault: Callable[..., None]
) -> None:
    fault(kind="late", next=1, seconds=6)
    hasty = {"timeout": 3, "max_retries": 4}

    answer = lite("image_generation", model="openai/best", prompt="a lake in haste", **hasty)

    assert answer.get("data"), answer
    assert bills() == 1
