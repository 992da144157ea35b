"""Many customers at one moment: what fits is accepted, and each queues for himself."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from tests.e2e.books import nearly_spent
from tests.e2e.client import Stack, newcomer

PRICE = 40_000
LIMIT = 50_000_000


def test_a_hundred_requests_at_the_budgets_edge_accept_exactly_what_fits(stack: Stack) -> None:
    room = 23
    tenant = newcomer("edge")
    key = stack.key(tenant)["key"]
    with stack.client(key) as one:
        month = one.get("/v1/usage").json()["month"]

    def ask(number: int) -> int:
        with stack.client(key) as client:
            return client.create(prompt=f"edge {number}", wait=0).status_code

    with nearly_spent(stack, tenant, month, LIMIT - room * PRICE):
        with ThreadPoolExecutor(16) as pool:
            ends = Counter(pool.map(ask, range(100)))
        with stack.client(key) as one:
            usage = one.get("/v1/usage").json()
            page = one.get("/v1/generations", params={"limit": 100}).json()["data"]
            for each in page:
                assert one.finished(each["id"]).json()["counts"]["pending"] == 0

    assert ends == {202: room, 402: 100 - room}
    assert len(page) == room
    assert usage["left"] == "0.00"


def test_every_message_is_of_its_tenants_group(stack: Stack) -> None:
    """The local queue is not fair, so this holds what SQS needs to be: tenants as groups.

    https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
    """
    with _nobody_paints(stack) as taken:
        for tenant, count in (("flood", 10), ("flood", 10), ("trickle", 1)):
            with stack.client(stack.key(tenant)["key"]) as client:
                made = client.create(prompt="fair", count=count, wait=0)
                assert made.status_code == 202
                client.post(f"/v1/generations/{made.json()['id']}/cancel")
        seen = taken(21)

    groups = Counter((each["Attributes"]["MessageGroupId"], _tenant(each)) for each in seen)
    assert groups == {("flood", "flood"): 20, ("trickle", "trickle"): 1}


@contextmanager
def _nobody_paints(stack: Stack) -> Iterator[Any]:
    """Hold the painters back; what is taken meanwhile comes back after that."""
    functions, sqs = stack.aws("lambda"), stack.aws("sqs")
    painter, queue = stack.told["outputs"]["PainterFunctionName"], stack.told["outputs"]["QueueUrl"]
    mapping = functions.list_event_source_mappings(FunctionName=painter)["EventSourceMappings"][0]
    held: list[dict[str, Any]] = []

    def taken(count: int) -> list[dict[str, Any]]:
        until = time.monotonic() + 30
        while len(held) < count and time.monotonic() < until:
            found = sqs.receive_message(
                QueueUrl=queue, MaxNumberOfMessages=10, AttributeNames=["All"], WaitTimeSeconds=1
            )
            held.extend(found.get("Messages", ()))
        return held

    functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    time.sleep(1)
    try:
        yield taken
    finally:
        for each in held:
            sqs.change_message_visibility(
                QueueUrl=queue, ReceiptHandle=each["ReceiptHandle"], VisibilityTimeout=0
            )
        functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=True)


def _tenant(message: dict[str, Any]) -> str:
    return str(json.loads(message["Body"])["tenant"])
