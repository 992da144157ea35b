"""Requests as applications send them, told from their code, and what they do with answers.

Open WebUI: open-webui/open-webui, `backend/open_webui/routers/images.py`, functions
`image_generations`, `image_edits` and `get_image_data`; it leaves `response_format` out
for `gpt-image*` (`IMAGE_URL_RESPONSE_MODELS_REGEX_PATTERN`). LibreChat:
danny-avila/LibreChat, `api/app/clients/tools/structured/DALLE3.js` and
`OpenAIImageTools.js`, and `api/server/services/Files/images/parse.js`. Read 2026-11-22.
"""

import re
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.e2e.client import Client, Stack
from tests.e2e.openai_clients.files import decoded, opened, picture

GENERATIONS, EDITS = "/openai/v1/images/generations", "/openai/v1/images/edits"
LIBRECHAT_KNOWS = re.compile(r"\.(jpg|jpeg|png|gif|bmp|tiff|svg)$", re.IGNORECASE)
"""Endings by which LibreChat's `getImageBasename` takes a path for a picture's."""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            {"model": "dall-e-2", "n": 1, "size": "512x512", "response_format": "b64_json"},
            id="Open WebUI as it is installed",
        ),
        pytest.param(
            {"model": "gpt-image-1", "n": 1, "size": "auto"}, id="Open WebUI with gpt-image-1"
        ),
        pytest.param(
            {
                "model": "fast",
                "n": 2,
                "size": "640x360",
                "response_format": "b64_json",
            },
            id="Open WebUI with a model of ours",
        ),
        pytest.param(
            {"model": "gpt-image-1.5", "n": 1, "size": "1024x1024", "quality": "low", "seed": 3},
            id="Open WebUI with its administrator's own parameters",
        ),
        pytest.param(
            {
                "model": "gpt-image-1",
                "n": 1,
                "background": "auto",
                "output_format": "png",
                "quality": "auto",
                "size": "auto",
            },
            id="LibreChat's image_gen_oai",
        ),
    ],
)
def test_what_applications_generate_comes_inline(body: dict[str, Any], acme: Client) -> None:
    answer = acme.post(GENERATIONS, json={"prompt": "a lake in a chat"} | body)

    assert answer.status_code == 200, answer.text
    # Open WebUI fetches a `url` where an entry has one, with its key; here there is none.
    assert all("url" not in entry for entry in answer.json()["data"])
    assert len([decoded(entry) for entry in answer.json()["data"]]) == body["n"]


def test_librechat_s_dalle_names_its_file_by_the_address(acme: Client, stack: Stack) -> None:
    body = {"model": "dall-e-3", "quality": "hd", "style": "vivid", "size": "1024x1792", "n": 1}

    answer = acme.post(GENERATIONS, json={"prompt": "a lake for LibreChat"} | body)

    url = answer.json()["data"][0]["url"]
    # Without an ending it keeps one file, and shows the address of another.
    assert LIBRECHAT_KNOWS.search(urlsplit(url).path)
    fetched = httpx.get(url, verify=stack.verify, follow_redirects=True)
    assert opened(fetched.content).format == "PNG"


def test_open_webui_follows_an_address_with_its_key_in_hand(acme: Client, stack: Stack) -> None:
    body = {"model": "gpt-image-1", "n": 1, "response_format": "url"}
    url = acme.post(GENERATIONS, json={"prompt": "a lake"} | body).json()["data"][0]["url"]

    # aiohttp, as browsers do, leaves the header behind where another host goes on.
    link = httpx.get(url, headers=acme.headers, verify=stack.verify)
    fetched = stack.fetch(link.headers["location"])

    assert link.status_code == 302
    assert fetched.headers["content-type"].split("/")[0] == "image"


@pytest.mark.parametrize(
    ("fields", "name", "file"),
    [
        pytest.param(
            {"model": "gpt-image-1", "n": "1", "size": "1024x1024", "background": "auto"},
            "image",
            ("8a6e.png", "image/png"),
            id="Open WebUI, one image",
        ),
        pytest.param(
            {"model": "dall-e-2", "response_format": "b64_json"},
            "image[]",
            ("8a6e.png", "image/png"),
            id="Open WebUI, a list of one",
        ),
        pytest.param(
            {"model": "gpt-image-1", "quality": "auto", "size": "auto"},
            "image[]",
            ("cat of mine.png", "image/png"),
            id="LibreChat's image_edit_oai",
        ),
    ],
)
def test_what_applications_edit_comes_inline(
    fields: dict[str, str], name: str, file: tuple[str, str], acme: Client
) -> None:
    files = {name: (file[0], picture(), file[1])}

    answer = acme.post(EDITS, data={"prompt": "a hat on it"} | fields, files=files)

    assert answer.status_code == 200, answer.text
    assert decoded(answer.json()["data"][0]).size == (512, 512)


def test_an_application_that_reads_only_the_message_can_show_it(acme: Client) -> None:
    body = {"prompt": "a lake", "model": "gpt-image-1", "background": "transparent", "n": 1}

    error = acme.post(GENERATIONS, json=body).json()["error"]

    assert "background" in error["message"]
    assert "leave it out" in error["message"]
