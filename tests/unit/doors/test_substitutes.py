"""Edits by models that ended, at a stage that asks those that took over."""

import base64
from dataclasses import replace

import pytest

from tests.fakes import FakeDarkroom, FakeStore
from tests.unit.doors.conftest import Api

IMAGE = {"data": base64.b64encode(b"a street").decode()}
BY_WORDS = {
    "task": "inpaint",
    "model": "titan-v2",
    "prompt": "a bicycle",
    "seed": 7,
    "image": IMAGE,
    "parameters": {"mask_prompt": "the car"},
}


@pytest.fixture
def substituting(api: Api, monkeypatch: pytest.MonkeyPatch) -> Api:
    counter = api.module.DESK.counter
    substitutes = replace(counter.policy(), on_retired="substitute")
    other = replace(counter, policy=lambda: substitutes, darkroom=FakeDarkroom(FakeStore()))
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=other))
    return api


def test_an_edit_is_planned_recorded_and_found_as_what_is_really_done(substituting: Api) -> None:
    plan = substituting("POST", "/v1/plans", BY_WORDS).json
    made = substituting("POST", "/v1/generations", BY_WORDS).json

    used = "us.stability.stable-image-search-replace-v1:0"
    assert plan["model"] == made["model"] == {"requested": "titan-v2", "used": used}
    assert plan["price"]["total"] == made["cost"]["estimated"] == "0.07"
    assert plan["warnings"][0]["code"] == "substituted"
    assert plan["receipt"] == made["receipt"]
    told = {line["name"]: (line["requested"], line["used"]) for line in made["receipt"]}
    assert told["task"] == ("inpaint", "search_replace")
    assert told["parameters.mask_prompt"] == ("the car", "the car")
    assert made["task"] == made["images"][0]["task"] == "search_replace"
    assert made["request"]["task"] == "inpaint"
    found = substituting("GET", "/v1/generations", query={"task": "search_replace"}).json["data"]
    assert [each["id"] for each in found] == [made["id"]]


def test_what_has_no_counterpart_is_named_before_anything_is_spent(substituting: Api) -> None:
    body = BY_WORDS | {"task": "color_guided", "parameters": {"colors": ["#FF8080"]}}
    del body["image"]

    answer = substituting("POST", "/v1/generations", body)

    assert (answer.status, answer.json["code"]) == (400, "invalid_parameter")
    [fault] = answer.json["errors"]
    assert (fault["pointer"], fault["code"]) == ("/parameters/colors", "no_counterpart")
    assert substituting("GET", "/v1/generations").json["data"] == []
