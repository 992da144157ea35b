"""A brief becomes a prompt through the deployed stack: paid once, booked, never logged."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest

from tests.e2e.books import nearly_spent
from tests.e2e.client import SAID, Client, Stack, newcomer

PATH = "/v1/prompts/enhance"
MODEL = "us.amazon.nova-2-lite-v1:0"
BRIEF = "비 오는 밤의 서울 골목, 빨간 우산"


@pytest.fixture
def newcomers(stack: Stack) -> Iterator[Client]:
    with stack.client(stack.key(newcomer("briefs"))["key"]) as client:
        yield client


@pytest.fixture
def faults(stack: Stack) -> Iterator[Any]:
    door = f"{stack.told['emulator_url']}/_emulator/faults"

    def strike(*kinds: str) -> None:
        rules = [{"kind": kind, "next": 1, "model": MODEL} for kind in kinds]
        httpx.post(door, json={"faults": rules}).raise_for_status()

    yield strike
    httpx.delete(door).raise_for_status()


def ask(client: Client, key: str | None = None, **body: Any) -> httpx.Response:
    brief = body.setdefault("brief", BRIEF)
    SAID.add(brief)
    return client.post(PATH, json=body, headers={"Idempotency-Key": key} if key else {})


def written(stack: Stack) -> list[dict[str, Any]]:
    return [each for each in stack.calls() if each["model"] == MODEL]


def test_a_korean_brief_becomes_an_english_prompt_that_paints(
    newcomers: Client, stack: Stack
) -> None:
    before = len(written(stack))
    most = Decimal(newcomers.get(PATH).json()["most"])

    answer = ask(newcomers, model="stable-image-core")

    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["composed"].isascii()
    assert "Seoul street" in told["composed"]
    assert "red umbrella" in told["prompt"]["description"]
    [call] = written(stack)[before:]
    assert (call["request_id"], call["billed"]) == (told["request_id"], "yes")
    assert 0 < Decimal(told["cost"]["spent"]) <= Decimal(told["cost"]["estimated"]) <= most
    painted = newcomers.create(prompt=told["prompt"], model="stable-image-core")
    assert painted.json()["status"] == "succeeded"
    assert painted.json()["images"][0]["prompt"] == told["composed"]


def test_the_usage_is_the_sum_of_the_bills(newcomers: Client) -> None:
    spent = sum(Decimal(ask(newcomers).json()["cost"]["spent"]) for _ in range(2))

    usage = newcomers.get("/v1/usage").json()

    assert usage["enhancements"]["count"] == 2
    assert Decimal(usage["enhancements"]["spent"]) == Decimal(usage["spent"]) == spent
    assert usage["reserved"] == "0.00"


def test_a_key_pays_once(newcomers: Client, stack: Stack) -> None:
    before = len(written(stack))

    first, again = ask(newcomers, "brief-1"), ask(newcomers, "brief-1")

    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(written(stack)) == before + 1
    assert ask(newcomers, "brief-1", brief="a dog").status_code == 422


def test_throttled_is_503_and_free(newcomers: Client, faults: Any) -> None:
    faults("throttled")

    answer = ask(newcomers, "brief-2")

    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert newcomers.get("/v1/usage").json()["spent"] == "0.00"
    assert ask(newcomers, "brief-2").status_code == 200


@pytest.mark.parametrize("kind", ["cut_after", "internal", "cut_within"])
def test_a_lost_answer_is_booked_as_unknown_and_not_asked_again(
    kind: str, newcomers: Client, stack: Stack, faults: Any
) -> None:
    before = len(written(stack))
    faults(kind)

    answers = [ask(newcomers, "brief-3") for _ in range(2)]

    assert [each.status_code for each in answers] == [502, 502]
    assert {each.json()["code"] for each in answers} == {"enhance_failed"}
    assert len(written(stack)) == before + 1
    usage = newcomers.get("/v1/usage").json()
    assert usage["unknown"] == usage["enhancements"]["unknown"] != "0.00"
    assert usage["reserved"] == "0.00"


def test_what_is_no_prompt_is_billed_and_said(newcomers: Client, faults: Any) -> None:
    faults("wrong_bytes")

    answer = ask(newcomers)

    assert (answer.status_code, answer.json()["code"]) == (502, "enhance_failed")
    assert newcomers.get("/v1/usage").json()["enhancements"]["spent"] != "0.00"


def test_no_access_is_told_in_words_for_operators(newcomers: Client, faults: Any) -> None:
    faults("access_denied")

    answer = ask(newcomers)

    assert answer.status_code == 502
    assert "AccessDeniedException" in answer.json()["detail"]
    assert newcomers.get("/v1/usage").json()["spent"] == "0.00"


def test_a_full_month_stops_it(stack: Stack) -> None:
    tenant = newcomer("briefs")
    with stack.client(stack.key(tenant)["key"]) as client:
        month = f"{datetime.now(UTC):%Y-%m}"
        before = len(written(stack))
        with nearly_spent(stack, tenant, month, 49_999_000):
            answer = ask(client)

        assert (answer.status_code, answer.json()["code"]) == (402, "budget_exhausted")
        assert len(written(stack)) == before
