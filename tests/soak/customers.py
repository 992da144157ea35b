"""Customers: they ask, ask again when the door breaks, cancel, delete, and remember."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import httpx

from tests.e2e.client import Client
from tests.soak.orders import Order
from tests.soak.portfolio import NoAnswer, Portfolio
from tests.soak.stand import Stand

PATIENCE = 120.0
"""Seconds for which a customer sends the same request again."""


class Refused(Exception):
    """An edit that cannot be done was refused, with a code, as it must be."""


@dataclass
class Memory:
    """What customers know at the end; the records must agree with it."""

    accepted: dict[str, Order] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    answers: Counter[str] = field(default_factory=Counter)
    surprises: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    given_up: int = 0
    unanswered: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def not_made(self) -> int:
        """Images that were asked for and not accepted, as far as customers know."""
        return self.unanswered + self.refused.total()

    def note(self, answer: str) -> None:
        with self.lock:
            self.answers[answer] += 1

    def ids(self) -> list[tuple[str, str, int]]:
        """Return tenant, ULID and count of what was accepted so far."""
        with self.lock:
            return [
                (each.tenant, id_.removeprefix("gen_"), each.count)
                for id_, each in self.accepted.items()
            ]


@dataclass
class Customer:
    """One thread's customer, who places orders one after another."""

    stand: Stand
    keys: dict[str, str]
    memory: Memory
    ambush: Callable[[Order], None]

    def place(self, order: Order) -> None:
        """Ask until somebody answers, then do with it what the order says."""
        try:
            order = self._with_pictures(order)
            if order.ambush:
                self.ambush(order)
            id_ = self._accepted(order)
        except NoAnswer:
            id_ = None
        except Refused as no:
            with self.memory.lock:
                self.memory.refused[str(no)] += order.count
            return
        if id_ is None:
            with self.memory.lock:
                self.memory.unanswered += order.count
            return
        with self.memory.lock:
            self.memory.accepted[id_] = order
        self._resend(order, id_)
        if order.then != "keep":
            time.sleep(order.pause)
            self._end(order, id_)

    def _resend(self, order: Order, id_: str) -> None:
        for _ in range(order.resends):
            try:
                again = self._accepted(order)
            except Refused as no:
                again = f"a refusal: {no}"
            if again not in (id_, None):
                self.memory.surprises.append(f"{order.key} made {id_} and {again}")

    def _with_pictures(self, order: Order) -> Order:
        """Return the order with its pictures where they can be named.

        Raises:
            NoAnswer: one of them could not be uploaded.
        """
        if order.edit is None:
            return order
        portfolio = Portfolio(self.stand, order.tenant, partial(self._patiently, order.tenant))
        return replace(order, body=order.body | portfolio.pictures(order.edit))

    def _accepted(self, order: Order) -> str | None:
        headers = {"Idempotency-Key": order.key} if order.key else {}
        answer = self._patiently(
            order.tenant,
            lambda client: client.post("/v1/generations", json=order.body, headers=headers),
            again=order.key is not None,
        )
        if answer is None:
            return None
        if answer.status_code in (200, 202):
            if order.edit and order.edit.hopeless:
                self.memory.surprises.append(f"{order.edit} was accepted")
            return str(answer.json()["id"])
        if order.edit and (why := order.edit.refusal(answer)):
            raise Refused(why)
        if answer.status_code != 404 or order.then != "delete":  # sent again when it was deleted
            self.memory.surprises.append(f"POST: {answer.status_code} {answer.text[:300]}")
        return None

    def _end(self, order: Order, id_: str) -> None:
        path = f"/v1/generations/{id_}"
        if order.then == "cancel":
            answer = self._patiently(order.tenant, lambda client: client.post(f"{path}/cancel"))
            fine = (200, 409)
        else:
            answer = self._patiently(order.tenant, lambda client: client.delete(path))
            fine = (204, 404)
            with self.memory.lock:
                self.memory.deleted.add(id_)
        if answer is not None and answer.status_code not in fine:
            self.memory.surprises.append(f"{order.then}: {answer.status_code} {answer.text[:300]}")

    def _patiently(
        self, tenant: str, call: Callable[[Client], httpx.Response], *, again: bool = True
    ) -> httpx.Response | None:
        """Call until the answer is not a broken door's; once only if not `again`."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.stand.up.wait(60)
            try:
                with self.stand.customer(self.keys[tenant]) as client:
                    answer = call(client)
            except httpx.HTTPError as broken:
                self.memory.note(type(broken).__name__)
            else:
                self.memory.note(str(answer.status_code))
                if answer.status_code < 500 and answer.status_code != 429:
                    return answer
                if answer.status_code == 500:
                    self.memory.surprises.append(f"500: {answer.text[:300]}")
            if not again:
                return None
            time.sleep(0.5)
        self.memory.given_up += 1
        return None
