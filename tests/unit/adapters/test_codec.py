"""Nouns survive the table: whatever a request may hold is read back equal."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import (
    generation_of,
    image_of,
    item_of,
    moment,
    plain_generation,
    plain_of,
    stamp,
)
from functions.adapters.dynamodb.writes import accepting, changing, entombing, image_item
from functions.domain.attempt import Problem
from functions.domain.call import Writing
from functions.domain.generation import Counts
from functions.domain.input import Kept
from functions.domain.ledger import Due, Idempotency
from functions.domain.receipt import ReceiptLine
from functions.domain.source import Source
from tests.samples import (
    LEASE,
    NOW,
    a_call,
    a_generation,
    a_picture,
    an_accepted,
    an_attempt,
    an_image,
    ulid,
)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(0, 150)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
MAPS = st.dictionaries(st.text(min_size=1, max_size=12), JSON, max_size=5)
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def stored(item: dict[str, Any]) -> dict[str, Any]:
    """Take a plain map to the table and back."""
    return plain_of(item_of(item))


def near(value: Any) -> Any:
    """Return a value as the table can hold it: below 1e-100 is nothing."""
    if isinstance(value, float):
        return value if value > 1e-100 else 0
    if isinstance(value, dict):
        return {name: near(inner) for name, inner in value.items()}
    return [near(each) for each in value] if isinstance(value, list) else value


@given(MAPS)
def test_a_request_survives_as_the_client_wrote_it(request: dict[str, Any]) -> None:
    generation = a_generation(request=request)

    assert generation_of(stored(plain_generation(generation))) == a_generation(
        request=near(request)
    )


@given(MAPS)
def test_a_models_parameters_survive(parameters: dict[str, Any]) -> None:
    image = an_image(call=a_call(parameters=parameters))

    assert image_of(stored(image_item(image))) == an_image(call=a_call(parameters=near(parameters)))


@pytest.mark.parametrize(
    "generation",
    [
        a_generation(),
        a_generation(model_requested=None, group=None, metadata={}, receipt=(), request={}),
        a_generation(counts=Counts(2, 1, 1), started_at=NOW, completed_at=NOW, deleted_at=NOW),
        a_generation(receipt=(ReceiptLine("size", "1x1", [1, 1.5], "approximated", "near"),)),
        a_generation(metadata={"": "", "이름": "호수"}, picked="img_x"),
    ],
)
def test_a_generation_survives(generation: Any) -> None:
    assert generation_of(stored(plain_generation(generation))) == generation


@pytest.mark.parametrize(
    "image",
    [
        an_image(),
        an_image(call=a_call(negative_prompt=None, aspect_ratio=None, parameters={})),
        an_image(seed=0, parents=("img_a", "img_b"), tries=3, version=9, retry_unknown=False),
        an_image(cell={"style": "ink", "cfg_scale": 5}, correlation_id="req-7"),
        an_image(call=a_call(writing=Writing("webp", 80)), picture=a_picture(note="as painted")),
        an_image(favourite=True, tags=("dawn", "호수"), picked=True),
        an_image(attempts=(an_attempt("throttled", detail="no"), an_attempt())),
        an_image().claimed(NOW, LEASE),
        an_image(picture=a_picture(), status="succeeded", completed_at=NOW, started_at=NOW),
        an_image(problem=Problem("model_refused", ""), status="failed"),
        an_image(erased=True),
        an_image(call=a_call(prompt="호수 위의 새벽 🌅", seed=4_294_967_295)),
    ],
)
def test_an_image_survives(image: Any) -> None:
    assert image_of(stored(image_item(image))) == image


@given(TIMES, TIMES)
def test_times_sort_as_their_text_does(one: datetime, other: datetime) -> None:
    assert (stamp(one) < stamp(other)) == (one < other)
    assert moment(stamp(one)) == one


def test_times_of_another_zone_are_kept_in_utc() -> None:
    seoul = NOW.astimezone(timezone(timedelta(hours=9)))

    assert stamp(seoul) == stamp(NOW)


@given(TIMES, st.sampled_from(["dispatch", "deadline", "discard", "07"]))
def test_due_work_survives_and_is_found_from_its_time_on(at: datetime, what: str) -> None:
    due = Due(at, "ten_a", ulid(7), what)
    item = stored(keys.due_item(due))

    assert keys.due_of(item) == due
    assert item["SK"] < keys.due_before(at)
    assert item["SK"] > keys.due_before(at - timedelta(microseconds=1))


def test_only_what_is_published_is_in_the_gallery() -> None:
    shown = an_image(status="succeeded", picture=a_picture())

    assert "gallery_pk" in image_item(shown)
    assert "gallery_pk" not in image_item(an_image())
    assert "gallery_pk" not in image_item(shown.erase())


def test_no_transaction_is_larger_than_dynamodb_takes() -> None:
    generation, images = an_accepted(count=50)
    key = Idempotency("once", "print", NOW)

    writes = accepting(generation, images, key, limit=10**9, dispatch_by=NOW)

    assert len(writes) <= 100


def test_no_item_is_written_twice_in_one_transaction() -> None:
    generation, images = an_accepted(count=10)
    key = Idempotency("once", "print", NOW)
    claimed = images[0].claimed(NOW, LEASE)
    trying = claimed.attempting(an_attempt())
    steps = [
        accepting(generation, images, key, limit=10**9, dispatch_by=NOW),
        changing(images[0], claimed, limit=10**9, deleted=False),
        changing(claimed, trying, limit=10**9, deleted=False),
        changing(claimed, claimed.put_back(NOW), limit=10**9, deleted=False),
        changing(trying, trying.failed(NOW, "a", "b"), limit=10**9, deleted=False),
        changing(images[0], images[0].canceled(NOW).erase(), limit=10**9, deleted=True),
        entombing(generation, finish_by=NOW, now=NOW),
    ]

    for writes in steps:
        places = [(write.body["PK"], write.body["SK"]) for write in writes]
        assert len(set(places)) == len(places)


def test_what_a_generation_was_asked_with_reads_back_without_its_bytes() -> None:
    kept = Kept("mask", "png", 4, 4, 9, "ab" * 32, Source("inline", "ab" * 32))
    whole = a_generation(inputs=(kept,))

    assert generation_of(plain_of(item_of(plain_generation(whole)))) == whole


def test_the_bytes_of_a_picture_are_refused_by_the_table() -> None:
    kept = Kept("mask", "png", 4, 4, 9, "ab" * 32, Source("inline", "ab" * 32, b"bytes"))

    with pytest.raises(TypeError, match="bytes"):
        item_of(plain_generation(a_generation(inputs=(kept,))))


def test_the_largest_request_is_a_transaction_that_dynamodb_takes() -> None:
    """100 writes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html."""
    inputs = [
        Kept(f"image_{at}", "png", 4, 4, 9, "", Source("image", f"img_{at}")) for at in range(5)
    ]
    whole, images = an_accepted(count=50, inputs=tuple(inputs))
    idempotency = Idempotency("key", "print", NOW)

    step = accepting(whole, images, idempotency, limit=1, dispatch_by=NOW)

    assert len(step) == 60
