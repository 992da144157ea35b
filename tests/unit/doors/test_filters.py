"""Filters as clients write them: applied, or refused by name."""

import pytest

from functions.domain.filters import ImageFilter, Span
from functions.http import times
from tests.samples import CORE
from tests.unit.doors.conftest import NOW, Api

LAKE = {"prompt": "a lake", "group": "lesson"}


@pytest.mark.parametrize(
    ("path", "query", "code"),
    [
        ("images", {"model": "dall-e"}, "unknown_model"),
        ("images", {"task": "painting"}, "not_one_of"),
        ("images", {"favourite": "false"}, "not_one_of"),
        ("images", {"picked": "1"}, "not_one_of"),
        ("images", {"tag": "   "}, "too_short"),
        ("images", {"tag": "x" * 33}, "too_long"),
        ("images", {"tag": "\u3164"}, "malformed"),
        ("images", {"text": " "}, "malformed"),
        ("images", {"text": ""}, "too_short"),
        ("images", {"created_after": "yesterday"}, "malformed"),
        ("images", {"created_after": "1700000000"}, "malformed"),
        ("images", {"created_before": "2026-13-01"}, "malformed"),
        ("images", {"created_before": "2026-11-22T12:00:00"}, "malformed"),
        ("generations", {"status": "done"}, "not_one_of"),
        ("generations", {"group": ""}, "too_short"),
        ("generations", {"created_before": ""}, "malformed"),
        ("generations", {"model": ""}, "unknown_model"),
        ("generations", {"favourite": "true"}, "unknown_parameter"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    path: str, query: dict[str, str], code: str, api: Api
) -> None:
    answer = api("GET", f"/v1/{path}", query=query)

    (fault,) = answer.json["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, f"?{next(iter(query))}", code)
    assert fault["detail"]


def test_every_fault_of_a_filter_is_told_at_once(api: Api) -> None:
    query = {
        "model": "dall-e",
        "task": "painting",
        "created_after": "2026-11-22",
        "created_before": "2026-11-22",
    }

    answer = api("GET", "/v1/images", query=query)

    told = [fault["pointer"] for fault in answer.json["errors"]]
    assert told == ["?model", "?task", "?created_before"]


def test_a_query_that_comes_twice_is_refused(api: Api) -> None:
    answer = api("GET", "/v1/images", query={"tag": ["a", "b"]})

    assert [fault["pointer"] for fault in answer.json["errors"]] == ["?tag"]


@pytest.mark.parametrize("name", ["stable-image-core", CORE])
def test_a_model_is_meant_by_its_id_and_by_its_short_name(name: str, api: Api) -> None:
    made = api("POST", "/v1/generations", LAKE).json["id"]

    mine = api("GET", "/v1/generations", query={"model": name, "group": "lesson"}).json
    others = api("GET", "/v1/generations", query={"model": "sdxl"}).json

    assert [each["id"] for each in mine["data"]] == [made]
    assert others["data"] == []


def test_every_filter_of_images_reaches_the_records(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, asked = api.module.DESK.counter.records, list[ImageFilter]()
    plain = records.gallery

    def gallery(*args: object, wanted: ImageFilter, **options: object) -> object:
        asked.append(wanted)
        return plain(*args, wanted=wanted, **options)

    monkeypatch.setattr(records, "gallery", gallery, raising=False)
    query = {
        "model": "stable-image-core",
        "task": "text_to_image",
        "favourite": "true",
        "tag": " \u1112\u1169 ",
        "picked": "true",
        "text": "lake",
        "created_after": "2026-11-22",
        "created_before": "2026-11-22T12:00:00Z",
    }

    answer = api("GET", "/v1/images", query=query)

    assert answer.status == 200
    assert asked == [
        ImageFilter(
            model=CORE,
            task="text_to_image",
            favourite=True,
            tag="호",
            picked=True,
            text="lake",
            created=Span(NOW.replace(hour=0), NOW),
        )
    ]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2026-11-22", "2026-11-22T00:00:00+00:00"),
        ("2026-11-22t09:30:00z", "2026-11-22T09:30:00+00:00"),
        ("2026-11-22T09:30:00 09:00", "2026-11-22T00:30:00+00:00"),
        ("2026-11-22T09:30:00.123456789-01:00", "2026-11-22T10:30:00.123456+00:00"),
    ],
)
def test_a_time_is_a_day_or_a_moment(text: str, same: str) -> None:
    assert times.moment(text) == times.moment(same)
