"""Orders through OpenAI's SDK in the middle of a campaign."""

import io
import random
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx2
import openai
from openai import OpenAI
from PIL import Image

from tests.soak.customers import Memory
from tests.soak.orders import Order
from tests.soak.sdk_customers import PATIENCE, Losing
from tests.soak.stand import Stand

TENANTS = ("eve", "fay")


@dataclass(frozen=True, slots=True)
class SdkOrder:
    """One call of the SDK.

    Attributes:
        tenant: Who asks.
        prompt: What for; no other order says the same.
        count: Images.
        edits: Whether it sends a picture to be edited, as a form.
        hasty: Whether its client hangs up after seconds and asks again very often; else
            the SDK is as it comes.
    """

    tenant: str
    prompt: str
    count: int
    edits: bool
    hasty: bool


def sdk_orders(images: int, seed: int, *, edited: float) -> Iterator[SdkOrder]:
    """Yield orders for exactly so many images."""
    dice, number = random.Random(f"{seed}/sdk"), 0
    while images:
        count = min(images, dice.choice((1, 1, 2)))
        images, number = images - count, number + 1
        yield SdkOrder(
            dice.choice(TENANTS),
            f"order {number} of campaign {seed}",
            count,
            edits=dice.random() < edited,
            hasty=dice.random() < 0.5,
        )


@dataclass
class Till:
    """What customers with an SDK know: each order ends in pictures, in words, or not."""

    ends: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    asked: dict[str, SdkOrder] = field(default_factory=dict)
    delivered: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class SdkCustomer:
    """Places orders through the SDK over a line that loses answers."""

    stand: Stand
    keys: dict[str, str]
    memory: Memory
    till: Till

    def place(self, order: SdkOrder) -> None:
        """Ask once; what the SDK does then is its own affair."""
        self.stand.up.wait(60)
        try:
            with self._client(order) as client:
                answer = self._asked(client, order)
        except openai.APIStatusError as refused:
            self._ended(order, str(refused.code or refused.status_code))
        except openai.APIConnectionError:
            self._ended(order, "no answer")
        else:
            whole = answer.model_extra["easel"]["generation"]
            known = Order(order.tenant, {"count": order.count}, None, 0, "keep", 0, False)
            with self.memory.lock:
                self.memory.accepted[whole] = known
            self._ended(order, "delivered", len(answer.data or []))

    def _asked(self, client: OpenAI, order: SdkOrder) -> Any:
        if not order.edits:
            return client.images.generate(prompt=order.prompt, n=order.count)
        return client.images.edit(
            image=("cat.png", _picture("#336699")),
            mask=("mask.png", _picture((0, 0, 0, 0))),
            prompt=order.prompt,
            n=order.count,
        )

    def _client(self, order: SdkOrder) -> OpenAI:
        stack = self.stand.stack
        dice = random.Random(order.prompt)
        line = Losing(dice, self.till.lost, self._heard, verify=stack.verify)
        options = {"timeout": PATIENCE, "max_retries": 25} if order.hasty else {}
        return OpenAI(
            base_url=f"{stack.api_url}/openai/v1",
            api_key=self.keys[order.tenant],
            http_client=httpx2.Client(transport=line),
            **options,  # type: ignore[arg-type]
        )

    def _heard(self, status: int) -> None:
        self.memory.note(str(status))

    def _ended(self, order: SdkOrder, end: str, images: int = 0) -> None:
        with self.till.lock:
            self.till.ends[end] += 1
            self.till.asked[order.prompt] = order
            self.till.delivered[order.prompt] = images


def _picture(colour: Any) -> bytes:
    picture, file = Image.new("RGBA", (512, 512), "#336699"), io.BytesIO()
    picture.paste(colour, (128, 128, 384, 384))
    picture.save(file, "PNG")
    return file.getvalue()
