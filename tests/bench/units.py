"""DynamoDB's request units of counted calls, by AWS's published formulas.

A transactional write takes two units for each KB of each item, a plain one one; an
item that is in an index is written there too, once. A consistent read takes a unit for
each 4 KB, an eventual one half.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
from memory, not read again; that an index is not written twice is an assumption.
"""

from collections.abc import Iterable
from math import ceil
from typing import Any

Item = dict[str, Any]
INDEXES = ("gallery_pk", "favourites_pk")
SMALL = 200
"""Bytes of an item that was never put in what was counted: a month's budget, due work."""


class Units:
    """Adds up calls; knows an item's size from when it was put."""

    def __init__(self) -> None:
        self.written = 0
        self.read = 0.0
        self._sizes: dict[str, int] = {}

    def add(self, operation: str, asked: Item, answered: Item) -> None:
        """Count one call."""
        if operation == "TransactWriteItems":
            for write in asked["TransactItems"]:
                ((kind, body),) = write.items()
                self._write(kind, body, times=2)
        elif operation in ("PutItem", "UpdateItem", "DeleteItem"):
            self._write(operation.removesuffix("Item"), asked, times=1)
        elif operation in ("GetItem", "Query"):
            items = answered.get("Items") or [answered.get("Item") or {}]
            blocks = max(1, ceil(sum(map(size, items)) / 4096))
            self.read += blocks if asked.get("ConsistentRead") else blocks / 2
        else:
            raise ValueError(f"nobody said what {operation} costs")

    def _write(self, kind: str, body: Item, *, times: int) -> None:
        key = body.get("Key") or {name: body["Item"][name] for name in ("PK", "SK")}
        name = f"{key['PK']['S']} {key['SK']['S']}"
        before = self._sizes.get(name, SMALL)
        after = size(body["Item"]) if kind == "Put" else before
        self._sizes[name] = after
        kilobytes = ceil(max(before, after) / 1024)
        indexes = sum(each in body.get("Item", ()) for each in INDEXES)
        self.written += kilobytes * (times + indexes)


def size(item: Item) -> int:
    """Return an item's size in bytes: names and values."""
    return sum(len(name.encode()) + _value(value) for name, value in item.items())


def _value(typed: Item) -> int:
    ((letter, held),) = typed.items()
    if letter == "S":
        return len(held.encode())
    if letter == "N":
        return len(held.strip("-").replace(".", "")) // 2 + 2
    if letter == "M":
        return 3 + sum(1 + len(name.encode()) + _value(inner) for name, inner in held.items())
    if letter == "L":
        return 3 + sum(1 + _value(inner) for inner in held)
    return 1


def total(calls: Iterable[tuple[str, Item, Item]]) -> Units:
    """Return the units of these calls, in their order."""
    units = Units()
    for call in calls:
        units.add(*call)
    return units
