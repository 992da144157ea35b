"""What each call asks, and what its answer means."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import httpx
import pytest
from easel_client import Easel, Generation, InvalidRequest, StillRunning

from tests.unit.client.service import (
    KEY,
    URL,
    Caller,
    Service,
    both,
    generation,
    image,
    ok,
    problem,
)

PAGE = {"data": [image(1), image(0)], "next_cursor": "c-1", "scanned": 2}


@both
def test_a_generation_is_asked_with_what_was_given_and_nothing_else(call: Caller) -> None:
    service = Service(ok(generation(), 202))

    made = call(service, "generate", prompt="a lake", count=2, seed=None, parameters={"steps": 0})

    asked = service.asked[0]
    assert (asked.method, str(asked.url)) == ("POST", f"{URL}/v1/generations")
    assert json.loads(asked.content) == {
        "prompt": "a lake",
        "count": 2,
        "parameters": {"steps": 0},
    }
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert "prefer" not in asked.headers
    assert isinstance(made, Generation)
    assert made.cost.spent == Decimal("0.04")
    assert made.created_at == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert made.images[0].seed == 7
    assert made.raw["links"]["self"] == "/api/v1/generations/x"


@both
def test_a_wait_is_one_long_poll_after_the_other(call: Caller) -> None:
    service = Service(ok(generation(0), 202), ok(generation(0)), ok(generation(1)))

    made = call(service, "generate", prompt="a lake", wait=60)

    assert made.done
    assert service.said("prefer") == ["wait=25", "wait=25", "wait=25"]
    assert [each.method for each in service.asked] == ["POST", "GET", "GET"]


@both
@pytest.mark.parametrize("reply", [problem(503), httpx.ReadTimeout("slow")])
def test_a_generation_that_was_accepted_is_not_lost_with_the_connection(call, reply) -> None:
    service = Service(ok(generation(0), 202), reply)

    made = call(service, "generate", prompt="a lake", wait=60)

    assert (made.id, made.done) == (generation()["id"], False)


@both
def test_who_watches_sees_the_pictures_arrive(call: Caller) -> None:
    service = Service(
        ok(generation(0, 2)), ok(generation(0, 2)), ok(generation(1, 2)), ok(generation(2, 2))
    )
    seen: list[int] = []

    call(service, "wait", "gen_1", on_change=lambda each: seen.append(each.counts.succeeded))

    assert seen == [0, 1, 2]


@both
def test_a_wait_that_ends_too_early_names_the_generation(call: Caller) -> None:
    with pytest.raises(StillRunning) as caught:
        call(Service(ok(generation(0))), "wait", "gen_1", timeout=0.0)

    assert caught.value.generation_id == "gen_1"


@both
@pytest.mark.parametrize(
    ("name", "args", "kwargs", "asked", "answer"),
    [
        ("generation", ["gen_1"], {}, "GET generations/gen_1", generation()),
        ("cancel", ["gen_1"], {}, "POST generations/gen_1/cancel", generation()),
        (
            "pick",
            ["gen_1", "img_1"],
            {},
            'PATCH generations/gen_1 {"picked":"img_1"}',
            generation(),
        ),
        ("pick", ["gen_1", None], {}, 'PATCH generations/gen_1 {"picked":null}', generation()),
        ("delete_generation", ["gen_1"], {}, "DELETE generations/gen_1", None),
        ("image", ["img_1"], {}, "GET images/img_1", image()),
        (
            "update_image",
            ["img_1"],
            {"favourite": False},
            'PATCH images/img_1 {"favourite":false}',
            image(),
        ),
        ("update_image", ["img_1"], {"tags": ()}, 'PATCH images/img_1 {"tags":[]}', image()),
        ("delete_image", ["img_1"], {}, "DELETE images/img_1", None),
        ("children", ["img_1"], {"limit": 5}, "GET images/img_1/children?limit=5", PAGE),
        (
            "images",
            [],
            {"favourite": True, "text": "a b"},
            "GET images?favourite=true&text=a+b",
            PAGE,
        ),
        ("images", [], {"favourite": False, "cursor": None}, "GET images", PAGE),
        (
            "images",
            [],
            {"created_after": date(2026, 1, 2)},
            "GET images?created_after=2026-01-02",
            PAGE,
        ),
        ("share", ["img_1"], {}, "POST images/img_1/share", {"url": "u", "expires_at": None}),
        (
            "share",
            ["img_1"],
            {"expires_in": 60},
            'POST images/img_1/share {"expires_in":60}',
            {"url": "u", "expires_at": None},
        ),
        ("unshare", ["img_1"], {}, "DELETE images/img_1/share", None),
        (
            "compose",
            [],
            {"description": "d", "style": None},
            'POST prompts/compose {"prompt":{"description":"d"}}',
            {"prompt": "d", "characters": 1, "prompts": ["d"]},
        ),
        ("image", ["../usage?x"], {}, "GET images/..%2Fusage%3Fx", image()),
    ],
)
def test_a_call_asks_what_its_name_says(call: Caller, name, args, kwargs, asked, answer) -> None:
    service = Service(ok(answer))

    call(service, name, *args, **kwargs)

    request = service.asked[0]
    sent = f" {request.content.decode()}" if request.content else ""
    target = request.url.raw_path.decode().partition("/api/v1/")[2]
    assert f"{request.method} {target}{sent}" == asked


def test_a_page_is_its_items_and_where_to_go_on() -> None:
    with Easel(URL, transport=Service(ok(PAGE))) as easel:
        page = easel.images()

    assert [each.id[-2:] for each in page] == ["01", "00"]
    assert (len(page), page.next_cursor, page.scanned) == (2, "c-1", 2)


@pytest.mark.parametrize(
    "url", ["", "easel.test/api", "ftp://easel.test", "http://", "http://easel.test:port", "/api"]
)
def test_an_address_that_can_never_work_is_refused_at_once(url: str) -> None:
    with pytest.raises(InvalidRequest):
        Easel(url)


def test_the_environment_names_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASEL_URL", f"{URL}/")
    monkeypatch.setenv("EASEL_API_KEY", "from-env")
    service = Service(ok(image()))

    with Easel.from_env(transport=service) as easel:
        easel.image("img_1")

    assert str(service.asked[0].url) == f"{URL}/v1/images/img_1"
    assert service.said("authorization") == ["Bearer from-env"]


def test_without_an_environment_the_next_step_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EASEL_URL", raising=False)

    with pytest.raises(InvalidRequest, match=r"EASEL_URL.*make run"):
        Easel.from_env()
