"""Answers about a model tell of its end in the headers that HTTP has for it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.domain.lifecycle import Lifecycle
from tests.samples import CORE
from tests.unit.doors.conftest import NOW, Answer, Api

LAKE = {"task": "text_to_image", "prompt": "a lake"}
SDXL = "stability.stable-diffusion-xl-v1"
ENDED = {
    "Deprecation": "@1732147200",  # 2024-11-21T00:00:00Z
    "Sunset": "Tue, 20 May 2025 00:00:00 GMT",
    "Link": '</api/v1/models/stability.stable-image-core-v1%3A1>; rel="successor-version"',
}


def ends(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name in ENDED}


@pytest.fixture
def told(api: Api, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let Bedrock have said something of the models."""

    def tell(lifecycles: dict[str, Lifecycle]) -> Api:
        counter = api.module.DESK.counter
        knows = replace(counter.policy(), lifecycles=lifecycles)
        knowing = replace(counter, policy=lambda: knows)
        monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=knowing))
        return api

    return tell


def test_every_answer_about_a_model_that_ends_says_so(api: Api) -> None:
    made = api("POST", "/v1/generations", LAKE | {"model": "sdxl"})

    answers = [
        made,
        api("GET", f"/v1/generations/{made.json['id']}"),
        api("POST", "/v1/plans", LAKE | {"model": "sdxl"}),
        api("GET", "/v1/models/sdxl"),
    ]

    assert [ends(answer) for answer in answers] == [ENDED] * 4


def test_answers_about_a_model_that_stays_say_nothing(api: Api) -> None:
    made = api("POST", "/v1/generations", LAKE)

    assert ends(made) == ends(api("GET", "/v1/models/stable-image-core")) == {}


def test_what_bedrock_announces_is_in_the_headers(told: Any) -> None:
    api = told({CORE: Lifecycle("legacy", legacy=date(2026, 12, 1), read_at=NOW)})

    assert ends(api("POST", "/v1/plans", LAKE)) == {"Deprecation": "@1796083200"}


def test_a_browser_may_read_them(api: Api) -> None:
    answer = api("GET", "/v1/models/sdxl", headers={"Origin": "https://a.example"})

    exposed = answer.headers["Access-Control-Expose-Headers"].split(",")
    assert set(ENDED) <= {name.strip() for name in exposed}


def test_the_document_names_them_where_they_come(api: Api) -> None:
    paths = api("GET", "/openapi.json").json["paths"]

    for path, method, status in (
        ("/v1/models/{model_id}", "get", "200"),
        ("/v1/plans", "post", "200"),
        ("/v1/generations", "post", "200"),
        ("/v1/generations", "post", "202"),
        ("/v1/generations/{generation_id}", "get", "200"),
    ):
        assert set(ENDED) <= set(paths[path][method]["responses"][status]["headers"])
    assert "headers" not in paths["/v1/usage"]["get"]["responses"]["200"]


def test_a_lifecycle_says_where_it_was_read(told: Any) -> None:
    api = told({CORE: Lifecycle("legacy", end_of_life=date(2027, 4, 1), read_at=NOW)})

    core = api("GET", "/v1/models/stable-image-core").json["lifecycle"]
    sdxl = api("GET", "/v1/models/sdxl").json["lifecycle"]

    assert (core["state"], core["end_of_life"]) == ("legacy", "2027-04-01")
    assert (core["source"], core["read_at"], core["checked"]) == (
        "aws",
        "2026-11-22T12:00:00.000Z",
        None,
    )
    checked = CATALOGUE[SDXL].checked.isoformat()
    assert (sdxl["source"], sdxl["read_at"], sdxl["checked"]) == ("catalogue", None, checked)
    assert "not listed by AWS in us-west-2" in sdxl["note"]


def test_a_plan_warns_of_what_bedrock_announced(told: Any) -> None:
    api = told({CORE: Lifecycle("legacy", end_of_life=date(2027, 4, 1), read_at=NOW)})

    [warning] = api("POST", "/v1/plans", LAKE).json["warnings"]

    assert "ends on 2027-04-01" in warning["detail"]
