import json
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from functions.adapters.dynamodb.codec import item_of, plain_generation
from functions.domain.errors import Unavailable
from tests.unit.doors.conftest import Api

LAKE = {"prompt": "a lake"}


def test_a_request_is_accepted_with_its_record(api: Api) -> None:
    answer = api("POST", "/v1/generations", LAKE | {"count": 3})

    assert answer.status == 202
    assert answer.headers["Location"] == answer.json["links"]["self"]
    assert answer.headers["Retry-After"] == "1"
    assert answer.json["counts"]["pending"] == 3
    assert answer.json["request"] == LAKE | {"count": 3}
    assert len(answer.json["images"]) == 3


def test_the_same_key_answers_with_the_same_generation(api: Api) -> None:
    headers = {"Idempotency-Key": "k1"}
    first = api("POST", "/v1/generations", LAKE, headers=headers)

    again = api("POST", "/v1/generations", '{ "prompt":"a lake" }', headers=headers)
    other = api("POST", "/v1/generations", {"prompt": "a sea"}, headers=headers)

    assert again.json["id"] == first.json["id"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert (other.status, other.json["code"]) == (422, "idempotency_mismatch")


def test_what_was_accepted_once_is_answered_again_though_its_model_ended_since(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers, body = {"Idempotency-Key": "k1"}, LAKE | {"model": "sdxl"}
    first = api("POST", "/v1/generations", body, headers=headers)
    counter = api.module.DESK.counter
    refuses = replace(counter.policy(), on_retired="refuse")
    refusing = replace(counter, policy=lambda: refuses)
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=refusing))

    again = api("POST", "/v1/generations", body, headers=headers)

    assert again.json["id"] == first.json["id"]
    assert again.headers["Idempotency-Replayed"] == "true"


def test_a_wait_of_nothing_is_answered_at_once(api: Api) -> None:
    answer = api("POST", "/v1/generations", LAKE, headers={"Prefer": "wait=0"})

    assert answer.status == 202
    assert "Preference-Applied" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "scopes"),
    [
        ("POST", "/v1/generations", "read"),
        ("POST", "/v1/generations/gen_1/cancel", "read"),
        ("DELETE", "/v1/generations/gen_1", "read"),
        ("GET", "/v1/generations", "generate"),
        ("GET", "/v1/images", "generate"),
        ("GET", "/v1/models", ""),
        ("GET", "/v1/usage", ""),
    ],
)
def test_a_key_without_the_scope_is_refused(method: str, path: str, scopes: str, api: Api) -> None:
    answer = api(method, path, LAKE if path == "/v1/generations" else None, scopes=scopes)

    assert (answer.status, answer.json["code"]) == (403, "missing_scope")


def test_reader_and_painter_scopes_are_apart(api: Api) -> None:
    made = api("POST", "/v1/generations", LAKE, scopes="generate")

    assert made.status == 202


def test_faults_of_shape_name_their_fields(api: Api) -> None:
    body = {"prompt": {"description": "", "colour": "red"}, "count": "two", "sede": 1}

    answer = api("POST", "/v1/generations", body)

    told = {fault["pointer"]: fault["code"] for fault in answer.json["errors"]}
    assert told == {
        "/prompt/description": "too_short",
        "/prompt/colour": "unknown_field",
        "/count": "invalid",
        "/sede": "unknown_field",
    }
    assert "did you mean seed?" in answer.json["errors"][-1]["detail"]


@pytest.mark.parametrize(
    "parts",
    [{"details": [" " * 1000] * 21}, {"image_type": " " * 9000, "style": " " * 11_000}],
)
def test_blanks_that_the_model_never_sees_cannot_outgrow_the_record(
    parts: dict[str, Any], api: Api
) -> None:
    body = {"prompt": {"description": "a lake"} | parts}

    answer = api("POST", "/v1/generations", body)

    fault = answer.json["errors"][0]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, "/prompt", "too_long")


def test_the_longest_request_fits_into_a_record(api: Api) -> None:
    face, blank = "\U0001f600", "\u3000"
    notes = {f"{number:02}{face * 62}": face * 512 for number in range(16)}
    prompt = {"description": face * 10_000, "style": blank * 10_000}
    body = {"prompt": prompt, "negative_prompt": face * 10_000, "metadata": notes, "count": 10}

    answer = api("POST", "/v1/generations", body)

    assert answer.status == 202, answer.text
    (record,) = api.module.DESK.counter.records.generations_.values()
    item = json.dumps(item_of(plain_generation(record)), ensure_ascii=False)
    assert len(item.encode()) < 400 * 1024


@pytest.mark.parametrize("body", [None, "[]", "5", '"text"', "null"])
def test_a_body_that_is_no_object_is_refused(body: str | None, api: Api) -> None:
    answer = api("POST", "/v1/generations", body)

    assert (answer.status, answer.json["code"]) == (400, "invalid_parameter")


