"""The studio's own addresses of thumbnails: for whom, and for how long they are kept."""

from collections.abc import Mapping
from typing import Any

import pytest
from easel_client import NotFound, Unreachable
from starlette.applications import Starlette
from starlette.testclient import TestClient

from studio import pictures, session
from studio.settings import Settings
from studio.users import Users

HOSTED = Settings(
    api_url="https://api.example",
    api_key="",
    users=Users({"acme": "easel_x"}, {"@acme.example": "acme"}),
    balancer="arn:aws:elasticloadbalancing:us-west-2:1:loadbalancer/app/door/5",
)


class Shelf:
    """An API with one picture."""

    def thumbnail(self, image_id: str) -> bytes:
        if image_id == "img_away":
            raise Unreachable("nobody answers")
        if image_id != "img_1":
            raise NotFound("no such image", code="not_found")
        return b"RIFF....WEBP"


@pytest.fixture
def browser() -> TestClient:
    return TestClient(Starlette(routes=[pictures.route]))


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    def easel_of(headers: Mapping[str, str]) -> Any:
        return Shelf()

    monkeypatch.setattr(session, "easel_of", easel_of)


@pytest.mark.usefixtures("shelf")
def test_a_thumbnail_is_kept_by_its_readers_browser_and_by_nobody_else(browser: TestClient) -> None:
    answer = browser.get(pictures.address("img_1"))

    assert answer.content == b"RIFF....WEBP"
    assert answer.headers["content-type"] == "image/webp"
    assert "private" in answer.headers["cache-control"]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("image", "status"), [("img_2", 404), ("img_away", 502)])
def test_what_is_not_there_is_asked_for_again(browser: TestClient, image: str, status: int) -> None:
    answer = browser.get(pictures.address(image))

    assert answer.status_code == status
    assert answer.headers["cache-control"] == "no-store"


def test_a_hosted_studio_shows_nothing_to_whom_its_load_balancer_did_not_sign_in(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_settings", lambda: HOSTED)

    assert browser.get(pictures.address("img_1")).status_code == 403
    forged = browser.get(pictures.address("img_1"), headers={"X-Amzn-Oidc-Data": "not.a.token"})
    assert forged.status_code == 403
