"""The campaign: customers, faults and deaths together; then peace, then the audit."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from operate.collect import Sources, collect, depth
from operate.evidence import Evidence
from operate.laws import broken
from tests.soak import sdk_orders
from tests.soak.customers import Customer, Memory
from tests.soak.faults import mixture
from tests.soak.figures import Figures
from tests.soak.mayhem import Mayhem
from tests.soak.orders import TENANTS, orders
from tests.soak.sdk_books import Books
from tests.soak.sdk_orders import SdkCustomer, Till
from tests.soak.stand import Stand

LONGEST_PEACE = 420.0
"""Seconds in which everything must have ended once nothing goes wrong any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a campaign is fought.

    Attributes:
        images: How many are asked for.
        seed: Decides orders and faults, and when harm is tried.
        share: Of the model's calls that go wrong.
        kill_every: Calls of the model between two dead painters, and answers
            between two dead workers of the API; 0 kills nobody.
        ambushes: Share of requests whose API dies after the transaction.
        edits: Share of requests that come with pictures.
        sdk_images: How many more are asked for through OpenAI's SDK.
        restarts: How often the local AWS stops and starts.
        customers: How many ask at the same time.
        drains: Whether the queue must be empty in the end too; the messages of
            dead painters come back after a minute, and then there is nothing to do.
    """

    images: int
    seed: int
    share: float = 0.2
    kill_every: int = 20
    ambushes: float = 0.04
    edits: float = 0.3
    sdk_images: int = 0
    restarts: int = 0
    customers: int = 5
    drains: bool = True


def fight(plan: Plan, stand: Stand) -> Figures:
    """Run a campaign on a stack that is up and empty; it is left at peace."""
    keys = {tenant: stand.stack.key(tenant)["key"] for tenant in (*TENANTS, *sdk_orders.TENANTS)}
    memory, till = Memory(), Till()
    mayhem = Mayhem(stand, memory, plan.seed, plan.kill_every)
    started = time.monotonic()
    stand.set_faults(mixture(plan.share, plan.seed) if plan.share else [])
    mayhem.every(2, mayhem.care, "care")
    mayhem.every(0.7, mayhem.double, "double")
    if plan.kill_every:
        mayhem.every(0.7, mayhem.kill_painter, "kill painter")
        mayhem.every(0.7, mayhem.kill_api, "kill api")
    theirs = SdkCustomer(stand, keys, memory, till)
    _serve(plan, stand, _orders(plan, Customer(stand, keys, memory, mayhem.ambush), theirs), mayhem)
    struck = stand.struck()
    mayhem.stop()
    stand.set_faults([])
    stuck = _peace(stand, mayhem, drains=plan.drains)
    seconds = time.monotonic() - started
    evidence = replace(collect(_sources(stand, digests=True), stand.aws), calls=stand.calls())
    return Figures(
        evidence=evidence,
        sdk=Books(till, evidence),
        broken=broken(evidence),
        memory=memory,
        struck=struck,
        harm=mayhem.done,
        seconds=seconds,
        stuck=stuck,
    )


def _orders(plan: Plan, customer: Customer, theirs: SdkCustomer) -> list[Callable[[], None]]:
    """Return what customers do, those with a SDK among the others."""
    ours = orders(plan.images, plan.seed, ambushes=plan.ambushes, edited=plan.edits)
    others = sdk_orders.sdk_orders(plan.sdk_images, plan.seed, edited=plan.edits)
    todo: list[Callable[[], None]] = [partial(customer.place, order) for order in ours]
    todo += [partial(theirs.place, order) for order in others]
    random.Random(plan.seed).shuffle(todo)
    return todo


def _serve(plan: Plan, stand: Stand, todo: list[Callable[[], None]], mayhem: Mayhem) -> None:
    """Place all orders, restarting between them; go on until half is painted."""
    restart_at = {len(todo) * n // (plan.restarts + 1) for n in range(1, plan.restarts + 1)}
    with ThreadPoolExecutor(plan.customers) as pool:
        placed = []
        for number, order in enumerate(todo):
            if number in restart_at:
                _until_few(placed, 0)
                stand.restart()
                mayhem.done["restarts"] += 1
            placed.append(pool.submit(order))
            _until_few(placed, plan.customers * 2)
            while depth(stand.outputs["QueueUrl"], stand.aws) > 60:
                time.sleep(0.5)
        for each in placed:
            each.result()


def _until_few(placed: list, most: int) -> None:
    while sum(not each.done() for each in placed) > most:
        time.sleep(0.1)


def _peace(stand: Stand, mayhem: Mayhem, *, drains: bool) -> int:
    """Let the caretaker work until nothing is owed; return how many images are stuck."""
    until = time.monotonic() + LONGEST_PEACE
    while True:
        mayhem.care(None)  # type: ignore[arg-type]
        evidence = collect(_sources(stand, digests=False), stand.aws)
        pending = sum(not image.terminal for image in evidence.images)
        queued = depth(stand.outputs["QueueUrl"], stand.aws) if drains else 0
        if not (pending or _ripe(evidence) or queued or broken(evidence)):
            return 0
        if time.monotonic() > until:
            return pending
        time.sleep(2)


def _ripe(evidence: Evidence) -> int:
    return sum(due.at <= evidence.at for due in evidence.due)


def _sources(stand: Stand, *, digests: bool) -> Sources:
    outputs = stand.outputs
    return Sources(
        table=outputs["TableName"],
        bucket=outputs["BucketName"],
        dead_letters=outputs["DeadLetterQueueUrl"],
        digests=digests,
    )