@pytest.mark.parametrize("name", ["a/b~c", "\ud800"])
def test_strange_names_do_no_harm(name: str, api: Api) -> None:
    body, keyed = LAKE | {"parameters": {name: 1}}, {"Idempotency-Key": "strange"}

    answer = api("POST", "/v1/generations", body, headers=keyed)

    assert answer.status == 400
    assert answer.json["errors"][0]["code"] in ("unknown_parameter", "invalid")


def test_a_medium_without_a_subject_is_refused_before_it_is_paid(api: Api) -> None:
    parts = {"image_type": "photograph", "description": " \n"}

    answer = api("POST", "/v1/generations", {"prompt": parts})

    assert answer.status == 400
    assert answer.json["errors"][0]["pointer"] == "/prompt/description"


def test_a_pattern_is_told_in_words(api: Api) -> None:
    body = {"prompt": {"description": " "}, "size": "big", "aspect_ratio": "wide"}

    answer = api("POST", "/v1/generations", body, headers={"Idempotency-Key": "a b"})

    told = " ".join(fault["detail"] for fault in answer.json["errors"])
    assert {fault["code"] for fault in answer.json["errors"]} == {"malformed"}
    assert "1024x1024" in told
    assert "16:9" in told
    assert "without spaces" in told
    assert "pattern" not in told


def test_a_lone_surrogate_in_a_prompt_is_refused(api: Api) -> None:
    answer = api("POST", "/v1/generations", '{"prompt": "\\ud800"}')

    assert (answer.status, answer.json["code"]) == (400, "invalid_parameter")


@pytest.mark.parametrize("kind", ["APPLICATION/JSON", "Application/Json; charset=utf-8"])
def test_a_media_type_has_no_case(kind: str, api: Api) -> None:
    answer = api("POST", "/v1/plans", LAKE, headers={"content-type": kind})

    assert answer.status == 200


@pytest.mark.parametrize(
    "size", [{"size": "1\u0660\u0662\u0664x1024"}, {"aspect_ratio": "1\u0666:9"}]
)
def test_a_size_is_written_in_the_digits_that_the_document_says(
    size: dict[str, str], api: Api
) -> None:
    answer = api("POST", "/v1/plans", LAKE | size)

    assert answer.json["errors"][0]["code"] == "malformed"


def test_an_unknown_route_is_a_problem_document(api: Api) -> None:
    answer = api("PUT", "/v1/nothing")

    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json["type"] == "https://api.example/api/docs#not_found"
    assert answer.json["request_id"] == answer.headers["X-Request-Id"] == "request-1"


def test_a_fault_of_ours_tells_nothing_of_our_insides(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("secret insides")

    monkeypatch.setattr(type(api.module.DESK.counter.records), "generations", broken)

    answer = api("GET", "/v1/generations")

    assert (answer.status, answer.json["code"]) == (500, "internal_error")
    assert "secret" not in answer.text


def test_what_can_be_tried_again_says_when(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any, **__: Any) -> None:
        raise Unavailable("busy", retry_after=3)

    monkeypatch.setattr(type(api.module.DESK.counter.records), "generations", busy)

    answer = api("GET", "/v1/generations")

    assert (answer.status, answer.headers["Retry-After"]) == (503, "3")


def test_the_models_are_the_catalogue(api: Api) -> None:
    models = api("GET", "/v1/models").json["data"]
    sdxl = api("GET", "/v1/models/stability.stable-diffusion-xl-v1").json

    assert sdxl in models
    assert sdxl["lifecycle"]["state"] == "retired"
    assert sdxl["available"] is True
    cfg = sdxl["tasks"]["text_to_image"]["parameters"]["properties"]["cfg_scale"]
    assert (cfg["minimum"], cfg["maximum"], cfg["default"]) == (0, 35, 7)


def test_a_models_tasks_tell_the_pictures_and_the_masks_that_they_take(api: Api) -> None:
    tasks = api("GET", "/v1/models/titan-v2").json["tasks"]

    assert set(tasks["variation"]["pictures"]) == {"image"}
    assert tasks["variation"]["pictures"]["image"]["max_count"] == 5
    assert tasks["color_guided"]["pictures"]["reference_image"]["required"] is False
    assert tasks["color_guided"]["parameters"]["required"] == ["colors"]
    assert "parameters.mask_prompt" in tasks["inpaint"]["mask"]["instead"]
    assert tasks["remove_background"]["mask"] is None
    assert tasks["remove_background"]["seeded"] is False


def test_a_model_is_found_behind_an_escaped_colon(api: Api) -> None:
    answer = api("GET", "/v1/models/stability.stable-image-core-v1%3A1")

    assert answer.json["name"] == "stable-image-core"


def test_a_stage_that_refuses_retired_models_names_the_successor(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = api.module.DESK.counter
    refuses = replace(counter.policy(), on_retired="refuse")
    refusing = replace(counter, policy=lambda: refuses)
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=refusing))

    answer = api("POST", "/v1/generations", LAKE | {"model": "sdxl"})

    assert (answer.status, answer.json["code"]) == (410, "model_retired")
    assert "stability.stable-image-core-v1:1" in answer.json["detail"]


