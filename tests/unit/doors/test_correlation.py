"""One id, the gateway's, stands on every line that a request leaves behind."""

from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from functions.adapters import sqs
from functions.domain.ledger import ImageRef
from tests.samples import an_image
from tests.unit.doors.conftest import CONTEXT, SETTINGS, Api
from tests.unit.doors.logged import lines

SECRETS = ("a secret lake", "Bearer easel_", "token=")


def answered(api: Api, *request: Any, monkeypatch: pytest.MonkeyPatch, **more: Any) -> Any:
    with lines(monkeypatch) as found:
        api(*request, **more)
    (line,) = [each for each in found if each["message"] == "answered"]
    return line


def test_a_request_leaves_one_line_that_says_who_what_and_how_it_ended(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = answered(api, "GET", "/v1/generations/gen_x", monkeypatch=monkeypatch)

    assert line["correlation_id"] == "request-1"
    assert (line["tenant"], line["key_id"]) == ("acme", "key_1")
    assert (line["method"], line["route"]) == ("GET", "/v1/generations/<generation_id>")
    assert (line["status"], line["code"]) == (404, "not_found")
    assert line["duration_ms"] > 0


def test_a_success_has_no_code_even_after_a_refusal(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    api("GET", "/v1/generations/gen_x")

    line = answered(api, "GET", "/v1/generations", monkeypatch=monkeypatch)

    assert line["status"] == 200
    assert "code" not in line


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [("/v1/nothing", None, "not_found"), ("/v1/generations", "{", "invalid_json")],
)
def test_what_no_route_answers_is_logged_all_the_same(
    path: str, body: Any, code: str, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = answered(api, "POST", path, body, monkeypatch=monkeypatch)

    assert (line["code"], line["correlation_id"]) == (code, "request-1")
    assert line["route"] == "none"


def test_neither_prompts_nor_queries_nor_headers_are_logged(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = {"Authorization": "Bearer easel_1", "Idempotency-Key": "token=1"}
    with lines(monkeypatch) as found:
        api("POST", "/v1/generations", {"prompt": "a secret lake"}, headers=secret)
        api("GET", "/v1/images", query={"token": "token=1"})

    assert len(found) == 2
    assert not [words for words in SECRETS if words in str(found)]


def test_a_request_hands_its_id_on_to_its_record_and_images(api: Api) -> None:
    made = api("POST", "/v1/generations", {"prompt": "a lake", "count": 2})

    records = api.module.DESK.counter.records
    assert made.json["correlation_id"] == made.headers["X-Request-Id"] == "request-1"
    assert [each.correlation_id for each in records.images_.values()] == ["request-1"] * 2


def test_a_painter_logs_the_id_of_the_request_that_asked(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = {number: an_image(number=number, correlation_id=f"r{number}") for number in (0, 1)}
    records = SimpleNamespace(image=lambda _tenant, _ulid, number: images.get(number))
    monkeypatch.setattr(painter, "STUDIO", SimpleNamespace(records=records))
    monkeypatch.setattr(painter, "paint", lambda image, _: image)
    refs = [ImageRef("ten_a", an_image(number=number).id) for number in (0, 1, 2)]
    batch = [{"messageId": str(n), "body": sqs.write(ref)} for n, ref in enumerate(refs)]

    with lines(monkeypatch) as found:
        painter.handler({"Records": batch}, CONTEXT)

    told = [(line["message"], line["correlation_id"], line["image_id"]) for line in found]
    assert told == [
        ("image", "r0", refs[0].image_id),
        ("image", "r1", refs[1].image_id),
        ("no such image", "", refs[2].image_id),
    ]


def test_modules_without_powertools_log_in_the_same_form(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    import logging

    with lines(monkeypatch) as found:
        logging.getLogger("functions.use_cases.settle").warning("no thumbnail for %s", "img_1")

    (line,) = found
    assert (line["message"], line["level"]) == ("no thumbnail for img_1", "WARNING")


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import painter as module

    return module
