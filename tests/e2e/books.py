"""A tenant's books for tests of the limit: filled by hand, and put right afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.client import Stack


@contextmanager
def nearly_spent(stack: Stack, tenant: str, month: str, micro: int) -> Iterator[None]:
    """Book `micro` that no image cost, for as long as this lasts.

    What is booked meanwhile stays, so that the month is the sum of its images
    again, as the auditor asks of every stack.
    """
    _book(stack, tenant, month, micro)
    try:
        yield
    finally:
        _book(stack, tenant, month, -micro)


def _book(stack: Stack, tenant: str, month: str, micro: int) -> None:
    stack.aws("dynamodb").update_item(
        TableName=stack.told["outputs"]["TableName"],
        Key={"PK": {"S": f"TENANT#{tenant}"}, "SK": {"S": f"BUDGET#{month}"}},
        UpdateExpression="ADD committed :micro, spent :micro",
        ExpressionAttributeValues={":micro": {"N": str(micro)}},
    )
