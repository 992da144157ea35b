"""OpenAI's own JavaScript SDK, unmodified, against the deployed stack."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.client import Stack
from tests.e2e.openai_clients.driving import Driver
from tests.e2e.openai_clients.files import decoded, opened

Js = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def client(stack: Stack) -> dict[str, Any]:
    """What `new OpenAI(…)` is given."""
    return {"baseURL": f"{stack.api_url}/openai/v1", "apiKey": stack.key("acme")["key"]}


@pytest.fixture(scope="module")
def js(javascript: Driver, client: dict[str, Any]) -> Js:
    """One call, such as `images.generate`, by its arguments; options replace the client's."""

    def call(name: str, *args: Any, **options: Any) -> dict[str, Any]:
        return javascript(client=client | options, call=name, args=args)

    return call


def test_a_picture_comes_with_its_request_s_id(js: Js) -> None:
    answer = js("images.generate", {"prompt": "a lake in JavaScript"})

    made = answer["data"]
    assert answer["request_id"]
    assert "{}x{}".format(*decoded(made["data"][0]).size) == made["size"]
    assert made["usage"]["images"] == 1


def test_a_picture_comes_as_an_address_that_needs_no_key(js: Js, stack: Stack) -> None:
    answer = js("images.generate", {"prompt": "a lake by its address", "model": "dall-e-3"})

    [entry] = answer["data"]["data"]
    fetched = httpx.get(entry["url"], verify=stack.verify, follow_redirects=True)
    assert opened(fetched.content).width
    assert "b64_json" not in entry


def test_our_own_parameters_are_theirs_by_one_more_name(js: Js) -> None:
    own = {"seed": 7, "negative_prompt": "people", "image_type": "watercolour"}

    answer = js("images.generate", {"prompt": "a lake of our own", "n": 2} | own)

    easel = answer["data"]["easel"]
    receipt = {line["name"]: line for line in easel["receipt"]}
    assert [entry["seed"] for entry in answer["data"]["data"]] == [7, 8]
    assert receipt["negative_prompt"]["status"] == "applied"
    assert "watercolour" in receipt["prompt"]["used"]


def test_a_file_is_edited_as_it_is_read(js: Js, cat: Path) -> None:
    # A stream has no length: the form is sent in chunks, its file as octet-stream.
    answer = js("images.edit", {"image": {"$file": str(cat)}, "prompt": "a hat on it"})

    assert decoded(answer["data"]["data"][0]).size == (512, 512)


def test_a_list_and_a_mask_repaint_what_the_mask_leaves_open(js: Js, cat: Path, mask: Path) -> None:
    sent = {"image": [{"$file": str(cat)}], "mask": {"$file": str(mask)}, "prompt": "a hat"}

    answer = js("images.edit", sent | {"model": "gpt-image-2"})

    receipt = {line["name"]: line for line in answer["data"]["easel"]["receipt"]}
    assert receipt["mask"]["status"] == "applied"


def test_a_variation_is_made_of_a_file(js: Js, cat: Path) -> None:
    answer = js("images.createVariation", {"image": {"$file": str(cat)}, "n": 2})

    assert len(answer["data"]["data"]) == 2


def test_models_are_listed_and_found(js: Js) -> None:
    names = {model["id"] for model in js("models.list")["data"]}
    found = js("models.retrieve", "gpt-image-1.5")

    assert {"stable-image-core", "best"} <= names
    assert found["data"]["object"] == "model"


@pytest.mark.parametrize(
    ("call", "sent", "told"),
    [
        ("images.generate", {"prompt": "a lake", "n": 11}, ("BadRequestError", 400, "n")),
        (
            "images.generate",
            {"prompt": "a lake", "stream": True},
            ("BadRequestError", 400, "stream"),
        ),
        ("images.generate", {"prompt": "a", "size": "big"}, ("BadRequestError", 400, "size")),
        ("models.retrieve", "gpt-9", ("NotFoundError", 404, None)),
    ],
)
def test_what_cannot_be_done_is_their_error(
    call: str, sent: Any, told: tuple[str, int, str | None], js: Js
) -> None:
    error = js(call, sent)["error"]

    assert (error["class"], error["status"], error["param"]) == told
    assert error["code"]
    assert error["requestID"]


def test_a_stream_is_refused_by_the_code_that_says_so(js: Js) -> None:
    error = js("images.generate", {"prompt": "a lake in pieces", "stream": True})["error"]

    assert error["code"] == "unsupported_parameter"


def test_a_stranger_and_a_reader_are_told_so(js: Js, stack: Stack) -> None:
    lake = {"prompt": "a lake for nobody"}

    stranger = js("images.generate", lake, apiKey="sk-wrong")["error"]
    reader = js("images.generate", lake, apiKey=stack.key("acme", scopes="read")["key"])["error"]

    assert (stranger["class"], stranger["code"]) == ("AuthenticationError", "invalid_api_key")
    assert reader["class"] == "PermissionDeniedError"


def test_a_client_that_gives_up_and_retries_is_billed_once(
    js: Js, bills: Callable[[], int], fault: Callable[..., None]
) -> None:
    fault(kind="late", next=1, seconds=6)

    answer = js("images.generate", {"prompt": "a lake in haste"}, timeout=3000, maxRetries=4)

    assert answer["data"]["data"]
    assert bills() == 1


def test_an_edit_whose_boundary_changes_with_each_try_is_billed_once(
    js: Js, bills: Callable[[], int], fault: Callable[..., None], cat: Path
) -> None:
    fault(kind="late", next=1, seconds=6)
    sent = {"image": [{"$bytes": str(cat)}], "prompt": "a hat in haste"}

    answer = js("images.edit", sent, timeout=3000, maxRetries=4)

    assert answer["data"]["data"]
    assert bills() == 1


def test_a_stream_that_cannot_be_read_twice_is_not_sent_twice(
    js: Js, bills: Callable[[], int], fault: Callable[..., None], cat: Path
) -> None:
    fault(kind="late", next=1, seconds=6)
    sent = {"image": {"$file": str(cat)}, "prompt": "a hat that nobody waits for"}

    error = js("images.edit", sent, timeout=3000, maxRetries=4)["error"]

    assert error["class"] == "APIConnectionTimeoutError"
    assert bills() == 1
