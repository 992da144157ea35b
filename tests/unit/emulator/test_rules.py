"""Which calls a rule strikes, and which rules are rules."""

import json
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from emulator.faults import Faults
from emulator.kinds import KINDS
from emulator.rules import FIELDS, Rule, WrongRule, read
from tests.unit.emulator.live import CORE, SDXL, Bedrock

PAGE = Path(__file__).parents[3] / "docs/emulator.md"


class Clock:
    """A clock that is put forward by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def struck(faults: Faults, calls: int, model: str = CORE, region: str = "us-west-2") -> str:
    """Make some calls and write which were struck: `x` or `.`."""
    return "".join("x" if faults.strike(model, region) else "." for _ in range(calls))


def in_force(*rules: Rule, clock: Clock | None = None) -> Faults:
    faults = Faults(clock or Clock())
    faults.add(list(rules))
    return faults


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (Rule(kind="throttled"), "xxxxxx"),
        (Rule(kind="throttled", next=2), "xx...."),
        (Rule(kind="throttled", after=3), "...xxx"),
        (Rule(kind="throttled", next=2, after=1), ".xx..."),
        (Rule(kind="throttled", share=1.0), "xxxxxx"),
        (Rule(kind="throttled", model=SDXL), "......"),
        (Rule(kind="rate_limit", per_minute=2), "..xxxx"),
    ],
)
def test_a_rule_strikes_the_calls_that_it_names(rule: Rule, seen: str) -> None:
    assert struck(in_force(rule), 6) == seen


def test_the_first_rule_that_strikes_decides() -> None:
    faults = in_force(Rule(kind="hang", next=1), Rule(kind="throttled", next=1))

    kinds = [rule.kind if rule else None for rule in (faults.strike(CORE, "r") for _ in "123")]

    assert kinds == ["hang", "throttled", None]
    assert [(each["seen"], each["struck"]) for each in faults.told()] == [(3, 1), (2, 1)]


def test_a_share_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    def of(seed: int) -> str:
        return struck(in_force(Rule(kind="throttled", share=0.2, seed=seed)), 1000)

    assert of(7) == of(7) != of(8)
    assert 150 < of(7).count("x") < 250


def test_two_shares_of_one_seed_strike_different_calls() -> None:
    faults = in_force(Rule(kind="hang", share=0.1), Rule(kind="throttled", share=0.1))

    struck(faults, 1000)

    assert all(60 < each["struck"] < 140 for each in faults.told())


def test_a_rate_limit_lets_calls_pass_as_the_minute_does() -> None:
    clock = Clock()
    faults = in_force(Rule(kind="rate_limit", per_minute=6), clock=clock)
    assert struck(faults, 8) == "......xx"

    clock.now = 20.0

    assert struck(faults, 4) == "..xx"


def test_a_rate_limit_holds_for_each_model_and_region_by_itself() -> None:
    faults = in_force(Rule(kind="rate_limit", per_minute=1))

    assert struck(faults, 2) == struck(faults, 2, model=SDXL) == ".x"
    assert struck(faults, 2, region="us-east-1") == ".x"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ([], "Send {"),
        ({"faults": [], "more": 1}, "nothing beside it"),
        ({"faults": {}}, "Send {"),
        ({"faults": ["hang"]}, "an object with a kind: one of throttled"),
        ({"faults": [{"next": 1}]}, "an object with a kind"),
        ({"faults": [{"kind": "explode"}]}, "kind 'explode' must be one of throttled"),
        ({"faults": [{"kind": "hang", "often": 1}]}, "no field of a fault; there are kind, next"),
        ({"faults": [{"kind": "hang", "next": 0}]}, "next 0 must be a whole number from 1"),
        ({"faults": [{"kind": "hang", "next": True}]}, "next True"),
        ({"faults": [{"kind": "hang", "next": None}]}, "next None"),
        ({"faults": [{"kind": "hang", "share": 1.5}]}, "above 0, at most 1"),
        ({"faults": [{"kind": "hang", "share": "much"}]}, "share 'much'"),
        ({"faults": [{"kind": "hang", "seed": 0.5}]}, "seed 0.5"),
        ({"faults": [{"kind": "hang", "model": "dall-e"}]}, "must be one of stability."),
        ({"faults": [{"kind": "hang", "model": [CORE]}]}, "must be one of stability."),
        ({"faults": [{"kind": "hang", "after": -1}]}, "after -1"),
        ({"faults": [{"kind": "late", "seconds": 1e9}]}, "0 to 3600"),
        ({"faults": [{"kind": "internal", "billed": "yes"}]}, "true or false"),
        ({"faults": [{"kind": "throttled", "billed": True}]}, "throttled takes no billed"),
        ({"faults": [{"kind": "hang", "seconds": 1}]}, "hang takes no seconds"),
        ({"faults": [{"kind": "hang", "share": 0.5, "next": 1}]}, "not both"),
        ({"faults": [{"kind": "rate_limit"}]}, "takes per_minute"),
        ({"faults": [{"kind": "rate_limit", "per_minute": 1, "next": 1}]}, "neither next"),
    ],
)
def test_a_wrong_rule_is_told_what_is_right(body: Any, sentence: str) -> None:
    with pytest.raises(WrongRule, match=r"(?s).*") as wrong:
        read(body)

    assert sentence in str(wrong.value)


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"faults": [{"kind": "hang"}, {"kind": "x"}]}'])
def test_a_refused_post_names_the_kinds_and_changes_nothing(bedrock: Bedrock, body: bytes) -> None:
    bedrock.faults({"kind": "late", "seconds": 2, "model": SDXL})

    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{bedrock.url}/_emulator/faults", body, method="POST"))

    with refused.value as answer:
        told = json.loads(answer.read())
    assert answer.status == 400
    assert (told["kinds"], told["fields"]) == (list(KINDS), list(FIELDS))
    assert [each["kind"] for each in bedrock.get("/_emulator/faults")["faults"]] == ["late"]
    assert bedrock.faults() == []


def test_the_page_tells_every_kind_and_field() -> None:
    first_cells = " ".join(
        line.split("|")[1] for line in PAGE.read_text("utf-8").splitlines() if line[:3] == "| `"
    )

    assert {f"`{name}`" for name in (*KINDS, *FIELDS)} <= set(first_cells.replace(",", "").split())
