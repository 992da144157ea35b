"""What a request costs, said before the button."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import streamlit as st
from easel_client import Plan

from studio.words import say


def dollars(amount: Decimal) -> str:
    """Return an amount in USD, with cents and whatever is behind them.

    >>> dollars(Decimal("0.4")), dollars(Decimal("0.018"))
    ('$0.40', '$0.018')
    """
    exact = amount.normalize()
    digits = max(2, -int(exact.as_tuple().exponent))
    return f"${exact:,.{digits}f}"


def in_cents(amount: Decimal, *, rounding: str = ROUND_FLOOR) -> str:
    """Return an amount in whole cents; rounded down, so that never more is said to be left.

    >>> in_cents(Decimal("49.679239"))
    '$49.67'
    """
    return dollars(amount.quantize(Decimal("0.01"), rounding=rounding))


def roughly(amount: Decimal) -> str:
    """Return a small price to two digits that say something, rounded up.

    >>> roughly(Decimal("0.006269")), roughly(Decimal("0.04"))
    ('$0.0063', '$0.04')
    """
    places = max(2, 1 - amount.adjusted()) if amount else 2
    return dollars(amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_CEILING))


def price(plan: Plan) -> None:
    """Draw total, price of each, what is left this month, and how long it will take."""
    total, left = plan.price.total, plan.price.left_this_month
    said = [say("price.each", count=plan.calls, each=_each(plan))]
    said.append(say("price.left", left=in_cents(left)))
    if plan.wait_seconds:
        said.append(say("price.wait", seconds=max(1, round(plan.wait_seconds))))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="price"):
        st.markdown(f"**{dollars(total)}**", width="content")
        st.caption(" · ".join(said), width="content")
    if total > left:
        st.warning(say("price.too_dear"), icon=":material/account_balance_wallet:")


def _each(plan: Plan) -> str:
    least, most = min(plan.price.each), max(plan.price.each)
    return dollars(least) if least == most else f"{dollars(least)}–{dollars(most)}"
