"""OpenAI's calls, as their clients make them: the same ledger, in their words."""

import base64
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from functions.domain.call import Reply, Writing
from functions.domain.ledger import Budget
from functions.domain.outcome import CallFailed
from functions.domain.ports.pixels import Look, NotAPicture
from functions.http.openai import limits
from functions.use_cases import look
from tests.fakes import FakePixels
from tests.unit.doors.conftest import NOW
from tests.unit.doors.openai_client import IMAGES, Client
from tests.unit.use_cases.world import TENANT


def test_the_smallest_request_is_answered_with_a_picture(client: Client) -> None:
    answer = client({"prompt": "a lake"})

    assert answer.status == 200
    [entry] = answer.json["data"]
    assert base64.b64decode(entry["b64_json"]).startswith(b"picture with seed")
    assert answer.json["created"] == int(NOW.timestamp())
    assert answer.json["model"] == "stability.stable-image-core-v1:1"


def test_n_pictures_are_one_generation(client: Client) -> None:
    answer = client({"prompt": "a lake", "n": 2, "model": "gpt-image-1.5"})

    assert len(answer.json["data"]) == 2
    assert client.generations == 1
    assert answer.json["model"] == "stability.stable-image-ultra-v1:1"


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({}, "b64_json"),
        ({"model": "gpt-image-2"}, "b64_json"),
        ({"model": "dall-e-3"}, "url"),
        ({"model": "dall-e-3", "response_format": "b64_json"}, "b64_json"),
        ({"response_format": "url"}, "url"),
    ],
)
def test_pictures_come_as_the_named_model_would_send_them(
    client: Client, body: dict[str, Any], key: str
) -> None:
    [entry] = client({"prompt": "a lake"} | body).json["data"]

    assert key in entry


def test_a_url_is_a_share_link_that_can_be_revoked(client: Client) -> None:
    [entry] = client({"prompt": "a lake", "response_format": "url"}).json["data"]
    link, _, token = entry["url"].partition("?token=")
    where = f"/v1/images/{entry['id']}/share"

    followed = [client.api("GET", "/shared", query={"token": token}).status]
    client.api("DELETE", where, tenant=TENANT)
    followed += [client.api("GET", "/shared", query={"token": token}).status]

    assert link == f"https://api.example/api/shared/{entry['id']}.png"
    assert followed == [302, 404]


def test_every_parameter_of_theirs_is_in_the_receipt(client: Client) -> None:
    body = {
        "prompt": "a lake",
        "model": "titan-v2",
        "size": "1792x1024",
        "quality": "hd",
        "style": "vivid",
        "background": "opaque",
        "moderation": "low",
        "user": "u-1",
        "safety_identifier": "s-1",
        "seed": 7,
        "negative_prompt": "people",
        "cfg_scale": 5,
    }

    answer = client(body)

    receipt = {line["name"]: line for line in answer.json["easel"]["receipt"]}
    for name in set(body) - {"cfg_scale"}:
        assert name in receipt, name
    assert receipt["size"]["status"] == "approximated"
    assert receipt["quality"]["used"] == "premium"
    assert receipt["parameters.cfg_scale"]["used"] == 5
    assert receipt["moderation"]["status"] == "ignored"
    assert "dramatic" in answer.json["data"][0]["revised_prompt"]


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({"stream": True}, "stream", "unsupported_parameter"),
        ({"partial_images": 2}, "partial_images", "unsupported_parameter"),
        ({"background": "transparent"}, "background", "unsupported_parameter"),
        ({"output_compression": 80}, "output_compression", "unsupported"),
        (
            {"output_compression": 80, "output_format": "png"},
            "output_compression",
            "unsupported",
        ),
        ({"output_compression": 101}, "output_compression", "out_of_range"),
        ({"n": 11}, "n", "out_of_range"),
        ({"size": "big"}, "size", "malformed"),
        ({"steps": 30}, "steps", "unknown_parameter"),
        ({"model": "imagen"}, "model", "model_not_found"),
        ({"seed": -1}, "seed", "out_of_range"),
        ({"prompt": " "}, "prompt", "required"),
    ],
)
def test_what_cannot_be_done_is_refused_by_their_name_for_it(
    client: Client, body: dict[str, Any], param: str, code: str
) -> None:
    answer = client({"prompt": "a lake"} | body)

    assert answer.status == 400
    error = answer.json["error"]
    assert (error["param"], error["code"]) == (param, code)
    assert error["type"] == "invalid_request_error"
    assert answer.headers["x-should-retry"] == "false"
    assert not client.generations


