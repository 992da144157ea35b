"""A month's spending as the page Usage shows it."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from easel_client import Usage
from hypothesis import given
from hypothesis import strategies as st

from studio.parts.spending import by_model, shares

MONEY = st.decimals(min_value=0, max_value=1000, places=6)


def usage(**amounts: Decimal) -> Usage:
    sums = {"spent": 0, "unknown": 0, "reserved": 0, "left": 0, "limit": 50} | amounts
    return Usage(raw={}, tenant="acme", month="2026-11", **{k: Decimal(v) for k, v in sums.items()})


def made(model: str, *, total: int, spent: str, unknown: str = "0") -> Any:
    counts = SimpleNamespace(total=total)
    cost = SimpleNamespace(spent=Decimal(spent), unknown=Decimal(unknown))
    return SimpleNamespace(model=SimpleNamespace(used=model), counts=counts, cost=cost)


def test_models_are_summed_the_dearest_first() -> None:
    core, ultra = made("core", total=2, spent="0.08"), made("ultra", total=1, spent="0.14")

    first, second = by_model([core, ultra, core])

    assert (first.model, first.requests, first.images, first.spent) == (
        "core",
        2,
        4,
        Decimal("0.16"),
    )
    assert second.model == "ultra"


def test_what_may_have_been_billed_counts_as_spent() -> None:
    (line,) = by_model([made("core", total=1, spent="0", unknown="0.04")])

    assert line.spent == Decimal("0.04")


@given(spent=MONEY, unknown=MONEY, reserved=MONEY, limit=MONEY)
def test_the_bar_is_never_longer_than_itself(
    spent: Decimal, unknown: Decimal, reserved: Decimal, limit: Decimal
) -> None:
    left = max(Decimal(0), limit - spent - unknown - reserved)

    parts = shares(usage(spent=spent, unknown=unknown, reserved=reserved, limit=limit, left=left))

    assert all(0 <= part <= 1 for part in parts.values())
    assert sum(parts.values()) <= 1.000001
