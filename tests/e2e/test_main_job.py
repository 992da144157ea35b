"""The main job, end to end: ask, wait, look, fetch, on every family."""

import io
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

from tests.e2e.client import Client, Stack

REQUESTS: dict[str, dict[str, Any]] = {
    "stable-image-core": {"aspect_ratio": "16:9", "negative_prompt": "people"},
    "sdxl": {
        "size": "1216x832",
        "negative_prompt": "people",
        "parameters": {"cfg_scale": 9.5, "steps": 20, "style_preset": "analog-film"},
    },
}


@pytest.mark.parametrize("model", ["stable-image-core", "sdxl"])
def test_a_picture_is_painted_by(model: str, acme: Client, stack: Stack) -> None:
    asked = REQUESTS[model]

    answer = acme.create(model=model, prompt="a mountain lake", seed=11, **asked)

    assert answer.status_code == 200, answer.text
    generation = answer.json()
    assert generation["status"] == "succeeded"
    image = generation["images"][0]
    picture = Image.open(io.BytesIO(stack.fetch(image["url"]).content))
    assert (picture.width, picture.height) == (image["width"], image["height"])
    assert image["seed"] == 11
    assert image["attempts"][0]["outcome"] == "succeeded"
    named = {line["name"]: line for line in generation["receipt"]}
    for name in asked.get("parameters", {}):
        assert named[f"parameters.{name}"]["status"] == "applied"


def test_titan_paints_too_with_a_size_of_its_own(acme: Client) -> None:
    answer = acme.create(
        model="titan-v2", prompt="a lake", size="1152x768", parameters={"quality": "premium"}
    )

    generation = answer.json()
    assert generation["status"] == "succeeded"
    assert generation["images"][0]["width"] == 1152
    assert generation["cost"]["spent"] == "0.012"


def test_ten_pictures_have_ten_seeds_and_ten_calls(acme: Client) -> None:
    answer = acme.create(prompt="ten little lakes", count=10, seed=100)

    generation = answer.json()
    assert generation["counts"]["succeeded"] == 10
    assert [image["seed"] for image in generation["images"]] == list(range(100, 110))
    assert generation["cost"] == {
        "currency": "USD",
        "estimated": "0.40",
        "spent": "0.40",
        "unknown": "0.00",
    }


def test_without_a_wait_the_record_comes_at_once_and_the_picture_later(acme: Client) -> None:
    answer = acme.create(prompt="a quiet lake", wait=0)

    assert answer.status_code == 202
    assert answer.headers["Retry-After"]
    assert answer.json()["status"] in ("queued", "running")
    assert urlsplit(answer.headers["Location"]).path == answer.json()["links"]["self"]
    done = acme.finished(answer.json()["id"]).json()
    assert done["status"] == "succeeded"


def test_a_wait_is_clamped_and_answered(acme: Client, painted: dict[str, Any]) -> None:
    answer = acme.get(f"/v1/generations/{painted['id']}", headers={"Prefer": "wait=900"})

    assert answer.headers["Preference-Applied"] == "wait=25"


def test_the_content_address_redirects_to_the_picture(
    acme: Client, stack: Stack, painted: dict[str, Any]
) -> None:
    path = f"/v1/images/{painted['images'][0]['id']}/content"

    answer = acme.get(path)

    assert answer.status_code == 302
    fetched = stack.fetch(answer.headers["Location"])
    assert fetched.status_code == 200
    assert fetched.headers["Content-Type"] == "image/png"
    assert len(fetched.content) == painted["images"][0]["bytes"]


def test_the_content_address_can_be_had_as_json(
    acme: Client, stack: Stack, painted: dict[str, Any]
) -> None:
    path = f"/v1/images/{painted['images'][0]['id']}/content"

    answer = acme.get(path, headers={"Accept": "application/json"})

    assert answer.status_code == 200
    assert answer.json()["url_expires_in"] == 900
    assert stack.fetch(answer.json()["url"]).status_code == 200


def test_every_look_makes_a_fresh_address(acme: Client, painted: dict[str, Any]) -> None:
    url = acme.get(f"/v1/images/{painted['images'][0]['id']}").json()["url"]

    query = parse_qs(urlsplit(url).query)
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    signed = datetime.strptime(query["X-Amz-Date"][0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert (datetime.now(UTC) - signed).total_seconds() < 60


def test_the_thumbnail_is_a_small_webp(acme: Client, stack: Stack, painted: dict[str, Any]) -> None:
    answer = acme.get(f"/v1/images/{painted['images'][0]['id']}/thumbnail")

    picture = Image.open(io.BytesIO(stack.fetch(answer.headers["Location"]).content))
    assert picture.format == "WEBP"
    assert max(picture.size) <= 512


def test_lists_are_newest_first_and_page_by_cursor(acme: Client) -> None:
    for number in range(3):
        acme.create(prompt=f"lake {number}", wait=25)

    first = acme.get("/v1/generations", params={"limit": 2}).json()
    second = acme.get("/v1/generations", params={"limit": 2, "cursor": first["next_cursor"]}).json()

    ids = [each["id"] for each in first["data"] + second["data"]]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 4


def test_the_gallery_holds_published_pictures_and_pages(acme: Client) -> None:
    page = acme.get("/v1/images", params={"limit": 1}).json()
    following = acme.get("/v1/images", params={"limit": 1, "cursor": page["next_cursor"]}).json()

    assert page["data"][0]["status"] == "succeeded"
    assert page["data"][0]["id"] > following["data"][0]["id"]


def test_a_plan_says_the_price_and_spends_nothing(acme: Client, stack: Stack) -> None:
    before = acme.get("/v1/usage").json(), len(stack.calls())

    plan = acme.post("/v1/plans", json={"prompt": "a lake", "count": 3, "model": "sdxl"}).json()

    assert plan["price"]["total"] == "0.12"
    assert plan["calls"] == 3
    assert plan["warnings"]
    assert (acme.get("/v1/usage").json(), len(stack.calls())) == before


def test_a_filtered_prompt_is_filtered_once_and_says_so(acme: Client) -> None:
    generation = acme.create(prompt="[filter:prompt] a lake").json()

    assert generation["status"] == "filtered"
    image = generation["images"][0]
    assert "Filter reason: prompt" in image["error"]["detail"]
    assert len(image["attempts"]) == 1
    assert image["url"] is None


def test_three_parts_become_one_prompt(acme: Client) -> None:
    parts = {"image_type": "사진", "description": "산과 호수", "style": "수묵화"}

    composed = acme.post("/v1/prompts/compose", json={"prompt": parts}).json()
    painted = acme.create(prompt=parts).json()

    assert composed["prompt"] == "사진, 산과 호수, 수묵화"
    assert painted["images"][0]["prompt"] == composed["prompt"]
    assert painted["request"]["prompt"] == parts


def test_what_is_spent_is_what_was_called(acme: Client) -> None:
    before = float(acme.get("/v1/usage").json()["spent"])

    acme.create(prompt="a paid lake", count=2)

    usage = acme.get("/v1/usage").json()
    assert float(usage["spent"]) == pytest.approx(before + 0.08)
    assert usage["reserved"] == "0.00"
