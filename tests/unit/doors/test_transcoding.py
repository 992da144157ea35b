"""Formats and qualities that a model does not make, through the native door."""

from typing import Any

import pytest

from tests.unit.doors.conftest import Api

TITAN = {"prompt": "a lake", "model": "titan-v2", "output_format": "webp"}


def test_without_leave_it_is_refused_and_the_leave_is_named(api: Api) -> None:
    answer = api("POST", "/v1/plans", TITAN | {"output_compression": 80})

    faults = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert answer.status == 400
    assert set(faults) == {"/output_format", "/output_compression"}
    assert all('"approximate": true' in detail for detail in faults.values())


def test_with_leave_it_is_planned_and_can_be_asked_for_again(api: Api) -> None:
    body = TITAN | {"output_compression": 0, "approximate": True, "seed": 7}

    plan = api("POST", "/v1/plans", body).json
    made = api("POST", "/v1/generations", body).json

    receipt = {line["name"]: line for line in plan["receipt"]}
    assert receipt["output_format"]["reason"] == "painted as png, written as webp at quality 0"
    assert receipt["output_compression"]["used"] == 0
    assert made["receipt"] == plan["receipt"]
    assert made["request"] == body
    assert made["images"][0]["note"] is None


def test_another_model_is_not_said_to_lack_what_we_write(api: Api) -> None:
    body = {"prompt": "a lake", "model": "sd3-5-large", "output_format": "webp"}

    plan = api("POST", "/v1/plans", body).json

    core = next(each for each in plan["alternatives"] if each["name"] == "stable-image-core")
    [drop] = core["drops"]
    assert (drop["name"], drop["used"], drop["status"]) == ("output_format", "webp", "approximated")


@pytest.mark.parametrize("wrong", [-1, 101, "80", 80.5, True])
def test_what_is_no_quality_is_refused(wrong: Any, api: Api) -> None:
    answer = api("POST", "/v1/plans", TITAN | {"output_compression": wrong})

    [fault] = answer.json["errors"]
    assert fault["pointer"] == "/output_compression"


def test_a_quality_is_no_axis(api: Api) -> None:
    body = {"prompt": "a lake", "sweep": {"output_compression": [1, 2]}}

    [fault] = api("POST", "/v1/plans", body).json["errors"]

    assert fault["pointer"] == "/sweep/output_compression"
    assert "beside sweep" in fault["detail"]
