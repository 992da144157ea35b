"""What a plan answers beside its own model."""

import base64
from dataclasses import replace

import pytest

from functions.domain.source import Place
from tests.fakes import FakeDarkroom, FakeStore
from tests.unit.doors.conftest import Api

RAW = b"a street"
DATA = {"data": base64.b64encode(RAW).decode()}


@pytest.fixture
def seeing(api: Api, monkeypatch: pytest.MonkeyPatch) -> Api:
    counter = api.module.DESK.counter
    policy = replace(counter.policy(), other_regions=("us-east-1",))
    counter = replace(counter, policy=lambda: policy, darkroom=FakeDarkroom(FakeStore()))
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=counter))
    return api


def test_a_plan_compares_the_models_that_do_the_task(api: Api) -> None:
    body = {"prompt": "a lake", "model": "sdxl", "parameters": {"steps": 60}, "count": 2}

    plan = api("POST", "/v1/plans", body).json

    others = {each["name"]: each for each in plan["alternatives"]}
    assert "sdxl" not in others
    totals = [float(each["total"]) for each in plan["alternatives"] if each["total"]]
    assert totals == sorted(totals)
    core = others["stable-image-core"]
    assert (core["id"], core["title"]) == (
        "stability.stable-image-core-v1:1",
        "Stable Image Core 1.0",
    )
    assert (core["total"], core["state"], core["end_of_life"]) == ("0.08", "active", None)
    assert core["faults"] == []
    assert core["drops"] == [
        {
            "name": "parameters.steps",
            "requested": 60,
            "used": None,
            "status": "approximated",
            "reason": "stable-image-core has nothing like it",
        }
    ]
    titan = others["titan-v2"]
    assert (titan["state"], titan["end_of_life"]) == ("retired", "2026-06-30")


def test_a_task_without_a_model_is_planned_with_the_default_beside_the_others(seeing: Api) -> None:
    body = {
        "task": "image_to_image",
        "prompt": "a lake",
        "image": DATA,
        "parameters": {"strength": 0.5},
    }

    plan = seeing("POST", "/v1/plans", body).json

    assert plan["model"] == {"requested": None, "used": "stability.sd3-5-large-v1:0"}
    others = {each["name"]: each for each in plan["alternatives"]}
    assert (others["stable-image-ultra"]["total"], others["stable-image-ultra"]["drops"]) == (
        "0.14",
        [],
    )


def test_why_another_cannot_is_told_in_the_words_of_the_body(seeing: Api) -> None:
    body = {"task": "variation", "model": "nova-canvas", "images": [DATA, DATA]}
    darkroom = seeing.module.DESK.counter.darkroom
    finding = next(iter(darkroom.measure({"image": Place(raw=RAW)}).values()))
    darkroom.says[finding.sha256] = replace(finding, width=2048, height=2048)

    plan = seeing("POST", "/v1/plans", body).json

    [titan] = [each for each in plan["alternatives"] if each["name"] == "titan-v2"]
    assert titan["total"] is None
    assert [each["pointer"] for each in titan["faults"]] == ["/images/0", "/images/1"]
