"""Reading lists whose newest entries were deleted: few calls, and nothing skipped."""

from datetime import timedelta
from typing import Any

import pytest

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import item_of, plain_generation
from functions.adapters.dynamodb.reading import MOST_SCANNED
from functions.adapters.dynamodb.records import DynamoDBRecords
from functions.domain.filters import ImageFilter, Span
from tests.samples import NOW, a_generation, ulid


class Table:
    """Generations newest first, of which the first were deleted."""

    def __init__(self, deleted: int, kept: int) -> None:
        self.asked: list[dict[str, Any]] = []
        self.items = [
            _item(number, deleted_at=NOW if number > kept else None)
            for number in range(kept + deleted, 0, -1)
        ]
        self._places = {item["SK"]["S"]: place for place, item in enumerate(self.items)}

    def query(self, **asked: Any) -> dict[str, Any]:
        self.asked.append(asked)
        start = asked.get("ExclusiveStartKey")
        place = self._places[start["SK"]["S"]] + 1 if start else 0
        page = self.items[place : place + asked["Limit"]]
        more = place + len(page) < len(self.items)
        return {
            "Items": [item for item in page if "deleted_at" not in item],
            "ScannedCount": len(page),
            **({"LastEvaluatedKey": page[-1]} if more else {}),
        }


@pytest.mark.parametrize("limit", [1, 3, 100])
def test_a_short_page_behind_many_deleted_ones_costs_few_reads(limit: int) -> None:
    table = Table(deleted=500, kept=7)
    records = DynamoDBRecords(table, "t")

    page = records.generations("acme", limit=limit, after=None)

    assert [each.ulid for each in page.items] == [ulid(n) for n in range(7, 0, -1)][:limit]
    assert len(table.asked) <= 12


def test_pages_skip_nothing_and_repeat_nothing() -> None:
    records = DynamoDBRecords(Table(deleted=10, kept=30), "t")

    seen: list[str] = []
    after: str | None = None
    while True:
        page = records.generations("acme", limit=3, after=after)
        seen += [each.ulid for each in page.items]
        after = page.next_after
        if after is None:
            break

    assert seen == [ulid(number) for number in range(30, 0, -1)]


def test_one_request_does_not_read_for_ever() -> None:
    table = Table(deleted=3000, kept=1)

    page = DynamoDBRecords(table, "t").generations("acme", limit=1, after=None)

    assert page.items == []
    assert page.next_after
    assert page.scanned == MOST_SCANNED


def test_favourites_and_dates_are_asked_of_an_index_and_sieve_nothing() -> None:
    table = Table(deleted=0, kept=0)
    wanted = ImageFilter(favourite=True, created=Span(NOW, NOW + timedelta(days=1)))

    DynamoDBRecords(table, "t").gallery("acme", limit=20, after=None, wanted=wanted)

    (asked,) = table.asked
    assert asked["IndexName"] == "favourites"
    assert "BETWEEN" in asked["KeyConditionExpression"]
    assert "FilterExpression" not in asked
    assert asked["Limit"] == 20


def _item(number: int, **changes: Any) -> dict[str, Any]:
    generation = a_generation(tenant="acme", ulid=ulid(number), **changes)
    return item_of(keys.generation_key("acme", ulid(number)) | plain_generation(generation))
