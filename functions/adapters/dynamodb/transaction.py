"""Every transaction of ours goes through `commit`, and says what it refused.

Writes carry a role; when a condition fails, the caller learns the roles and
turns them into its own words. Conflicts with another transaction on the same
items, and throttles, are tried again with jitter, a bounded number of times.
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
checked 2026-11-22.
"""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from botocore.exceptions import ClientError

from functions.adapters.dynamodb.codec import Plain, item_of
from functions.domain.errors import Unavailable
from functions.domain.frozen import frozen

MAX_TRIES = 12
"""With waits up to 0.5 s, about three seconds before we give up with a 503."""


class Refused(Exception):
    """Conditions failed; `roles` says on which writes."""

    def __init__(self, roles: set[str]) -> None:
        """Keep the roles of the writes whose conditions failed."""
        super().__init__(", ".join(sorted(roles)))
        self.roles = roles


@frozen
class Write:
    """One item's part in a transaction.

    Attributes:
        role: What the item is to us, reported when its condition fails.
        kind: `Put`, `Update` or `Delete`.
        body: The item of a `Put`, else the key, in plain values.
        condition: Must hold for the whole transaction to happen.
        values: Values that expressions name, in plain form.
        names: Attribute names that expressions cannot spell.
        update: The update expression of an `Update`.
    """

    role: str
    kind: str
    body: Plain
    condition: str = ""
    values: Plain | None = None
    names: dict[str, str] | None = None
    update: str = ""


def commit(
    client: Any,
    table: str,
    writes: Sequence[Write],
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Do all writes or none.

    Raises:
        Refused: a condition failed; nothing was written.
        Unavailable: others kept us from it; nothing was written.
    """
    items = [_item(table, write) for write in writes]
    for tries in range(MAX_TRIES):
        try:
            client.transact_write_items(TransactItems=items)
        except ClientError as error:
            codes = _codes(error)
            refused = {
                write.role
                for write, code in zip(writes, codes, strict=False)
                if code == "ConditionalCheckFailed"
            }
            if refused:
                raise Refused(refused) from error
            if not _PASSING.intersection(codes):
                raise
            sleep(random.uniform(0, min(0.5, 0.02 * 2**tries)))  # noqa: S311 - jitter
        else:
            return
    raise Unavailable("Too many requests changed the same records at once.", retry_after=1)


_PASSING = frozenset(
    {
        "TransactionConflict",
        "TransactionInProgressException",
        "ThrottlingError",
        "ThrottlingException",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
    }
)
"""Nothing was written, and soon it may be: conflicts and throttles, of the whole
call or as one item's reason."""


def _codes(error: ClientError) -> list[str]:
    response: Any = error.response
    if response["Error"]["Code"] in _PASSING:
        return [response["Error"]["Code"]]
    reasons = response.get("CancellationReasons") or ()
    return [reason.get("Code", "None") for reason in reasons]


def _item(table: str, write: Write) -> Plain:
    body: Plain = {"TableName": table}
    body["Item" if write.kind == "Put" else "Key"] = item_of(write.body)
    if write.update:
        body["UpdateExpression"] = write.update
    if write.condition:
        body["ConditionExpression"] = write.condition
    if write.values:
        body["ExpressionAttributeValues"] = item_of(write.values)
    if write.names:
        body["ExpressionAttributeNames"] = write.names
    return {write.kind: body}