def test_pictures_too_large_for_one_answer_are_refused_before_they_are_paid(
    client: Client,
) -> None:
    answer = client({"prompt": "a lake", "n": 3})
    others = [{"n": 2}, {"n": 3, "response_format": "url"}, {"n": 7, "output_format": "jpeg"}]

    error = answer.json["error"]
    assert (answer.status, error["param"]) == (400, "response_format")
    assert error["code"] == "response_too_large"
    assert 'output_format="jpeg"' in error["message"]
    assert not client.generations
    assert [client({"prompt": "a lake"} | other).status for other in others] == [200] * 3


def test_what_is_written_again_is_what_has_to_fit(client: Client) -> None:
    many = {"prompt": "a lake", "n": 8, "model": "titan-v2", "output_format": "webp"}

    fine = client(many | {"output_compression": 100})
    small = client(many | {"output_compression": 60})

    assert (fine.status, fine.json["error"]["code"]) == (400, "response_too_large")
    assert "a lower output_compression" in fine.json["error"]["message"]
    assert small.status == 200
    assert client.generations == 1


def test_a_format_that_the_model_lacks_is_written_and_the_receipt_says_how(
    client: Client,
) -> None:
    body = {"prompt": "a lake", "model": "titan-v2", "output_format": "webp"}

    answer = client(body | {"output_compression": 70})

    receipt = {line["name"]: line for line in answer.json["easel"]["receipt"]}
    [entry] = answer.json["data"]
    assert base64.b64decode(entry["b64_json"]).startswith(b"webp at 70 of picture")
    assert answer.json["output_format"] == "webp"
    assert receipt["output_format"]["status"] == "approximated"
    assert receipt["output_format"]["reason"] == "painted as png, written as webp at quality 70"
    assert receipt["output_compression"] == {
        "name": "output_compression",
        "requested": 70,
        "used": 70,
        "status": "applied",
        "reason": None,
    }
    assert "note" not in entry


def test_a_picture_that_could_not_be_written_so_says_what_it_is(client: Client) -> None:
    client.world.pixels = Unwritten()

    answer = client({"prompt": "a lake", "model": "titan-v2", "output_format": "webp"})

    [entry] = answer.json["data"]
    assert base64.b64decode(entry["b64_json"]).startswith(b"picture")
    assert answer.json["output_format"] == "png"
    assert "could not be written as webp" in entry["note"]


class Unwritten(FakePixels):
    def transcode(self, raw: bytes, writing: Writing) -> tuple[bytes, Look]:
        raise NotAPicture("no room")


def test_a_filtered_prompt_is_a_violation_that_is_not_sent_again(client: Client) -> None:
    client.world.model.script.append(Reply(None, reason="Filter reason: prompt"))

    answer = client({"prompt": "a lake"})

    assert (answer.status, answer.json["error"]["code"]) == (400, "content_policy_violation")
    assert answer.headers["x-should-retry"] == "false"
    assert "Filter reason: prompt" in answer.json["error"]["message"]


def test_a_picture_that_failed_is_not_asked_for_again_by_itself(client: Client) -> None:
    client.world.model.script.append(CallFailed("refused", "no access"))

    answer = client({"prompt": "a lake"})

    assert (answer.status, answer.headers["x-should-retry"]) == (502, "false")


def test_a_spent_budget_is_their_quota(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = client.api.module.DESK
    poor = replace(desk.counter, limit=1)
    monkeypatch.setattr(client.api.module, "DESK", replace(desk, counter=poor))

    answer = client({"prompt": "a lake"})

    assert (answer.status, answer.json["error"]["code"]) == (429, "insufficient_quota")
    assert answer.headers["x-should-retry"] == "false"


def test_a_picture_that_is_there_costs_no_look_at_how_long_others_took(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "usual_wait", lambda *_: pytest.fail("read for nothing"))

    assert client({"prompt": "a lake"}).status == 200


def test_an_answer_says_what_is_left_of_the_one_limit_that_there_is(client: Client) -> None:
    first = client({"prompt": "a lake"}).headers
    second = client({"prompt": "a lake"}).headers

    left = [Decimal(each["x-ratelimit-remaining-usd"]) for each in (first, second)]
    assert first["x-ratelimit-limit-usd"] == "50.00"
    assert left == [Decimal("49.96"), Decimal("49.92")]
    assert not [name for name in first if name.endswith(("-requests", "-tokens"))]


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        (datetime(2026, 11, 22, 12, tzinfo=UTC), 8.5 * 86_400),
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC), 1),
        (datetime(2028, 2, 1, tzinfo=UTC), 29 * 86_400),
    ],
)
def test_the_limit_begins_anew_with_the_month(now: datetime, seconds: float) -> None:
    told = limits.headers(Budget("2026-11", 1_000_000, committed=2_000_000), now)

    assert told["x-ratelimit-reset-usd"] == f"{seconds:.0f}s"
    assert Decimal(told["x-ratelimit-remaining-usd"]) == 0


