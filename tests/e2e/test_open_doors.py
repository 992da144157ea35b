"""What needs no key: health, documents, and a browser's question."""

import json
from pathlib import Path

from tests.e2e.client import Client

ROOT = Path(__file__).parents[2]


def test_health_needs_no_key(stranger: Client) -> None:
    assert stranger.get("/healthz").json()["status"] == "ok"


def test_the_openapi_document_is_the_committed_one(stranger: Client) -> None:
    served = stranger.get("/openapi.json").json()
    committed = json.loads((ROOT / "docs/openapi.json").read_text("utf-8"))

    assert served.pop("servers")[0]["url"] == str(stranger.base_url).rstrip("/")
    committed.pop("servers")
    assert served == committed


def test_the_documents_page_has_everything_in_it(stranger: Client) -> None:
    page = stranger.get("/docs")

    assert page.headers["Content-Type"].startswith("text/html")
    assert "SwaggerUIBundle" in page.text
    assert 'src="http' not in page.text


def test_a_browser_may_ask_from_anywhere(stranger: Client) -> None:
    headers = {
        "Origin": "https://example.com",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-api-key, content-type, prefer",
    }

    answer = stranger.options("/v1/generations", headers=headers)

    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "X-Api-Key" in answer.headers["Access-Control-Allow-Headers"]
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]


def test_refusals_can_be_read_by_a_browser(stranger: Client) -> None:
    answer = stranger.get("/v1/models", headers={"Origin": "https://example.com"})

    assert answer.status_code == 401
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
