"""Enhancements in the table: a record of money each, and for a day the result.

The result stands in the item of the client's idempotency key, which goes by itself.
"""

from typing import Any

from functions.adapters.dynamodb import keys, writes
from functions.adapters.dynamodb.codec import Plain, fields_of, flat, timed
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Write
from functions.domain.enhancement import Enhancement
from functions.domain.ledger import ENHANCEMENT, Due, Idempotency
from functions.domain.money import Micro
from functions.domain.prompt import Prompt
from functions.domain.rewrite import Rewritten
from functions.domain.writing import Tokens

TIMES = ("created_at", "due_at", "completed_at")


def beginning(
    enhancement: Enhancement, idempotency: Idempotency | None, *, limit: Micro
) -> list[Write]:
    """Return the reserving transaction: record, price, what is due, and the client's key."""
    tenant, month, ulid = enhancement.tenant, enhancement.month, enhancement.ulid
    item = _key(enhancement) | flat(enhancement)
    return [
        *([writes.keyed(tenant, ulid, idempotency, enhancement.created_at)] if idempotency else []),
        writes.reserving(tenant, month, enhancement.reserved, limit),
        Write("enhancement", "Put", item, "attribute_not_exists(PK)"),
        Write("due", "Put", keys.due_item(_due(enhancement))),
    ]


def settling(ended: Enhancement, rewritten: Rewritten | None) -> list[Write]:
    """Return what books a bill once, whoever brings it first."""
    owed = _due(ended)
    runs, item = {":running": "running"}, _key(ended) | flat(ended)
    return [
        Write("enhancement", "Put", item, "#status = :running", runs, {"#status": "status"}),
        _booked(ended),
        Write("due", "Delete", keys.due_key(owed.at, owed.ulid, owed.what)),
        *_remembered(ended, rewritten),
    ]


def enhancement(read: Reader, tenant: str, ulid: str) -> Enhancement | None:
    """Return an enhancement as it is now."""
    found = read.get(keys.enhancement_key(tenant, ulid))
    return enhancement_of(found) if found else None


def enhancement_of(plain: Plain) -> Enhancement:
    """Return the enhancement in an item's plain map."""
    known = fields_of(Enhancement, plain)
    known["tokens"] = Tokens(**known["tokens"])
    return Enhancement(**timed(known, TIMES))


def rewritten(read: Reader, tenant: str, key: str) -> Rewritten | None:
    """Return the result that a client's key keeps."""
    found = read.get(keys.idempotency_key(tenant, key)) or {}
    kept: Plain | None = found.get("result")
    if kept is None:
        return None
    parts: Plain = {**kept["prompt"], "details": tuple(kept["prompt"].get("details", ()))}
    return Rewritten(Prompt(**parts), kept.get("negative_prompt"))


def _booked(ended: Enhancement) -> Write:
    values: dict[str, Any] = {
        ":rest": ended.held - ended.reserved,
        ":spent": ended.spent,
        ":unknown": ended.unknown,
        ":count": int(ended.counts),
    }
    book = (
        "ADD committed :rest, spent :spent, #u :unknown, enhancements :count, "
        "enhancements_spent :spent, enhancements_unknown :unknown"
    )
    key = keys.budget_key(ended.tenant, ended.month)
    return Write("budget", "Update", key, "", values, {"#u": "unknown"}, update=book)


def _remembered(ended: Enhancement, rewritten: Rewritten | None) -> list[Write]:
    """Return what becomes of the client's key: it keeps a result, or is free again.

    Of a call that was paid for nothing it stays as it is, and leads to the record. Who comes
    after a day, as a caretaker may, finds no key any more.
    """
    if not ended.idempotency_key or (ended.counts and rewritten is None):
        return []
    key = keys.idempotency_key(ended.tenant, ended.idempotency_key)
    mine = {":ulid": ended.ulid}
    if rewritten is None:
        gone = "attribute_not_exists(PK) OR ulid = :ulid"
        return [Write("idempotency", "Delete", key, gone, mine)]
    names, values = {"#result": "result"}, {**mine, ":result": flat(rewritten)}
    keep = "SET #result = :result"
    return [Write("idempotency", "Update", key, "ulid = :ulid", values, names, update=keep)]


def _key(enhancement: Enhancement) -> Plain:
    return keys.enhancement_key(enhancement.tenant, enhancement.ulid)


def _due(enhancement: Enhancement) -> Due:
    return Due(enhancement.due_at, enhancement.tenant, enhancement.ulid, ENHANCEMENT)
