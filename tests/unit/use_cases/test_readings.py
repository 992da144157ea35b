"""What doors count adds up to what the records say, whatever happened on the way."""

from collections import defaultdict
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain import signals
from functions.domain.image import Image
from functions.domain.outcome import RULES
from functions.domain.signals import Signal
from tests.samples import CORE, PRICE
from tests.unit.use_cases.test_crashes import killing
from tests.unit.use_cases.world import World, failing, withheld

SCRIPTS = [*(failing(outcome) for outcome in RULES if outcome != "succeeded"), withheld(), None]


def totals(world: World, signal: Signal) -> dict[str, float]:
    """Return the sum of a signal by its second dimension."""
    found: dict[str, float] = defaultdict(float)
    for reading in world.readings:
        if reading.signal is signal:
            found[reading.which] += reading.value
    return dict(found)


def by(images: list[Image], word: str) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for image in images:
        for attempt in image.attempts:
            found[getattr(attempt, word)] += 1
    return dict(found)


@given(
    st.lists(st.sampled_from(SCRIPTS), max_size=12),
    st.sampled_from(["paint", "cancel", "delete"]),
)
def test_every_end_call_and_dollar_is_counted_once(script: list, then: str) -> None:
    world = World()
    world.model.script.extend(each for each in script if each)
    accepted = world.accept(count=3)
    world.deliver()
    if then == "cancel" and not world.generation(accepted.ulid).terminal:
        world.cancel(accepted.ulid)
    if then == "delete":
        world.delete(accepted.ulid)

    world.settle_down()

    images = list(world.records.images_.values())
    assert sum(totals(world, signals.IMAGES_ENDED).values()) == 3
    missed = sum(totals(world, signals.IMAGES_MISSED).values())
    painted = sum(totals(world, signals.PICTURES_PAINTED).values())
    assert missed + painted == 3
    assert totals(world, signals.CALLS_ENDED) == by(images, "outcome")
    assert totals(world, signals.CALLS_BILLED) == by(images, "billed")
    spent, unknown = sum(i.spent for i in images), sum(i.unknown for i in images)
    assert sum(totals(world, signals.USD_SPENT).values()) == pytest.approx(spent / 1e6)
    assert sum(totals(world, signals.USD_UNKNOWN).values()) == pytest.approx(unknown / 1e6)
    counted = sum(totals(world, signals.USD_COUNTED).values())
    assert counted == pytest.approx((spent + unknown) / 1e6)


def test_a_picture_says_how_long_it_waited_was_painted_and_took() -> None:
    world = World()
    world.accept()
    world.advance(5)

    world.settle_down()

    assert totals(world, signals.SECONDS_WAITED) == {"": 5.0}
    assert totals(world, signals.SECONDS_TO_PICTURE) == {"": 5.0}
    assert totals(world, signals.SECONDS_IN_MODEL) == {CORE: 0.0}
    assert totals(world, signals.USD_SPENT) == {CORE: PRICE / 1e6}


def test_an_image_waits_once_however_often_it_is_put_back() -> None:
    world = World()
    world.model.script.extend([failing("throttled")] * 3)
    world.accept()

    world.settle_down()

    assert len([each for each in world.readings if each.signal is signals.SECONDS_WAITED]) == 1
    assert totals(world, signals.CALLS_THROTTLED) == {CORE: 3}


def test_a_lost_painters_call_is_counted_by_who_finds_it_but_its_time_is_not_the_models() -> None:
    world = World()
    world.accept()
    killing(world.deliver, "after store.publish")

    world.settle_down()

    assert totals(world, signals.CALLS_ENDED) == {"succeeded": 1}
    assert totals(world, signals.USD_SPENT) == {CORE: PRICE / 1e6}
    assert totals(world, signals.SECONDS_IN_MODEL) == {}


def test_an_image_that_nobody_painted_is_counted_by_the_caretaker() -> None:
    world = World()
    world.accept(deadline=timedelta(seconds=900))
    world.queue.messages.clear()
    world.advance(901)

    world.tend()

    assert totals(world, signals.DEADLINES_PASSED) == {"": 1}
    assert totals(world, signals.IMAGES_MISSED) == {"ours": 1}
