"""Transactions: all or nothing, refusals by role, conflicts tried again and bounded."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.adapters.dynamodb.transaction import MAX_TRIES, Refused, Write, commit
from functions.domain.errors import Unavailable

WRITES = [
    Write("image", "Put", {"PK": "a", "SK": "b"}, "version = :v", {":v": 1}),
    Write("budget", "Update", {"PK": "c", "SK": "d"}, update="ADD n :one", values={":one": 1}),
    Write("due", "Delete", {"PK": "e", "SK": "f"}),
]


class Table:
    """DynamoDB, canceling as its script says."""

    def __init__(self, *script: ClientError) -> None:
        self.script = list(script)
        self.sent: list[Any] = []

    def transact_write_items(self, *, TransactItems: Any) -> None:  # noqa: N803
        self.sent.append(TransactItems)
        if self.script:
            raise self.script.pop(0)


def canceled(*codes: str) -> ClientError:
    reasons = [{"Code": code} for code in codes]
    response: Any = {
        "Error": {"Code": "TransactionCanceledException", "Message": ""},
        "CancellationReasons": reasons,
    }
    return ClientError(response, "TransactWriteItems")


def failed(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": ""}}, "TransactWriteItems")


def run(table: Table) -> list[float]:
    waits: list[float] = []
    commit(table, "records", WRITES, sleep=waits.append)
    return waits


def test_writes_are_sent_in_dynamodbs_words() -> None:
    table = Table()

    run(table)

    assert table.sent == [
        [
            {
                "Put": {
                    "TableName": "records",
                    "Item": {"PK": {"S": "a"}, "SK": {"S": "b"}},
                    "ConditionExpression": "version = :v",
                    "ExpressionAttributeValues": {":v": {"N": "1"}},
                }
            },
            {
                "Update": {
                    "TableName": "records",
                    "Key": {"PK": {"S": "c"}, "SK": {"S": "d"}},
                    "UpdateExpression": "ADD n :one",
                    "ExpressionAttributeValues": {":one": {"N": "1"}},
                }
            },
            {"Delete": {"TableName": "records", "Key": {"PK": {"S": "e"}, "SK": {"S": "f"}}}},
        ]
    ]


@pytest.mark.parametrize(
    ("codes", "roles"),
    [
        (("ConditionalCheckFailed", "None", "None"), {"image"}),
        (("None", "ConditionalCheckFailed", "None"), {"budget"}),
        (("ConditionalCheckFailed", "ConditionalCheckFailed", "None"), {"image", "budget"}),
        (("ConditionalCheckFailed", "TransactionConflict", "None"), {"image"}),
    ],
)
def test_a_failed_condition_is_refused_by_role_and_not_tried_again(
    codes: tuple[str, ...], roles: set[str]
) -> None:
    table = Table(canceled(*codes))

    with pytest.raises(Refused) as refused:
        run(table)

    assert refused.value.roles == roles
    assert len(table.sent) == 1


TRANSIENT = [
    canceled("None", "TransactionConflict", "None"),
    canceled("None", "ThrottlingError", "None"),
    canceled("ProvisionedThroughputExceeded", "None", "None"),
    failed("TransactionInProgressException"),
    failed("ThrottlingException"),
]


@pytest.mark.parametrize("error", TRANSIENT)
def test_a_conflict_is_tried_again_with_jitter(error: ClientError) -> None:
    table = Table(error, error)

    waits = run(table)

    assert len(table.sent) == 3
    assert len(waits) == 2
    assert all(0 <= wait <= 0.5 for wait in waits)


@pytest.mark.parametrize("error", TRANSIENT)
def test_conflicts_without_end_are_a_503_after_a_few_seconds(error: ClientError) -> None:
    table = Table(*[error] * 100)
    waits: list[float] = []

    with pytest.raises(Unavailable) as unavailable:
        commit(table, "records", WRITES, sleep=waits.append)

    assert len(table.sent) == MAX_TRIES
    assert sum(waits) < 5
    assert unavailable.value.retry_after


@pytest.mark.parametrize("error", [failed("AccessDeniedException"), canceled("ValidationError")])
def test_another_error_is_not_hidden(error: ClientError) -> None:
    table = Table(error)

    with pytest.raises(ClientError):
        run(table)

    assert len(table.sent) == 1
