"""Notes, picks and deletions as clients write them."""

import io
import json
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest

from functions.domain.generation import Counts
from tests.samples import NOW, a_picture, an_accepted, ulid
from tests.unit.doors.conftest import Api

GEN, IMG = f"gen_{ulid(1)}", f"img_{ulid(1)}_00"


@pytest.fixture(autouse=True)
def painted(api: Api) -> None:
    """A generation of two pictures, and one that is queued."""
    records = api.module.DESK.counter.records
    for number, status in ((1, "succeeded"), (2, "queued")):
        whole, images = an_accepted(tenant="acme", ulid=ulid(number), count=2)
        ended = {"succeeded": Counts(total=2, succeeded=2)}.get(status, whole.counts)
        records.generations_["acme", whole.ulid] = replace(whole, counts=ended)
        for image in images:
            done = image.succeeded(NOW, a_picture(), 7) if status == "succeeded" else image
            records.images_["acme", whole.ulid, image.number] = done


def test_a_note_is_answered_with_the_image(api: Api) -> None:
    answer = api("PATCH", f"/v1/images/{IMG}", {"favourite": True, "tags": [" 호수 ", "b", "b"]})

    assert answer.status == 200
    assert (answer.json["favourite"], answer.json["tags"]) == (True, ["b", "호수"])
    assert answer.json["url"]
    (liked,) = api("GET", "/v1/images", query={"favourite": "true"}).json["data"]
    (tagged,) = api("GET", "/v1/images", query={"tag": "호수"}).json["data"]
    assert liked["id"] == tagged["id"] == IMG


def test_tags_can_be_taken_away(api: Api) -> None:
    api("PATCH", f"/v1/images/{IMG}", {"tags": ["a"], "favourite": True})

    answer = api("PATCH", f"/v1/images/{IMG}", {"tags": []})

    assert (answer.json["favourite"], answer.json["tags"]) == (True, [])


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "", "required"),
        ({"favorite": True}, "/favorite", "unknown_field"),
        ({"favourite": None}, "/favourite", "invalid"),
        ({"favourite": "yes"}, "/favourite", "invalid"),
        ({"tags": ["a"] * 21}, "/tags", "too_long"),
        ({"tags": ["a", "  "]}, "/tags/1", "too_short"),
        ({"tags": ["a", "\u200b"]}, "/tags/1", "malformed"),
        ({"tags": ["x" * 33]}, "/tags/0", "too_long"),
        ({"tags": "a"}, "/tags", "invalid"),
        ({"tags": [1]}, "/tags/0", "invalid"),
    ],
)
def test_a_note_that_says_nothing_or_too_much_is_refused(
    body: dict[str, Any], pointer: str, code: str, api: Api
) -> None:
    answer = api("PATCH", f"/v1/images/{IMG}", body)

    (fault,) = answer.json["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, pointer, code)


def test_the_longest_tags_fit(api: Api) -> None:
    tags = [f"{number:02}" + "\U0001f600" * 30 for number in range(20)]

    assert api("PATCH", f"/v1/images/{IMG}", {"tags": tags}).json["tags"] == tags


def test_a_pick_is_answered_with_the_generation(api: Api) -> None:
    answer = api("PATCH", f"/v1/generations/{GEN}", {"picked": IMG})

    assert answer.status == 200
    assert answer.json["picked"] == IMG
    assert [image["picked"] for image in answer.json["images"]] == [True, False]
    assert api("PATCH", f"/v1/generations/{GEN}", {"picked": None}).json["picked"] is None


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "/picked", "required"),
        ({"picked": 1}, "/picked", "invalid"),
        ({"picked": f"img_{ulid(2)}_00"}, "/picked", "not_one_of"),
        ({"picked": f"img_{ulid(1)}_02"}, "/picked", "not_one_of"),
        ({"picked": IMG, "favourite": True}, "/favourite", "unknown_field"),
    ],
)
def test_a_pick_that_cannot_be_is_refused(
    body: dict[str, Any], pointer: str, code: str, api: Api
) -> None:
    answer = api("PATCH", f"/v1/generations/{GEN}", body)

    (fault,) = answer.json["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, pointer, code)


def test_an_archive_tells_what_is_in_it_and_no_address_that_dies(api: Api) -> None:
    store = api.module.DESK.counter.store
    store.objects[a_picture().key] = b"picture"

    answer = api("GET", f"/v1/generations/{GEN}/archive", headers={"Accept": "application/json"})
    moved = api("GET", f"/v1/generations/{GEN}/archive")

    assert (answer.status, moved.status) == (200, 302)
    assert f"{GEN}.zip" in answer.json["url"]
    (key,) = (key for key in store.objects if key.startswith("archives/acme/"))
    assert key in moved.headers["Location"]
    with ZipFile(io.BytesIO(store.objects[key])) as made:
        told = json.loads(made.read("generation.json"))
        assert [image["file"] for image in told["images"]] == made.namelist()[:2]
    assert told["request"]["prompt"] == "a lake"
    assert told["receipt"]
    assert told["images"][0]["seed"] == 7
    assert told["images"][0]["content"]
    assert not [image for image in told["images"] if "url" in image]


@pytest.mark.parametrize(("number", "status"), [(1, 410), (2, 409), (3, 404)])
def test_an_archive_that_cannot_be_made_says_why(number: int, status: int, api: Api) -> None:
    answer = api("GET", f"/v1/generations/gen_{ulid(number)}/archive")

    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_deleted_image_is_shown_so_by_its_generation_and_nowhere_else(api: Api) -> None:
    deleted = api("DELETE", f"/v1/images/{IMG}")
    again = api("DELETE", f"/v1/images/{IMG}")

    assert (deleted.status, again.status) == (204, 404)
    images = api("GET", f"/v1/generations/{GEN}").json["images"]
    assert [(image["deleted"], image["prompt"]) for image in images] == [
        (True, ""),
        (False, "a lake at dawn"),
    ]
    assert images[0]["content"] is None
    assert [each["id"] for each in api("GET", "/v1/images").json["data"]] == [images[1]["id"]]
    assert api("GET", f"/v1/images/{IMG}/content").status == 404


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_what_has_no_picture_yet_takes_no_notes_and_is_not_deleted(method: str, api: Api) -> None:
    answer = api(method, f"/v1/images/img_{ulid(2)}_00", {"favourite": True})

    assert (answer.status, answer.json["code"]) == (409, "wrong_state")


@pytest.mark.parametrize("path", [f"images/{IMG}", f"generations/{GEN}"])
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_what_belongs_to_others_is_not_there_and_readers_change_nothing(
    path: str, method: str, api: Api
) -> None:
    body = {"favourite": True} if path.startswith("images") else {"picked": IMG}
    body = body if method == "PATCH" else None

    assert api(method, f"/v1/{path}", body, tenant="globex").status == 404
    assert api(method, f"/v1/{path}", body, scopes="read").json["code"] == "missing_scope"