def test_a_stage_that_substitutes_says_so_before_and_after(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = api.module.DESK.counter
    substitutes = replace(counter.policy(), on_retired="substitute")
    other = replace(counter, policy=lambda: substitutes)
    monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=other))
    body = LAKE | {
        "model": "sdxl",
        "seed": 5,
        "parameters": {"steps": 60},
        "approximate": True,
    }

    plan = api("POST", "/v1/plans", body).json
    made = api("POST", "/v1/generations", body).json

    core = "stability.stable-image-core-v1:1"
    assert plan["model"] == made["model"] == {"requested": "sdxl", "used": core}
    assert plan["price"]["total"] == made["cost"]["estimated"] == "0.04"
    [warning] = plan["warnings"]
    assert (warning["code"], warning["pointer"]) == ("substituted", "/model")
    assert warning["detail"] == (
        "Stable Diffusion XL 1.0 ended on Bedrock on 2025-05-20; "
        "Stable Image Core 1.0 takes its place."
    )
    assert plan["receipt"] == made["receipt"]
    told = {line["name"]: line for line in made["receipt"]}
    assert told["model"]["status"] == "approximated"
    assert told["parameters.steps"]["requested"] == 60
    assert told["parameters.steps"]["used"] is None
    models = {each["name"]: each["available"] for each in api("GET", "/v1/models").json["data"]}
    assert all(models.values())


def test_a_plan_prices_without_writing(api: Api) -> None:
    answer = api("POST", "/v1/plans", LAKE | {"count": 2})

    assert answer.json["price"]["total"] == "0.08"
    assert answer.json["wait_seconds"] is None
    assert api("GET", "/v1/generations").json["data"] == []


def test_an_image_without_a_picture_has_no_content(api: Api) -> None:
    image = api("POST", "/v1/generations", LAKE).json["images"][0]["id"]

    answer = api("GET", f"/v1/images/{image}/content")

    assert (answer.status, answer.json["code"]) == (409, "wrong_state")


def test_a_preflight_is_answered_by_us(api: Api) -> None:
    answer = api("OPTIONS", "/v1/generations", headers={"Origin": "https://a.example"})

    assert answer.status == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.text == ""


def test_refusals_before_routing_can_be_read_by_browsers_too(api: Api) -> None:
    answer = api("POST", "/v1/generations", "{", headers={"Origin": "https://a.example"})

    assert answer.status == 400
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "X-Request-Id" in answer.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", ["/v1/usage", "/v1/images", "/v1/models", "/v1/nothing"])
def test_no_cache_keeps_what_belongs_to_a_key(path: str, api: Api) -> None:
    assert api("GET", path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sent", "meant"),
    [("n", "count"), ("width", "size"), ("cfg_scale", "parameters.cfg_scale"), ("promt", "prompt")],
)
def test_the_likeliest_mistakes_are_told_the_right_name(sent: str, meant: str, api: Api) -> None:
    answer = api("POST", "/v1/generations", LAKE | {sent: 1})

    assert f"did you mean {meant}?" in answer.json["errors"][0]["detail"]


def test_the_clouds_outage_is_a_503_that_says_when_to_come_back(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise EndpointConnectionError(endpoint_url="https://dynamodb")

    monkeypatch.setattr(type(api.module.DESK.counter.records), "generations", gone)

    answer = api("GET", "/v1/generations")

    assert (answer.status, answer.json["code"], answer.headers["Retry-After"]) == (
        503,
        "unavailable",
        "2",
    )
    assert "dynamodb" not in answer.text


def test_head_answers_as_get_without_the_body(api: Api) -> None:
    looked, fetched = api("HEAD", "/v1/models"), api("GET", "/v1/models")

    assert (looked.status, looked.text) == (200, "")
    assert looked.headers == fetched.headers


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "/v1/generations", "GET, HEAD, OPTIONS, POST"),
        ("POST", "/v1/images/img_x", "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("GET", "/v1/plans", "OPTIONS, POST"),
        ("HEAD", "/v1/plans", "OPTIONS, POST"),
    ],
)
def test_a_method_that_a_path_has_not_is_refused_with_those_it_has(
    method: str, path: str, allow: str, api: Api
) -> None:
    answer = api(method, path)

    assert (answer.status, answer.headers["Allow"]) == (405, allow)
    assert answer.headers["Content-Type"] == "application/problem+json"
    if method != "HEAD":
        assert answer.json["code"] == "method_not_allowed"
        assert allow in answer.json["detail"]


def test_every_method_that_a_path_is_said_to_have_is_there(api: Api) -> None:
    for method in api("PUT", "/v1/generations").headers["Allow"].split(", "):
        assert api(method, "/v1/generations", {}).status != 405


def test_what_was_deleted_says_so(api: Api) -> None:
    made = api("POST", "/v1/generations", LAKE).json["id"]
    api("DELETE", f"/v1/generations/{made}")

    answer = api("GET", f"/v1/generations/{made}")

    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert "was deleted" in answer.json["detail"]
