"""An image's transitions: pure, counted, and never cheaper than the truth."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.image import TERMINAL, Image
from functions.domain.outcome import RULES
from tests.samples import LEASE, NOW, PRICE, a_picture, an_attempt, an_image

WRITES = {
    "claimed": lambda image: image.claimed(NOW, LEASE),
    "attempting": lambda image: image.attempting(an_attempt()),
    "put_back": lambda image: image.put_back(NOW),
    "looked_after": lambda image: image.looked_after(NOW),
    "succeeded": lambda image: image.succeeded(NOW, a_picture(), 7),
    "filtered": lambda image: image.filtered(NOW, "Filter reason: prompt"),
    "failed": lambda image: image.failed(NOW, "model_refused", "no"),
    "canceled": lambda image: image.canceled(NOW),
    "erase": lambda image: image.erase(),
}
ENDS = ("succeeded", "filtered", "failed", "canceled")
OUTCOMES = st.lists(st.sampled_from(sorted(RULES)), max_size=6)


@pytest.mark.parametrize("write", WRITES)
def test_every_write_counts_the_version_up(write: str) -> None:
    image = an_image(version=3)

    assert WRITES[write](image).version == 4


def test_how_a_call_came_back_is_not_a_write_of_its_own() -> None:
    image = an_image(version=3, attempts=(an_attempt(),))

    assert image.returned(an_attempt("throttled")).version == 3


@pytest.mark.parametrize("end", ENDS)
def test_an_end_is_terminal_and_owes_nothing(end: str) -> None:
    image = WRITES[end](an_image().claimed(NOW, LEASE))

    assert image.terminal
    assert image.status == end
    assert (image.due_at, image.lease_until, image.completed_at) == (None, None, NOW)


@pytest.mark.parametrize("end", ENDS)
def test_a_call_that_is_still_out_at_the_end_may_have_been_billed(end: str) -> None:
    image = WRITES[end](an_image().attempting(an_attempt()))

    assert image.open_attempt is None
    assert (image.attempts[-1].outcome, image.attempts[-1].billed) == ("interrupted", "unknown")
    assert (image.spent, image.unknown) == (0, PRICE)


@pytest.mark.parametrize("end", ENDS)
def test_a_call_that_came_back_is_not_rewritten_by_the_end(end: str) -> None:
    image = an_image().attempting(an_attempt()).returned(an_attempt("throttled"))

    assert WRITES[end](image).attempts == (an_attempt("throttled"),)


def test_a_claim_holds_for_its_lease_and_is_due_when_that_ends() -> None:
    image = an_image().claimed(NOW, LEASE)

    assert (image.status, image.lease_until, image.due_at) == ("running", NOW + LEASE, NOW + LEASE)
    assert image.started_at == NOW


def test_a_second_claim_keeps_the_first_start() -> None:
    image = an_image().claimed(NOW, LEASE).put_back(NOW).claimed(NOW + LEASE, LEASE)

    assert image.started_at == NOW


def test_an_image_that_is_put_back_waits_for_its_turn_and_counts_it() -> None:
    later = NOW + timedelta(seconds=62)

    image = an_image().claimed(NOW, LEASE).put_back(later)

    assert (image.status, image.lease_until, image.due_at) == ("queued", None, later)
    assert image.tries == 1


@given(OUTCOMES)
def test_the_reservation_covers_every_call_before_it_is_made(outcomes: list[str]) -> None:
    image = an_image()
    for outcome in outcomes:
        image = image.attempting(an_attempt())
        assert image.reserved >= image.spent + image.unknown + image.price
        image = image.returned(an_attempt(outcome))
        assert image.reserved >= image.spent + image.unknown


@given(OUTCOMES, st.booleans(), st.sampled_from(ENDS))
def test_an_end_never_costs_more_than_was_reserved(
    outcomes: list[str], still_out: bool, end: str
) -> None:
    image = an_image()
    for outcome in outcomes:
        image = image.attempting(an_attempt()).returned(an_attempt(outcome))
    if still_out:
        image = image.attempting(an_attempt())

    ended = WRITES[end](image)

    assert ended.spent + ended.unknown <= image.reserved


@given(OUTCOMES)
def test_money_is_the_sum_of_the_attempts(outcomes: list[str]) -> None:
    image = an_image(attempts=tuple(an_attempt(outcome) for outcome in outcomes))

    billed = [RULES[outcome].billed for outcome in outcomes]
    assert image.spent == PRICE * billed.count("yes")
    assert image.unknown == PRICE * billed.count("unknown")
    assert all(image.outcomes(each) == outcomes.count(each) for each in RULES)


def test_calls_that_cost_nothing_reserve_nothing_more() -> None:
    image = an_image()
    for _ in range(5):
        image = image.attempting(an_attempt()).returned(an_attempt("throttled"))

    assert image.reserved == PRICE


def ended_image() -> Image:
    image = an_image(parents=("img_x",)).attempting(an_attempt())
    back = image.returned(an_attempt("succeeded", detail="words of the prompt"))
    return back.succeeded(NOW, a_picture(), 7)


def test_erasing_keeps_the_money_and_the_times() -> None:
    image = ended_image()

    erased = image.erase()

    assert erased.erased
    assert (erased.spent, erased.unknown, erased.reserved) == (PRICE, 0, PRICE)
    assert (erased.status, erased.completed_at) == (image.status, image.completed_at)
    assert [each.billed for each in erased.attempts] == ["yes"]


def test_erasing_forgets_the_words_and_the_picture() -> None:
    erased = replace(ended_image(), problem=None).erase()

    assert (erased.call.prompt, erased.call.negative_prompt, erased.call.parameters) == (
        "",
        None,
        {},
    )
    assert (erased.picture, erased.problem, erased.seed, erased.parents) == (None, None, None, ())
    assert erased.attempts[0].detail == ""


def test_four_states_are_terminal() -> None:
    assert frozenset(ENDS) == TERMINAL
    assert not an_image().terminal
    assert not an_image(status="running").terminal
