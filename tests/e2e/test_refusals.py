"""Bad input: each has its problem document, and none of it costs anything."""

import json
from typing import Any

import pytest

from tests.e2e.client import Client, Stack

LONG = "x" * 10_001

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an empty prompt": ({"prompt": ""}, "/prompt"),
    "a prompt of 10,001 characters": ({"prompt": LONG}, "/prompt"),
    "no prompt": ({}, "/prompt"),
    "a count of 0": ({"prompt": "a", "count": 0}, "/count"),
    "a count of 11": ({"prompt": "a", "count": 11}, "/count"),
    "a seed beyond the model's": ({"prompt": "a", "seed": 4_294_967_296}, "/seed"),
    "a seed that the model reads as random": ({"prompt": "a", "seed": 0}, "/seed"),
    "a ratio that no model has": ({"prompt": "a", "aspect_ratio": "4:3"}, "/aspect_ratio"),
    "an unknown field": ({"prompt": "a", "colour": "red"}, "/colour"),
    "two sizes": ({"prompt": "a", "size": "1024x1024", "aspect_ratio": "1:1"}, "/aspect_ratio"),
    "a parameter that the model lacks": (
        {"prompt": "a", "parameters": {"steps": 30}},
        "/parameters/steps",
    ),
    "a parameter out of range": (
        {"prompt": "a", "model": "sdxl", "parameters": {"cfg_scale": 36}},
        "/parameters/cfg_scale",
    ),
    "a format that the model lacks": (
        {"prompt": "a", "model": "sdxl", "output_format": "webp"},
        "/output_format",
    ),
    "an unknown model": ({"prompt": "a", "model": "dall-e-9"}, "/model"),
    "a number where text belongs": ({"prompt": 5}, "/prompt"),
    "more blanks than a record holds": (
        {"prompt": {"description": "a", "details": [" " * 10_000] * 3}},
        "/prompt",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refuses(what: str, acme: Client, stack: Stack) -> None:
    body, pointer = REFUSED[what]
    called = len(stack.calls())

    answer = acme.post("/v1/generations", json=body)

    problem = _problem(answer, 400, "invalid_parameter")
    assert pointer in [fault["pointer"] for fault in problem["errors"]]
    assert len(stack.calls()) == called


def test_all_faults_are_told_at_once(acme: Client) -> None:
    body = {"prompt": LONG, "seed": 0, "aspect_ratio": "4:3", "parameters": {"steps": 1}}

    problem = _problem(acme.post("/v1/generations", json=body), 400, "invalid_parameter")

    told = {fault["pointer"] for fault in problem["errors"]}
    assert told == {"/prompt", "/seed", "/aspect_ratio", "/parameters/steps"}


def test_the_nearest_ratio_is_named(acme: Client) -> None:
    answer = acme.post("/v1/generations", json={"prompt": "a", "aspect_ratio": "4:3"})

    assert "5:4" in answer.json()["detail"]


def test_refuses_what_is_not_json(acme: Client) -> None:
    headers = {"Content-Type": "application/json"}

    for body in (b'{"prompt": "a"', b"\xff\xfe", b'{"prompt": NaN}'):
        answer = acme.post("/v1/generations", content=body, headers=headers)
        _problem(answer, 400, "invalid_json")


def test_refuses_a_member_that_comes_twice(acme: Client) -> None:
    headers = {"Content-Type": "APPLICATION/JSON"}

    answer = acme.post("/v1/generations", content='{"count": 1, "count": 9}', headers=headers)

    _problem(answer, 400, "invalid_json")


def test_refuses_another_content_type(acme: Client) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = acme.post("/v1/generations", content=b"a=b", headers={"Content-Type": kind})
        _problem(answer, 415, "unsupported_media_type")


def test_refuses_a_body_of_five_megabytes(acme: Client) -> None:
    body = json.dumps({"prompt": "x" * 5_000_000})
    headers = {"Content-Type": "application/json"}

    answer = acme.post("/v1/generations", content=body, headers=headers)

    _problem(answer, 413, "payload_too_large")


def test_refuses_an_idempotency_key_of_300_characters(acme: Client) -> None:
    answer = acme.create(prompt="a", wait=0, headers={"Idempotency-Key": "k" * 300})

    problem = _problem(answer, 400, "invalid_parameter")
    assert problem["errors"][0]["pointer"] == "header:Idempotency-Key"


def test_refuses_without_a_key(stranger: Client) -> None:
    answer = stranger.get("/v1/models")

    _problem(answer, 401, "unauthorized")


def test_refuses_a_wrong_key(stranger: Client) -> None:
    for key in ("easel_" + "a" * 43, "nonsense", ""):
        answer = stranger.get("/v1/models", headers={"x-api-key": key})
        _problem(answer, 401, "unauthorized")


def test_both_headers_open_the_door(stack: Stack, stranger: Client) -> None:
    key = stack.key("initech")["key"]

    for headers in ({"x-api-key": key}, {"Authorization": f"Bearer {key}"}):
        assert stranger.get("/v1/models", headers=headers).status_code == 200


def test_refuses_a_revoked_key(stack: Stack, stranger: Client) -> None:
    made = stack.key("initech")
    stack.revoke(made["key_id"])

    answer = stranger.get("/v1/models", headers={"x-api-key": made["key"]})

    _problem(answer, 401, "unauthorized")


def test_refuses_what_the_scopes_do_not_allow(stack: Stack) -> None:
    with stack.client(stack.key("initech", "read")["key"]) as reader:
        answer = reader.post("/v1/generations", json={"prompt": "a"})

    _problem(answer, 403, "missing_scope")


def test_another_tenants_ids_are_unknown(globex: Client, painted: dict[str, Any]) -> None:
    generation, image = painted["id"], painted["images"][0]["id"]

    for answer in (
        globex.get(f"/v1/generations/{generation}"),
        globex.post(f"/v1/generations/{generation}/cancel"),
        globex.delete(f"/v1/generations/{generation}"),
        globex.get(f"/v1/images/{image}"),
        globex.get(f"/v1/images/{image}/content"),
        globex.get(f"/v1/images/{image}/thumbnail"),
    ):
        _problem(answer, 404, "not_found")
    assert globex.get("/v1/generations").json()["data"] == []
    assert globex.get("/v1/images").json()["data"] == []


def test_refuses_forged_and_foreign_cursors(
    acme: Client, globex: Client, painted: dict[str, Any]
) -> None:
    acme.create(prompt="one more", wait=0)
    real = acme.get("/v1/generations", params={"limit": 1}).json()["next_cursor"]
    middle = len(real) // 2
    tampered = real[:middle] + ("A" if real[middle] != "A" else "B") + real[middle + 1 :]

    for client, cursor in ((acme, "forged"), (acme, tampered), (globex, real)):
        answer = client.get("/v1/generations", params={"cursor": cursor})
        _problem(answer, 400, "invalid_cursor")
    answer = acme.get("/v1/images", params={"cursor": real})
    _problem(answer, 400, "invalid_cursor")


def test_refuses_unknown_query_parameters_and_limits(acme: Client) -> None:
    for query in ({"limt": 5}, {"limit": 0}, {"limit": 101}, {"limit": "many"}):
        _problem(acme.get("/v1/generations", params=query), 400, "invalid_parameter")


def test_unknown_addresses_are_not_found(acme: Client) -> None:
    for path in ("/v1/nothing", "/v1/generations/gen_x", "/v1/images/img_x", "/v1/models/none"):
        _problem(acme.get(path), 404, "not_found")


def test_a_method_that_a_path_has_not_is_refused_with_those_it_has(acme: Client) -> None:
    answer = acme.put("/v1/plans", json={})

    _problem(answer, 405, "method_not_allowed")
    assert answer.headers["Allow"] == "OPTIONS, POST"


def _problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    problem = answer.json()
    assert problem["code"] == code
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["X-Request-Id"]
    assert answer.headers["Cache-Control"] == "no-store"
    return problem
