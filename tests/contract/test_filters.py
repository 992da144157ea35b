"""Filtered lists: what is wanted, all of it, in order, whoever keeps the records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.domain.filters import GenerationFilter, ImageFilter, Span
from functions.domain.ids import time_in_ulid
from functions.domain.image import Image
from functions.domain.ports.records import Records
from tests.contract.test_pages import every_page
from tests.contract.test_records import DISPATCH, painted, step
from tests.samples import LIMIT, NOW, a_call, an_accepted

SDXL = "stability.stable-diffusion-xl-v1"
LAKES: tuple[dict[str, Any], ...] = (
    {"prompt": "A Lake at dawn", "favourite": True, "tags": ("blue", "wide")},
    {"prompt": "산과 호수", "model": SDXL},
    {"prompt": "a boat", "favourite": True, "tags": ("blue",), "task": "upscale_fast"},
    {"prompt": "STRASSE am See", "picked": True, "model": SDXL, "tags": ("bluebird",)},
    {"prompt": "산과 바다", "favourite": True, "model": SDXL},
)
"""One an hour, oldest first."""


def hour(number: int) -> datetime:
    return datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=number)


def ulid_at(moment: datetime, random: str = "0" * 16) -> str:
    return time_in_ulid(moment) + random


@pytest.fixture
def lakes(records: Records, tenant: str) -> list[Image]:
    return [_paint(records, tenant, number, **each) for number, each in enumerate(LAKES)]


def _paint(records: Records, tenant: str, number: int, **said: Any) -> Image:
    at = hour(number)
    generation, (image,) = an_accepted(tenant=tenant, ulid=ulid_at(at), created_at=at)
    words = {name: said[name] for name in ("prompt", "model", "task") if name in said}
    image = replace(image, call=a_call(**words))
    records.accept(generation, [image], None, limit=LIMIT, dispatch_by=DISPATCH)
    done = painted(records, image)
    noted = done.noted(favourite=said.get("favourite", False), tags=said.get("tags", ()))
    return step(records, done, replace(noted, picked=said.get("picked", False)))


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [4, 3, 2, 1, 0]),
        ({"model": SDXL}, [4, 3, 1]),
        ({"task": "upscale_fast"}, [2]),
        ({"favourite": True}, [4, 2, 0]),
        ({"tag": "blue"}, [2, 0]),
        ({"tag": "blu"}, []),
        ({"picked": True}, [3]),
        ({"text": "LAKE"}, [0]),
        ({"text": "호수"}, [1]),
        ({"text": "\u1112\u1169\u1109\u116e"}, [1]),
        ({"text": "straße"}, [3]),
        ({"text": "산과", "favourite": True}, [4]),
        ({"favourite": True, "tag": "blue", "task": "text_to_image"}, [0]),
        ({"created": Span(after=hour(3))}, [4, 3]),
        ({"created": Span(before=hour(3))}, [2, 1, 0]),
        ({"created": Span(hour(1), hour(3))}, [2, 1]),
        ({"created": Span(hour(1), hour(3)), "favourite": True}, [2]),
        ({"created": Span(hour(9))}, []),
        ({"created": Span(before=datetime(1, 1, 1, tzinfo=UTC))}, []),
        ({"created": Span(after=datetime(1, 1, 1, tzinfo=UTC))}, [4, 3, 2, 1, 0]),
        ({"created": Span(before=datetime(9999, 12, 31, tzinfo=UTC))}, [4, 3, 2, 1, 0]),
    ],
)
@pytest.mark.parametrize("limit", [1, 20])
def test_images_are_those_that_are_wanted(
    wanted: dict[str, Any],
    numbers: list[int],
    limit: int,
    records: Records,
    tenant: str,
    lakes: list[Image],
) -> None:
    asked = ImageFilter(**wanted)

    pages = every_page(
        lambda after: records.gallery(tenant, limit=limit, after=after, wanted=asked)
    )

    assert [image for page in pages for image in page.items] == [lakes[n] for n in numbers]


@pytest.mark.parametrize("favourite", [False, True])
@pytest.mark.parametrize(
    ("span", "older_than_the_first"), [((0, 2), [0]), ((2, 9), [2]), ((4, 9), []), ((0, 9), [2, 0])]
)
def test_a_cursor_is_a_position_whatever_the_dates_are(
    span: tuple[int, int],
    older_than_the_first: list[int],
    favourite: bool,
    records: Records,
    tenant: str,
    lakes: list[Image],
) -> None:
    liked = ImageFilter(favourite=True)
    first = records.gallery(tenant, limit=1, after=None, wanted=liked)
    asked = ImageFilter(favourite=favourite, tag=None, created=Span(*map(hour, span)))

    found = records.gallery(tenant, limit=20, after=first.next_after, wanted=asked)

    assert [each for each in found.items if each.favourite] == [
        lakes[number] for number in older_than_the_first
    ]


def test_what_is_no_favourite_any_more_or_was_erased_leaves_the_favourites(
    records: Records, tenant: str, lakes: list[Image]
) -> None:
    step(records, lakes[4], lakes[4].noted(favourite=False))
    step(records, lakes[2], lakes[2].erase())

    page = records.gallery(tenant, limit=20, after=None, wanted=ImageFilter(favourite=True))

    assert list(page.items) == [lakes[0]]


def test_another_tenant_has_favourites_of_its_own(records: Records, lakes: list[Image]) -> None:
    page = records.gallery("ten_x", limit=20, after=None, wanted=ImageFilter(favourite=True))

    assert (list(page.items), page.next_after) == ([], None)


@pytest.fixture
def history(records: Records, tenant: str) -> list[str]:
    """Five generations, one an hour; the odd ones of another model, the last canceled."""
    return [ulid_at(hour(number)) for number in _accept_five(records, tenant)]


def _accept_five(records: Records, tenant: str) -> Iterator[int]:
    for number in range(5):
        odd = {"model": SDXL, "task": "inpaint", "group": None} if number % 2 else {}
        at = hour(number)
        whole, images = an_accepted(tenant=tenant, ulid=ulid_at(at), created_at=at, **odd)
        records.accept(whole, images, None, limit=LIMIT, dispatch_by=DISPATCH)
        if number == 4:
            step(records, images[0], images[0].canceled(NOW))
        yield number


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"group": "lesson-3"}, [4, 2, 0]),
        ({"group": "lesson"}, []),
        ({"model": SDXL}, [3, 1]),
        ({"task": "inpaint"}, [3, 1]),
        ({"status": "queued"}, [3, 2, 1, 0]),
        ({"status": "canceled"}, [4]),
        ({"status": "queued", "group": "lesson-3"}, [2, 0]),
        ({"created": Span(hour(1), hour(4))}, [3, 2, 1]),
        ({"created": Span(hour(1), hour(4)), "model": SDXL}, [3, 1]),
    ],
)
@pytest.mark.parametrize("limit", [1, 20])
def test_generations_are_those_that_are_wanted(
    wanted: dict[str, Any],
    numbers: list[int],
    limit: int,
    records: Records,
    tenant: str,
    history: list[str],
) -> None:
    asked = GenerationFilter(**wanted)

    pages = every_page(
        lambda after: records.generations(tenant, limit=limit, after=after, wanted=asked)
    )

    listed = [each.ulid for page in pages for each in page.items]
    assert listed == [history[number] for number in numbers]


def test_the_edges_of_a_span_are_exact_to_the_millisecond(records: Records, tenant: str) -> None:
    at, later = hour(1), hour(1) + timedelta(milliseconds=1)
    made = [ulid_at(at), ulid_at(at, "Z" * 16), ulid_at(later)]
    for each in made:
        whole, images = an_accepted(tenant=tenant, ulid=each)
        records.accept(whole, images, None, limit=LIMIT, dispatch_by=DISPATCH)

    def listed(span: Span) -> list[str]:
        asked = GenerationFilter(created=span)
        page = records.generations(tenant, limit=9, after=None, wanted=asked)
        return [each.ulid for each in page.items]

    assert listed(Span(at, later)) == [made[1], made[0]]
    assert listed(Span(later)) == [made[2]]
    assert listed(Span(before=at)) == []
