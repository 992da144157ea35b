"""What each outcome of a call brings: another try, an end, and a bill."""

from datetime import timedelta

import pytest

from functions.domain.call import Reply
from functions.domain.image import Image
from tests.samples import PRICE
from tests.unit.use_cases.world import World, failing, withheld


def painted(world: World, **changes: object) -> Image:
    """Accept one image, let its first painter work, and return it."""
    accepted = world.accept(**changes)
    world.deliver()
    return world.image(accepted)


def finished(world: World, **changes: object) -> Image:
    """Accept one image and let time pass until it has ended."""
    accepted = world.accept(**changes)
    world.settle_down()
    world.audit()
    return world.image(accepted)


def test_throttled_images_are_put_back_with_growing_delays_and_cost_nothing() -> None:
    world = World()
    world.model.script.extend([failing("throttled")] * 6)

    image = finished(world, deadline=timedelta(hours=1))

    waits = [delay for delay in world.queue.delays if delay]
    assert image.status == "succeeded"
    assert [each.outcome for each in image.attempts] == ["throttled"] * 6 + ["succeeded"]
    assert waits == sorted(set(waits))
    assert len(waits) == 6
    assert (image.spent, image.unknown, image.reserved) == (PRICE, 0, PRICE)


def test_an_image_that_is_throttled_until_its_deadline_fails_and_costs_nothing() -> None:
    world = World()
    world.model.script.extend([failing("throttled")] * 1000)
    started = world.now

    image = finished(world, deadline=timedelta(seconds=600))

    assert image.status == "failed"
    assert image.problem is not None
    assert image.problem.code == "deadline_exceeded"
    assert image.completed_at is not None
    assert image.completed_at <= started + timedelta(seconds=600 + 60)
    assert (image.spent, image.unknown) == (0, 0)


def test_a_call_that_never_left_is_made_three_times_and_costs_nothing() -> None:
    world = World()
    world.model.script.extend([failing("not_sent", "no route")] * 10)

    image = finished(world)

    assert [each.outcome for each in image.attempts] == ["not_sent"] * 3
    assert image.status == "failed"
    assert image.problem is not None
    assert (image.problem.code, image.problem.detail) == ("model_not_sent", "no route")
    assert (image.spent, image.unknown) == (0, 0)


def test_an_interrupted_call_is_made_once_more_and_both_are_reserved() -> None:
    world = World()
    world.model.script.append(failing("interrupted"))

    image = finished(world)

    assert [each.outcome for each in image.attempts] == ["interrupted", "succeeded"]
    assert (image.spent, image.unknown, image.reserved) == (PRICE, PRICE, 2 * PRICE)


def test_a_call_interrupted_twice_is_not_made_a_third_time() -> None:
    world = World()
    world.model.script.extend([failing("interrupted", "cut")] * 5)

    image = finished(world)

    assert [each.outcome for each in image.attempts] == ["interrupted"] * 2
    assert image.status == "failed"
    assert image.problem is not None
    assert (image.problem.code, image.problem.detail) == ("outcome_unknown", "cut")
    assert (image.spent, image.unknown) == (0, 2 * PRICE)


def test_an_interrupted_call_is_not_made_again_where_the_client_said_so() -> None:
    world = World()
    world.model.script.append(failing("interrupted"))

    image = finished(world, retry_unknown=False)

    assert len(image.attempts) == 1
    assert (image.status, image.unknown) == ("failed", PRICE)


def test_a_second_try_that_the_budget_cannot_hold_fails_and_does_not_claim_to_be_free() -> None:
    world = World(limit=2 * PRICE - 1)
    world.model.script.append(failing("interrupted"))

    image = finished(world)

    assert len(world.model.calls) == 1
    assert (image.status, image.unknown) == ("failed", PRICE)
    assert image.problem is not None
    assert image.problem.code == "budget_exhausted"
    assert "Nothing was spent" not in image.problem.detail


def test_a_filtered_picture_is_paid_once_and_not_asked_for_again() -> None:
    world = World()
    world.model.script.append(withheld("Filter reason: output image"))

    image = finished(world)

    assert (image.status, image.spent) == ("filtered", PRICE)
    assert image.problem is not None
    assert image.problem.detail == "Filter reason: output image"
    assert len(world.model.calls) == 1


def test_a_blocked_prompt_is_filtered_and_costs_nothing() -> None:
    world = World()
    world.model.script.append(failing("blocked", "blocked by our content filters"))

    image = finished(world)

    assert (image.status, image.spent, image.unknown) == ("filtered", 0, 0)


def test_a_refused_call_fails_with_bedrocks_words_and_costs_nothing() -> None:
    world = World()
    world.model.script.append(failing("refused", "ValidationException: no"))

    image = finished(world)

    assert (image.status, image.spent, image.unknown) == ("failed", 0, 0)
    assert image.problem is not None
    assert (image.problem.code, image.problem.detail) == (
        "model_refused",
        "ValidationException: no",
    )
    assert image.attempts[0].request_id == "req-2"


def test_an_unreadable_reply_is_paid_and_never_asked_for_again() -> None:
    world = World()
    world.model.script.append(failing("unreadable"))

    image = finished(world)

    assert (image.status, image.spent) == ("failed", PRICE)
    assert len(world.model.calls) == 1


@pytest.mark.parametrize("raw", [b"", b"<html>"])
def test_bytes_that_are_no_picture_are_paid_and_never_published(raw: bytes) -> None:
    world = World()
    world.model.script.append(Reply(raw, seed=1))

    image = finished(world)

    assert (image.status, image.spent) == ("failed", PRICE)
    assert image.problem is not None
    assert image.problem.code == "model_unreadable"
    assert world.store.objects == {}


def test_bedrocks_words_are_kept_up_to_a_thousand_characters() -> None:
    world = World()
    world.model.script.append(failing("refused", "x" * 5000))

    assert len(finished(world).attempts[0].detail) == 1000


@pytest.mark.parametrize(("reported", "kept"), [(9, 9), (0, 0), (None, 42)])
def test_the_seed_is_the_one_that_the_model_reports(reported: int | None, kept: int) -> None:
    world = World()
    world.model.script.append(Reply(b"picture", seed=reported))

    assert painted(world, seed=42).seed == kept
