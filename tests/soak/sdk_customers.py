"""Customers with OpenAI's SDK, whose answers get lost: what is billed for what they get.

`python -m tests.soak.sdk_customers --home HOME --images 300` on a stack that is up. The
model is slow at times, messages come twice, clients hang up, and of the answers that are
made some are cut and some become a gateway's 504. Nobody sends a key.
"""

import argparse
import json
import random
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import httpx2
from openai import OpenAI

from tests.e2e.client import Stack

PATIENCE = 3.0
"""Seconds after which a customer hangs up, and his SDK asks again."""

SLOW = [{"kind": "late", "share": 0.1, "seconds": 5.0, "seed": 3}]
"""What the model does: one call in ten takes longer than a customer waits."""


class Losing(httpx2.HTTPTransport):
    """Loses answers on their way to the client: the request was worked on all the same.

    Attributes:
        dice: Decides which.
        lost: Counts them by how.
        heard: Is told the status of every answer that was made.
    """

    def __init__(
        self,
        dice: random.Random,
        lost: Counter[str],
        heard: Callable[[int], None] = lambda _: None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.dice, self.lost, self.heard = dice, lost, heard

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            answer = super().handle_request(request)
        except httpx2.TimeoutException:
            self.lost["hung up"] += 1
            raise
        self.heard(answer.status_code)
        fate = self.dice.choices(("come", "cut", "504"), (70, 15, 15))[0]
        if fate == "come":
            return answer
        answer.read()
        self.lost[fate] += 1
        if fate == "cut":
            raise httpx2.ReadError("the connection was cut", request=request)
        return httpx2.Response(504, json={"message": "Endpoint request timed out"})


@dataclass
class Books:
    """What came of it.

    Attributes:
        orders: Requests that customers made.
        images: Images that they asked for.
        delivered: Images that they hold in the end.
        billed: Calls that the model billed.
        generations: Generations that the records hold.
        lost: How often an answer was lost, by how.
    """

    orders: int
    images: int
    delivered: int = 0
    billed: int = 0
    generations: int = 0
    lost: Counter[str] = field(default_factory=Counter)

    @property
    def billed_per_image(self) -> float:
        """Billed calls of the model for each accepted image; 1 is what was promised."""
        return self.billed / self.images


def trade(stack: Stack, tenant: str, images: int, seed: int, *, customers: int = 6) -> Books:
    """Let customers order so many images from a stack where nobody else does."""
    dice = random.Random(seed)
    counts: list[int] = []
    while sum(counts) < images:
        counts.append(min(images - sum(counts), dice.choice((1, 1, 2))))
    books, key = Books(len(counts), images), stack.key(tenant)["key"]
    faults = f"{stack.told['emulator_url']}/_emulator/faults"
    before = len(stack.calls())
    httpx.post(faults, json={"faults": SLOW}).raise_for_status()
    lock = threading.Lock()

    def order(number: int) -> None:
        transport = Losing(random.Random(f"{seed}/{number}"), books.lost, verify=stack.verify)
        with OpenAI(
            base_url=f"{stack.api_url}/openai/v1",
            api_key=key,
            timeout=PATIENCE,
            max_retries=25,
            http_client=httpx2.Client(transport=transport),
        ) as client:
            answer = client.images.generate(prompt=f"order {number}", n=counts[number])
        _double(stack, tenant, answer)
        with lock:
            books.delivered += len(answer.data or [])

    try:
        with ThreadPoolExecutor(customers) as pool:
            list(pool.map(order, range(len(counts))))
    finally:
        httpx.delete(faults).raise_for_status()
    books.billed = sum(call["billed"] == "yes" for call in stack.calls()[before:])
    books.generations = _generations(stack, key)
    return books


def _double(stack: Stack, tenant: str, answer: Any) -> None:
    """Deliver an image's message once more."""
    image = answer.data[0].model_extra["id"]
    stack.aws("sqs").send_message(
        QueueUrl=stack.told["outputs"]["QueueUrl"],
        MessageBody=json.dumps({"tenant": tenant, "image_id": image}),
        MessageGroupId=tenant,
    )


def _generations(stack: Stack, key: str) -> int:
    """Return how many generations a tenant's records hold."""
    found, cursor = 0, None
    with stack.client(key) as client:
        while True:
            query = {"limit": 100} | ({"cursor": cursor} if cursor else {})
            page = client.get("/v1/generations", params=query).json()
            found += len(page["data"])
            cursor = page["next_cursor"]
            if cursor is None:
                return found


def main() -> None:
    """Trade on a stack that is up, and print the books."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--images", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    stack = Stack(given.home, json.loads((given.home / "stack.json").read_text()))
    books = trade(stack, f"sdk-{given.seed}", given.images, given.seed)
    print(books)
    print(f"billed calls per accepted image: {books.billed_per_image:.3f}")


if __name__ == "__main__":
    main()