def test_null_says_what_silence_says(client: Client) -> None:
    names = ("complexity", "svg", "prompt_rewriter", "seed", "metadata", "model", "n", "size")

    answer = client({"prompt": "a lake"} | dict.fromkeys(names))

    assert answer.status == 200


def test_a_query_is_refused_by_their_name_for_it(client: Client) -> None:
    query = {"api-version": "2025-04-01"}

    answer = client.api("POST", IMAGES, {"prompt": "a lake"}, query=query, tenant=TENANT)

    assert answer.json["error"]["param"] == "api-version"


def test_a_wait_that_ends_too_soon_names_the_generation_and_when_to_come_back(
    client: Client,
) -> None:
    client.painters = False

    answer = client({"prompt": "a lake"})

    assert answer.status == 503
    assert answer.headers["x-should-retry"] == "true"
    assert 1_000 <= int(answer.headers["retry-after-ms"]) <= 120_000
    assert "GET /v1/generations/gen_" in answer.json["error"]["message"]
    assert "a plain repeat is a new request" in answer.json["error"]["message"]


def test_the_sdks_own_retry_collects_what_its_first_try_asked_for(client: Client) -> None:
    client.painters = False
    client({"prompt": "a lake"}, retries=0)
    client({"prompt": "a lake"}, retries=1)
    client.painters = True

    answer = client({"prompt": "a lake"}, retries=2)

    assert answer.status == 200
    assert client.generations == 1
    assert len(client.world.model.calls) == 1


def test_a_retry_whose_answer_was_lost_gets_it_again(client: Client) -> None:
    first = client({"prompt": "a lake"}, retries=0)

    again = client({"prompt": "a lake"}, retries=1)

    assert again.json["data"] == first.json["data"]
    assert client.generations == 1


def test_a_plain_repeat_is_a_new_request(client: Client) -> None:
    client({"prompt": "a lake"}, retries=0)
    client({"prompt": "a lake"})

    assert client.generations == 2


def test_of_two_equal_requests_each_retry_finds_one(client: Client) -> None:
    client.painters = False
    client({"prompt": "a lake"}, retries=0)
    client({"prompt": "a lake"}, retries=0)
    client.painters = True

    answers = [client({"prompt": "a lake"}, retries=1) for _ in range(2)]

    ids = {answer.json["easel"]["generation"] for answer in answers}
    assert (len(ids), client.generations) == (2, 2)


def test_another_body_or_another_key_joins_nothing(client: Client) -> None:
    client({"prompt": "a lake"}, retries=0)

    client({"prompt": "a sea"}, retries=1)

    assert client.generations == 2


def test_what_was_asked_for_long_ago_is_not_joined(client: Client) -> None:
    client({"prompt": "a lake"}, retries=0)
    client.world.advance(601)

    client({"prompt": "a lake"}, retries=1)

    assert client.generations == 2


def test_what_is_collected_again_and_again_is_remembered_for_as_long(client: Client) -> None:
    client.painters = False
    client({"prompt": "a lake", "deadline_seconds": 7200}, retries=0)
    for number in range(1, 5):
        client.world.advance(400)
        client({"prompt": "a lake", "deadline_seconds": 7200}, retries=number)

    assert client.generations == 1


def test_a_first_try_that_comes_after_its_own_retry_is_not_paid_too(client: Client) -> None:
    client.painters = False
    client({"prompt": "a lake"}, retries=1)
    client({"prompt": "a lake"}, retries=0)

    client({"prompt": "a lake"}, retries=0)

    assert client.generations == 2


def test_a_retry_of_what_failed_is_told_of_it_and_pays_nothing(client: Client) -> None:
    client.world.model.script.append(CallFailed("refused", "no access"))
    client({"prompt": "a lake"}, retries=0)

    again = client({"prompt": "a lake"}, retries=1)

    assert (again.status, again.json["error"]["code"]) == (502, "generation_failed")
    assert len(client.world.model.calls) == 1


def test_a_retry_of_what_was_filtered_is_told_of_it_and_pays_nothing(client: Client) -> None:
    client.world.model.script.append(Reply(None, reason="Filter reason: prompt"))
    client({"prompt": "a lake"}, retries=0)

    again = client({"prompt": "a lake"}, retries=1)

    assert (again.status, again.json["error"]["code"]) == (400, "content_policy_violation")
    assert len(client.world.model.calls) == 1


def test_a_retry_by_another_key_of_the_tenant_is_a_request_of_its_own(client: Client) -> None:
    client.painters = False
    client({"prompt": "a lake"}, retries=0)
    client.api.key_id = "key_2"

    client({"prompt": "a lake"}, retries=1)

    assert client.generations == 2


