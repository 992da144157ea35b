"""The tries of clients whose SDK asks again by itself, in DynamoDB."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import Plain
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Refused, Write, commit
from functions.domain.errors import Unavailable
from functions.domain.generation import Generation
from functions.domain.tries import MOST_KNOWN, Known, Try, joined

MOST_LOOKS = 25
"""How often a try looks again when others of the same request were faster."""


def asked(generation: Generation, attempt: Try) -> list[Write]:
    """Return the writes of a try that makes a generation, if it was not overtaken.

    A first try is overtaken only by a retry that was accepted meanwhile, which may be
    its own; a retry by every try.
    """
    tenant, ends = generation.tenant, int(attempt.expires_at.timestamp())
    item = keys.try_key(tenant, attempt.what, generation.ulid) | {
        "expires_at": ends,
        "answered_at": 0,
        "tries": attempt.number + 1,
        "owes": attempt.retried,
    }
    counter, seen = ("version", attempt.version) if attempt.retried else ("ahead", attempt.ahead)
    values: Plain = {":ends": ends, ":one": 1, ":ahead": int(attempt.retried), ":seen": seen}
    unseen = "" if seen else f"attribute_not_exists({counter}) OR "
    head = Write(
        "tries",
        "Update",
        keys.tries_key(tenant, attempt.what),
        f"{unseen}{counter} = :seen",
        values,
        update="SET expires_at = :ends ADD version :one, ahead :ahead",
    )
    return [Write("try", "Put", item), head]


class DynamoTries:
    """Which generation a try belongs to."""

    _client: Any
    _table: str
    _read: Reader

    def tried(self, tenant: str, attempt: Try, *, now: datetime) -> tuple[str | None, Try]:
        """Return what a try belongs to, and the try as it can be accepted.

        Raises:
            Unavailable: others of the same request were faster again and again.
        """
        for _ in range(MOST_LOOKS):
            head = self._read.get(keys.tries_key(tenant, attempt.what)) or {}
            looked = replace(
                attempt, version=int(head.get("version", 0)), ahead=int(head.get("ahead", 0))
            )
            chosen = joined(self._live(tenant, attempt, now), attempt)
            if chosen is None:
                return None, looked
            with suppress(Refused):
                self._join(tenant, attempt, chosen)
                return chosen.ulid, looked
        raise Unavailable("The same request came many times at once; send it again.")

    def answered(self, tenant: str, what: str, ulid: str, *, now: datetime) -> None:
        """Write down that a try was answered; one that is forgotten stays so."""
        with suppress(Refused):
            self._amend(
                keys.try_key(tenant, what, ulid),
                "SET answered_at = :now",
                {":now": int(now.timestamp() * 1000)},
                "attribute_exists(PK)",
            )

    def _live(self, tenant: str, attempt: Try, now: datetime) -> list[Known]:
        """Return the newest generations that such tries made, oldest first.

        Those that have expired lie here until TTL takes them, days later at times.
        """
        found = self._read.query(
            "PK = :pk AND begins_with(SK, :sk)",
            {":pk": f"TENANT#{tenant}", ":sk": f"RETRY#{attempt.what}#"},
            limit=MOST_KNOWN,
            ConsistentRead=True,
        )
        live = (each for each in found.items if each["expires_at"] > int(now.timestamp()))
        return [_known(each) for each in live][::-1]

    def _join(self, tenant: str, attempt: Try, chosen: Known) -> None:
        """Write down that a try came.

        Raises:
            Refused: another try joined it since it was read.
        """
        update, condition = "SET expires_at = :ends, tries = :tries", "tries = :seen"
        values: Plain = {
            ":ends": int(attempt.expires_at.timestamp()),
            ":tries": max(chosen.tries, attempt.number + 1),
            ":seen": chosen.tries,
        }
        if not attempt.retried:
            update, condition = f"{update}, owes = :no", f"{condition} AND owes = :yes"
            values |= {":no": False, ":yes": True}
        self._amend(keys.try_key(tenant, attempt.what, chosen.ulid), update, values, condition)

    def _amend(self, key: Plain, update: str, values: Plain, condition: str) -> None:
        write = Write("try", "Update", key, condition, values, update=update)
        commit(self._client, self._table, [write])


def _known(item: Plain) -> Known:
    return Known(
        ulid=item["SK"].rpartition("#")[2],
        tries=int(item["tries"]),
        owes=item["owes"],
        answered_at=int(item["answered_at"]),
    )
