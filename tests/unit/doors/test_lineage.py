"""From an image to its parents and its children, through the HTTP door."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.input import Kept
from functions.domain.source import Source
from tests.samples import a_generation, a_picture, an_image, ulid
from tests.unit.doors.conftest import NOW, Api

PARENT = f"img_{ulid(1)}_00"
WHERE = f"/v1/images/{PARENT}"


def records(api: Api) -> Any:
    return api.module.DESK.counter.records


def put(api: Api, number: int, *parents: str) -> str:
    """Put a painted image, made from others, into the records and return its id."""
    kept = tuple(
        Kept(f"image_{at}", "png", 4, 4, 9, "ab" * 32, Source("image", parent))
        for at, parent in enumerate(parents)
    )
    whole = a_generation(tenant="acme", ulid=ulid(number), inputs=kept)
    image = an_image(
        tenant="acme",
        ulid=ulid(number),
        status="succeeded",
        picture=a_picture(),
        parents=whole.parents,
    )
    records(api).generations_["acme", whole.ulid] = whole
    records(api).images_["acme", whole.ulid, 0] = image
    return image.id


@pytest.fixture
def chain(api: Api) -> Api:
    """A parent, and 25 children of its."""
    put(api, 1)
    for number in range(2, 27):
        put(api, number, PARENT)
    return api


def test_an_image_names_its_parents_and_its_newest_children(chain: Api) -> None:
    parent = chain("GET", WHERE).json
    child = chain("GET", f"/v1/images/{parent['children'][0]}").json

    assert len(parent["children"]) == 20
    assert parent["children"][:2] == [f"img_{ulid(26)}_00", f"img_{ulid(25)}_00"]
    assert (parent["parents"], child["parents"], child["children"]) == ([], [PARENT], [])


def test_all_children_are_a_list_in_pages(chain: Api) -> None:
    found: list[str] = []
    query = {"limit": "10"}
    while True:
        page = chain("GET", f"{WHERE}/children", query=query).json
        found += [each["id"] for each in page["data"]]
        if not page["next_cursor"]:
            break
        query["cursor"] = page["next_cursor"]

    assert found == [f"img_{ulid(number)}_00" for number in range(26, 1, -1)]


def test_lists_do_not_look_for_children(chain: Api) -> None:
    [first, *_] = chain("GET", "/v1/images").json["data"]

    assert first["children"] is None


def test_notes_answer_with_children_too(chain: Api) -> None:
    noted = chain("PATCH", WHERE, {"favourite": True}).json

    assert noted["favourite"]
    assert len(noted["children"]) == 20


def test_a_deleted_parent_stays_named_and_has_no_list(chain: Api) -> None:
    own = ("acme", ulid(1))
    records(chain).generations_[own] = replace(records(chain).generations_[own], deleted_at=NOW)

    child = chain("GET", f"/v1/images/img_{ulid(2)}_00").json

    assert child["parents"] == [PARENT]
    assert chain("GET", f"{WHERE}/children").status == 404


def test_a_cursor_of_another_list_is_refused(chain: Api) -> None:
    gallery = chain("GET", "/v1/images", query={"limit": "1"}).json["next_cursor"]

    answer = chain("GET", f"{WHERE}/children", query={"cursor": gallery})

    assert (answer.status, answer.json["code"]) == (400, "invalid_cursor")


def test_children_are_their_tenants(chain: Api) -> None:
    assert chain("GET", f"{WHERE}/children", tenant="globex").status == 404
