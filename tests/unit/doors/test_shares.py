"""Share links as clients make them, and as strangers follow them."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from functions.adapters.recall import RecalledSecret
from functions.domain.generation import Counts
from functions.use_cases.look import Clock
from tests.fakes import FakeShareSecret
from tests.samples import NOW, a_picture, an_accepted, ulid
from tests.unit.doors.conftest import Answer, Api
from tests.unit.doors.logged import lines

IMG, QUEUED = f"img_{ulid(1)}_00", f"img_{ulid(2)}_00"
SHARE = f"/v1/images/{IMG}/share"


@pytest.fixture(autouse=True)
def painted(api: Api) -> None:
    """A generation of two pictures, and one that is queued."""
    counter = api.module.DESK.counter
    for number, status in ((1, "succeeded"), (2, "queued")):
        whole, images = an_accepted(tenant="acme", ulid=ulid(number), count=2)
        ended = {"succeeded": Counts(total=2, succeeded=2)}.get(status, whole.counts)
        counter.records.generations_["acme", whole.ulid] = replace(whole, counts=ended)
        for image in images:
            done = image.succeeded(NOW, a_picture(), 7) if status == "succeeded" else image
            counter.records.images_["acme", whole.ulid, image.number] = done
    counter.store.objects[a_picture().key] = b"picture"


def change(api: Api, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    desk = api.module.DESK
    counter = replace(desk.counter, **changes)
    monkeypatch.setattr(api.module, "DESK", replace(desk, counter=counter))


def follow(api: Api, url: str, method: str = "GET") -> Answer:
    """Follow a link as a stranger: without a tenant, as the open route is called."""
    link = urlsplit(url)
    place = link.path.removeprefix("/api")
    assert place.startswith("/shared/img_")
    query = {name: values[0] for name, values in parse_qs(link.query, strict_parsing=True).items()}
    return api(method, place, query=query, headers={"accept": "*/*"}, tenant="", scopes="")


def test_a_link_is_absolute_and_leads_to_the_picture(api: Api) -> None:
    made = api("POST", SHARE)

    assert (made.status, made.json["expires_at"]) == (200, None)
    assert made.json["url"].startswith("https://api.example/api/shared/img_")
    assert ".png?token=" in made.json["url"]  # LibreChat names what it fetches by the path
    answer = follow(api, made.json["url"])
    assert answer.status == 302
    assert a_picture().key in answer.headers["Location"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_begins_with_the_address_that_clients_use(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.module.DESK.door, "_public_url", "https://pictures.example")

    url = api("POST", SHARE).json["url"]

    assert url.startswith("https://pictures.example/shared/img_")


def test_a_link_redirects_whatever_the_client_would_rather_have(api: Api) -> None:
    # axios asks for JSON first, of every address.
    url = api("POST", SHARE).json["url"]
    token = url.partition("token=")[2]
    accept = {"accept": "application/json, text/plain, */*"}

    assert api("GET", "/shared", query={"token": token}, headers=accept).status == 302


def test_a_link_is_looked_at_with_head_too(api: Api) -> None:
    answer = follow(api, api("POST", SHARE).json["url"], "HEAD")

    assert (answer.status, answer.text) == (302, "")


def test_a_browser_may_follow_a_link_from_any_page(api: Api) -> None:
    token = api("POST", SHARE).json["url"].partition("token=")[2]

    answer = api("GET", "/shared", query={"token": token}, headers={"Origin": "https://a.example"})

    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_revoked_link_is_not_there_and_another_can_be_made(api: Api) -> None:
    url = api("POST", SHARE).json["url"]

    assert api("DELETE", SHARE).status == 204
    assert api("DELETE", SHARE).status == 204

    answer = follow(api, url)
    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert follow(api, api("POST", SHARE).json["url"]).status == 302


def test_a_forged_a_revoked_and_a_deleted_image_s_link_get_the_same_words(api: Api) -> None:
    url = api("POST", SHARE).json["url"]
    forged = follow(api, url[:-2] + ("AA" if url[-2:] != "AA" else "BB"))
    api("DELETE", SHARE)
    revoked = follow(api, url)
    fresh = api("POST", SHARE).json["url"]
    api("DELETE", f"/v1/images/{IMG}")
    deleted = follow(api, fresh)

    assert {each.status for each in (forged, revoked, deleted)} == {404}
    assert forged.json == revoked.json == deleted.json


def test_a_picture_past_its_retention_is_gone(api: Api) -> None:
    url = api("POST", SHARE).json["url"]
    api.module.DESK.counter.store.objects.clear()

    answer = follow(api, url)

    assert (answer.status, answer.json["code"]) == (410, "image_expired")


def test_a_link_for_a_time_says_when_it_ends_and_is_gone_then(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = api("POST", SHARE, {"expires_in": 3600})
    assert made.json["expires_at"] == "2026-11-22T13:00:00.000Z"
    assert follow(api, made.json["url"]).status == 302

    later = NOW.replace(hour=13, microsecond=0)
    change(api, monkeypatch, clock=Clock(lambda: later, lambda _: None))

    answer = follow(api, made.json["url"])
    assert (answer.status, answer.json["code"]) == (410, "link_expired")


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"expires_in": 59}, "/expires_in", "out_of_range"),
        ({"expires_in": 31_536_001}, "/expires_in", "out_of_range"),
        ({"expires_in": "60"}, "/expires_in", "invalid"),
        ({"expires": 60}, "/expires", "unknown_field"),
        ([], "", "invalid"),
    ],
)
def test_a_time_that_cannot_be_is_refused(body: Any, pointer: str, code: str, api: Api) -> None:
    answer = api("POST", SHARE, body)

    fault = answer.json["errors"][0]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, pointer, code)


def test_a_link_without_a_token_says_what_lacks(api: Api) -> None:
    answer = api("GET", "/shared")

    (fault,) = answer.json["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, "?token", "required")


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_only_the_owner_with_the_scope_shares_and_revokes(method: str, api: Api) -> None:
    url = api("POST", SHARE).json["url"]

    assert api(method, SHARE, tenant="globex").status == 404
    assert api(method, SHARE, scopes="read").json["code"] == "missing_scope"
    assert api(method, f"/v1/images/{QUEUED}/share").json["code"] == "wrong_state"
    assert follow(api, url).status == 302


def test_a_new_secret_ends_every_link_within_a_minute(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, times = FakeShareSecret(), [NOW]
    change(api, monkeypatch, share_secret=RecalledSecret(kept, lambda: times[-1]))
    url = api("POST", SHARE).json["url"]

    kept.renew()
    times.append(NOW.replace(minute=1))

    assert follow(api, url).status == 404
    assert follow(api, api("POST", SHARE).json["url"]).status == 302


def test_a_token_is_not_logged(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    with lines(monkeypatch) as written:
        url = api("POST", SHARE).json["url"]
        follow(api, url)
        api("DELETE", SHARE)
        follow(api, url)

    followed = [each for each in written if each["route"] == "/shared/<file>"]
    assert [each["status"] for each in followed] == [302, 404]
    assert url.partition("token=")[2] not in str(written)
