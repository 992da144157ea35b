"""Pictures on their way in, and as they were kept, through the HTTP door."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.domain.input import Kept
from functions.domain.upload import LIFE, Upload, input_key, upload_key
from tests.fakes import FakeDarkroom
from tests.samples import a_generation, ulid
from tests.unit.doors.conftest import NOW, Api

KEPT = Kept("mask", "jpeg", 64, 64, 9, "ab" * 32)


def counter(api: Api) -> Any:
    return api.module.DESK.counter


def begin(api: Api, kind: str = "image/png", **more: Any) -> Any:
    return api("POST", "/v1/uploads", {"content_type": kind} | more)


def kept(api: Api, **changes: Any) -> str:
    """Keep a mask with a generation and return its path."""
    whole = a_generation(tenant="acme", inputs=(KEPT,), **changes)
    counter(api).records.generations_["acme", whole.ulid] = whole
    counter(api).store.objects[input_key("acme", whole.ulid, "mask")] = b"bytes"
    return f"/v1/inputs/inp_{whole.ulid}_mask/content"


def test_an_upload_is_begun_with_a_signed_form(api: Api) -> None:
    answer = begin(api)

    said = answer.json
    assert answer.status == 201
    assert answer.headers["Location"] == f"/api/v1/uploads/{said['id']}"
    assert (said["method"], said["expires_in"], said["max_bytes"]) == ("POST", 900, 18_000_000)
    assert said["usable_until"] == "2026-11-23T11:00:00.000Z"
    assert said["fields"]["key"] == upload_key("acme", said["id"].removeprefix("upl_"))
    assert said["fields"]["Content-Type"] == "image/png"


def test_it_waits_until_its_file_is_there_and_ends_when_it_said(api: Api) -> None:
    said = begin(api).json
    where = f"/v1/uploads/{said['id']}"

    waiting = api("GET", where).json
    counter(api).store.objects[said["fields"]["key"]] = b"bytes"
    ready = api("GET", where).json
    own = ("acme", said["id"].removeprefix("upl_"))
    known: Upload = counter(api).records.uploads[own]
    counter(api).records.uploads[own] = replace(known, ends_at=NOW)

    assert (waiting["status"], ready["status"]) == ("waiting", "ready")
    assert api("GET", where).json["status"] == "expired"
    assert waiting["usable_until"] == said["usable_until"]


def test_another_tenant_knows_nothing_of_it(api: Api) -> None:
    said = begin(api).json

    assert api("GET", f"/v1/uploads/{said['id']}", tenant="globex").status == 404
    assert api("GET", "/v1/uploads/upl_1").status == 404


@pytest.mark.parametrize("kind", ["image/gif", "image/svg+xml", "text/html", ""])
def test_only_pictures_that_models_read_are_taken(api: Api, kind: str) -> None:
    answer = begin(api, kind)

    assert answer.status == 400
    assert answer.json["errors"][0]["pointer"] == "/content_type"


@pytest.mark.parametrize(("size", "status"), [(1, 201), (18_000_000, 201), (18_000_001, 400)])
def test_what_is_announced_as_too_large_is_refused_at_once(
    api: Api, size: int, status: int
) -> None:
    answer = begin(api, bytes=size)

    assert answer.status == status
    assert bool(counter(api).records.uploads) == (status == 201)


def test_to_upload_is_to_generate(api: Api) -> None:
    answer = api("POST", "/v1/uploads", {"content_type": "image/png"}, scopes="read")

    assert answer.status == 403


def test_an_upload_is_used_up_before_the_bucket_forgets_it() -> None:
    assert timedelta(hours=1) <= timedelta(days=1) - LIFE


def test_a_kept_picture_has_an_address_that_lasts(api: Api) -> None:
    where = kept(api)

    answer = api("GET", where)
    told = api("GET", where, headers={"accept": "application/json"})

    assert answer.status == 302
    assert answer.headers["Location"].endswith(f"/mask?filename=inp_{ulid(1)}_mask.jpeg")
    assert told.json == {"url": answer.headers["Location"], "url_expires_in": 900}


def test_a_kept_picture_is_its_tenants_and_goes_with_its_generation(api: Api) -> None:
    where = kept(api)

    foreign = api("GET", where, tenant="globex")
    other = api("GET", where.replace("_mask", "_image"))
    kept(api, deleted_at=NOW)

    assert (foreign.status, other.status, api("GET", where).status) == (404, 404, 404)
    assert api("GET", "/v1/inputs/inp_1/content").status == 404


def test_a_kept_picture_whose_file_has_expired_is_gone(api: Api) -> None:
    where = kept(api)
    counter(api).store.objects.clear()

    answer = api("GET", where)

    assert (answer.status, answer.json["code"]) == (410, "input_expired")


def came(api: Api) -> tuple[str, str]:
    """Begin an upload, let its file arrive, and return its ULID and its content's path."""
    said = begin(api).json
    counter(api).store.objects[said["fields"]["key"]] = b"bytes"
    return said["id"].removeprefix("upl_"), f"/v1/uploads/{said['id']}/content"


def test_an_upload_is_shown_as_a_copy_of_what_was_measured(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    darkroom = FakeDarkroom(counter(api).store)
    looking = replace(counter(api), darkroom=darkroom)
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=looking))
    own, where = came(api)

    answer = api("GET", where)
    told = api("GET", where, headers={"accept": "application/json"})

    copy = f"/{input_key('acme', own, 'upload')}"
    assert answer.status == 302
    assert answer.headers["Location"].endswith(f"{copy}?filename=upl_{own}.png")
    assert told.json == {"url": answer.headers["Location"], "url_expires_in": 900}


def test_an_upload_is_shown_to_its_tenant_as_long_as_it_can_be_used(api: Api) -> None:
    own, where = came(api)
    known: Upload = counter(api).records.uploads["acme", own]

    foreign = api("GET", where, tenant="globex")
    counter(api).records.uploads["acme", own] = replace(known, ends_at=NOW)
    late = api("GET", where)

    assert foreign.status == 404
    assert (late.status, late.json["code"]) == (410, "upload_expired")
