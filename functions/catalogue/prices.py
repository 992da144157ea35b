"""Prices as tables; a price that is not known is None, never 0."""

from collections.abc import Callable
from datetime import date

from functions.catalogue.spec import Price
from functions.domain.call import Call
from functions.domain.money import micro

PAGE = "https://aws.amazon.com/bedrock/pricing/"
UNREAD = "from public price tables; AWS's own page could not be read here, so confirm it there"


def flat(dollars: str, *, source: str, checked: date, note: str = "") -> Price:
    """Return the price of a model whose every image costs the same."""
    amount = micro(dollars)
    return Price(
        of=lambda _: amount, table={"any": dollars}, source=source, checked=checked, note=note
    )


def tiers(
    tier_of: Callable[[Call], str],
    table: dict[str, str],
    *,
    source: str,
    checked: date,
    note: str = "",
) -> Price:
    """Return a price that depends on what is asked.

    Args:
        tier_of: Names the row of `table` that a call falls into.
        table: Dollars for each row.
        source: Where the figures come from.
        checked: The day they were read.
        note: What is unconfirmed.
    """
    amounts = {tier: micro(dollars) for tier, dollars in table.items()}
    return Price(
        of=lambda call: amounts.get(tier_of(call)),
        table=table,
        source=source,
        checked=checked,
        note=note,
    )
