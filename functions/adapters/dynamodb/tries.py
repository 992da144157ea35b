"""The tries of clients whose SDK asks again by itself, in DynamoDB."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import Plain
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Refused, Write, commit
from functions.domain.generation import Generation
from functions.domain.tries import Known, Try, joined


def asked(generation: Generation, attempt: Try) -> list[Write]:
    """Return the writes of a try that makes a generation, if it was not overtaken."""
    tenant, ends = generation.tenant, int(attempt.expires_at.timestamp())
    item = keys.try_key(tenant, attempt.what, generation.ulid) | {
        "expires_at": ends,
        "answered": False,
        "owes": attempt.retried,
        "received": attempt.received,
    }
    values: Plain = {":next": attempt.version + 1, ":ends": ends}
    if attempt.version:
        values[":seen"] = attempt.version
    head = Write(
        "tries",
        "Update",
        keys.tries_key(tenant, attempt.what),
        "version = :seen" if attempt.version else "attribute_not_exists(PK)",
        values,
        update="SET version = :next, expires_at = :ends",
    )
    return [Write("try", "Put", item), head]


class DynamoTries:
    """Which generation a try belongs to."""

    _client: Any
    _table: str
    _read: Reader

    def tried(self, tenant: str, attempt: Try, *, now: datetime) -> tuple[str | None, Try]:
        """Return what a try belongs to, and the try as it can be accepted."""
        head = self._read.get(keys.tries_key(tenant, attempt.what))
        found = self._read.query(
            "PK = :pk AND begins_with(SK, :sk)",
            {":pk": f"TENANT#{tenant}", ":sk": f"RETRY#{attempt.what}#"},
            limit=100,
            ScanIndexForward=True,
            ConsistentRead=True,
        )
        live = [_known(each) for each in found.items if each["expires_at"] > int(now.timestamp())]
        chosen = joined(live, attempt)
        if chosen and not self._joins(tenant, attempt, chosen):
            chosen = joined([each for each in live if each != chosen], attempt)
        looked = replace(attempt, version=int(head["version"]) if head else 0)
        return (chosen.ulid if chosen else None), looked

    def answered(self, tenant: str, what: str, ulid: str) -> None:
        """Write down that a try was answered; one that is forgotten stays so."""
        key = keys.try_key(tenant, what, ulid)
        with suppress(Refused):
            self._amend(key, "SET answered = :yes", {":yes": True})

    def _joins(self, tenant: str, attempt: Try, chosen: Known) -> bool:
        """Write down that a try came; whether no other first try was faster."""
        update, values = "SET expires_at = :ends", {":ends": int(attempt.expires_at.timestamp())}
        condition = "attribute_exists(PK)"
        if not attempt.retried:
            update, condition = f"{update}, owes = :no", f"{condition} AND owes = :yes"
            values |= {":no": False, ":yes": True}
        key = keys.try_key(tenant, attempt.what, chosen.ulid)
        try:
            self._amend(key, update, values, condition)
        except Refused:
            return attempt.retried
        return True

    def _amend(
        self, key: Plain, update: str, values: Plain, condition: str = "attribute_exists(PK)"
    ) -> None:
        write = Write("try", "Update", key, condition, values, update=update)
        commit(self._client, self._table, [write])


def _known(item: Plain) -> Known:
    return Known(
        ulid=item["SK"].rpartition("#")[2],
        answered=item["answered"],
        owes=item.get("owes", False),
        received=int(item.get("received", 0)),
    )
