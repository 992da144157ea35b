"""The outcome table: who pays, and what follows."""

from typing import get_args

import pytest

from functions.domain.outcome import RULES, CallFailed, Outcome


def test_every_outcome_has_a_rule() -> None:
    assert set(RULES) == set(get_args(Outcome))


@pytest.mark.parametrize("outcome", RULES)
def test_only_what_certainly_cost_nothing_is_tried_again_freely(outcome: Outcome) -> None:
    rule = RULES[outcome]

    assert (rule.then in ("again", "later")) <= (rule.billed == "no")
    assert (rule.then == "once_more") == (rule.billed == "unknown")


def test_a_failed_call_keeps_bedrocks_words() -> None:
    failure = CallFailed("throttled", "Too many requests", "req-1")

    assert (str(failure), failure.outcome, failure.request_id) == (
        "Too many requests",
        "throttled",
        "req-1",
    )