def test_a_retry_after_the_door_died_on_an_accepted_request_pays_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: Any, **__: Any) -> bool:
        raise SystemExit

    send = client.world.queue.send
    monkeypatch.setattr(client.world.queue, "send", die)
    with pytest.raises(SystemExit):
        client({"prompt": "a lake"}, retries=0)
    monkeypatch.setattr(client.world.queue, "send", send)

    client({"prompt": "a lake"}, retries=1)
    client.world.advance(60)
    client.world.tend()
    answer = client({"prompt": "a lake"}, retries=2)

    assert (answer.status, client.generations) == (200, 1)


@pytest.mark.parametrize("said", ["0", "", "x", "-1", "1.5"])
def test_what_is_no_number_of_retries_is_a_first_try(said: str, client: Client) -> None:
    client({"prompt": "a lake"}, retries=0)

    client({"prompt": "a lake"}, x_stainless_retry_count=said)

    assert client.generations == 2


def test_a_new_request_is_not_told_of_an_older_one_that_failed(client: Client) -> None:
    client.world.model.script.append(CallFailed("refused", "no access"))
    client({"prompt": "a lake"}, retries=0)
    client.painters = False
    client({"prompt": "a lake"}, retries=0)
    client.painters = True

    answer = client({"prompt": "a lake"}, retries=1)

    assert (answer.status, client.generations) == (200, 2)


def test_a_picture_that_is_late_is_given_longer_the_second_time(client: Client) -> None:
    client.painters = False
    first = client({"prompt": "a lake"}, retries=0)
    client.world.advance(int(first.headers["retry-after-ms"]) / 1000)

    second = client({"prompt": "a lake"}, retries=1)

    assert int(first.headers["retry-after-ms"]) == 25_000
    assert int(second.headers["retry-after-ms"]) == 60_000


def test_an_idempotency_key_holds_whatever_the_retry_count_says(client: Client) -> None:
    first = client({"prompt": "a lake"}, Idempotency_Key="k", retries=0)
    again = client({"prompt": "a lake"}, Idempotency_Key="k", retries=0)
    other = client({"prompt": "a sea"}, Idempotency_Key="k")

    assert again.json["data"] == first.json["data"]
    assert client.generations == 1
    assert (other.status, other.json["error"]["code"]) == (422, "idempotency_mismatch")


def test_the_record_can_be_sent_to_the_native_api_as_it_stands(client: Client) -> None:
    body = {"prompt": "a lake", "n": 2, "size": "1024x1024", "seed": 3, "style": "natural"}
    whole = client(body).json["easel"]["generation"]
    kept = client.api("GET", f"/v1/generations/{whole}", tenant=TENANT).json["request"]

    planned = client.api("POST", "/v1/plans", kept)

    assert planned.status == 200
    assert planned.json["seeds"] == [3, 4]


def test_models_are_listed_in_their_shape(client: Client) -> None:
    listed = client.api("GET", "/openai/v1/models").json
    one = client.api("GET", "/openai/v1/models/gpt-image-2").json

    assert listed["object"] == "list"
    assert {"stable-image-core", "best", "dall-e-3"} <= {each["id"] for each in listed["data"]}
    assert (one["id"], one["object"], one["owned_by"]) == ("gpt-image-2", "model", "Stability AI")
    missing = client.api("GET", "/openai/v1/models/nonsense")
    assert (missing.status, missing.json["error"]["type"]) == (404, "not_found_error")


def test_a_path_that_does_not_exist_is_told_in_their_shape(client: Client) -> None:
    answer = client.api("POST", "/openai/v1/chat/completions", {})

    assert (answer.status, list(answer.json)) == (404, ["error"])


def test_a_method_that_a_path_has_not_is_told_in_their_shape(client: Client) -> None:
    answer = client.api("GET", IMAGES)

    assert (answer.status, answer.headers["Allow"]) == (405, "OPTIONS, POST")
    assert list(answer.json) == ["error"]


def test_a_key_without_the_scope_is_told_in_their_shape(client: Client) -> None:
    answer = client.api("POST", IMAGES, {"prompt": "a lake"}, scopes="read")

    assert (answer.status, answer.json["error"]["type"]) == (403, "permission_error")


def test_a_browser_may_send_their_headers_and_read_ours(client: Client) -> None:
    asked = client.api("OPTIONS", IMAGES, headers={"origin": "https://page.example"})
    answer = client.api("GET", "/openai/v1/models/x", headers={"origin": "https://page.example"})

    allowed = asked.headers["Access-Control-Allow-Headers"].lower()
    assert {"x-stainless-retry-count", "x-stainless-os"} <= set(allowed.split(","))
    exposed = answer.headers["Access-Control-Expose-Headers"].lower()
    assert {"x-should-retry", "retry-after-ms", "x-request-id"} <= set(exposed.split(","))


def test_json_that_is_broken_is_told_in_their_shape(client: Client) -> None:
    answer = client.api("POST", IMAGES, "{")

    assert (answer.status, answer.json["error"]["code"]) == (400, "invalid_json")
