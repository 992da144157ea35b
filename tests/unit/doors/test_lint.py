"""The lint through the HTTP door, and the same warnings in a plan."""

import pytest

from tests.unit.doors.conftest import Api


def test_a_lint_composes_names_the_model_and_warns(api: Api) -> None:
    body = {
        "prompt": {"image_type": "photograph", "description": "a street, no people"},
        "negative_prompt": "((cars))",
        "model": "stable-image-core",
    }

    answer = api("POST", "/v1/prompts/lint", body)

    assert answer.status == 200, answer.text
    assert answer.json["prompt"] == "photograph of a street, no people"
    assert answer.json["characters"] == len(answer.json["prompt"])
    assert answer.json["prompts"] == [answer.json["prompt"]]
    assert answer.json["model"] == {
        "requested": "stable-image-core",
        "used": "stability.stable-image-core-v1:1",
    }
    told = [(each["code"], each["pointer"], each["found"]) for each in answer.json["warnings"]]
    assert told == [
        ("negation", "/prompt/description", ["no people"]),
        ("unsupported_weights", "/negative_prompt", ["((cars))"]),
    ]


def test_a_lint_without_a_model_is_for_the_default_one(api: Api) -> None:
    answer = api("POST", "/v1/prompts/lint", {"prompt": "a lake"}).json

    assert answer["model"]["requested"] is None
    assert (
        answer["model"]["used"]
        == api("POST", "/v1/plans", {"prompt": "a lake"}).json["model"]["used"]
    )
    assert answer["warnings"] == []


def test_a_plan_has_the_warnings_of_the_lint(api: Api) -> None:
    prompt = {"description": "a lake", "style": ["cinematic", "((sepia))", "수채화"]}

    linted = api("POST", "/v1/prompts/lint", {"prompt": prompt}).json["warnings"]
    planned = api("POST", "/v1/plans", {"prompt": prompt}).json["warnings"]

    assert linted == planned
    assert [(each["code"], each["pointer"]) for each in planned] == [
        ("unsupported_weights", "/prompt/style/1"),
        ("unread_language", "/prompt/style/2"),
    ]


def test_warnings_never_refuse(api: Api) -> None:
    body = {"prompt": "((사람 없는 거리)) without text, sign that says open"}

    assert api("POST", "/v1/generations", body).status == 202


def test_a_prompt_that_would_be_refused_is_only_warned_of(api: Api) -> None:
    answer = api("POST", "/v1/prompts/lint", {"prompt": "x" * 10_001})

    assert answer.status == 200
    assert [each["code"] for each in answer.json["warnings"]] == ["too_long"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"prompt": "a lake", "model": "dall-e-3"}, "/model"),
        ({"prompt": "a lake", "task": "compose_music"}, "/task"),
        ({"prompt": {"description": ["a", "b", "a"]}}, "/prompt/description/2"),
        ({}, "/prompt"),
    ],
)
def test_what_cannot_be_linted_is_refused(body: dict[str, object], pointer: str, api: Api) -> None:
    answer = api("POST", "/v1/prompts/lint", body)

    assert answer.status == 400
    assert [fault["pointer"] for fault in answer.json["errors"]] == [pointer]


def test_a_retired_model_is_warned_of_in_the_same_shape(api: Api) -> None:
    plan = api("POST", "/v1/plans", {"prompt": "a lake", "model": "sdxl"}).json

    [warning] = plan["warnings"]
    assert (warning["code"], warning["pointer"], warning["found"]) == ("retired", "/model", [])
    assert "successor" in warning["detail"]
