"""Order a comparison: its total price first, then all its generations, each paid once."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import streamlit as st
from easel_client import EaselError, Plan

from studio import session
from studio.parts import errors
from studio.parts.price import dollars, in_cents
from studio.parts.sweep import MOST_CELLS, Axis, cells
from studio.words import say

SWEEP = "sweep"
"""Name in the address of the generations that make a grid."""

_WANTED = "sweep_wanted"


def sweep_order(asked: Sequence[dict[str, Any]], axes: Sequence[Axis]) -> list[Plan]:
    """Draw total and button; place the order when it is pressed. Return what was planned."""
    count = cells(axes)
    if count > MOST_CELLS:
        st.warning(say("compare.too_many", count=count, most=MOST_CELLS), icon=":material/grid_on:")
        return []
    try:
        plans = [session.plan(request) for request in asked]
    except EaselError as error:
        errors.show(error)
        plans = []
    if plans:
        _offer(asked, plans)
    _place()
    return plans


def _offer(asked: Sequence[dict[str, Any]], plans: Sequence[Plan]) -> None:
    count = sum(plan.calls for plan in plans)
    total = sum((plan.price.total for plan in plans), start=plans[0].price.total * 0)
    left = plans[0].price.left_this_month
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="price"):
        st.markdown(f"**{dollars(total)}**", width="content")
        said = say("compare.total", count=count)
        st.caption(f"{said} · {say('price.left', left=in_cents(left, up=False))}", width="content")
    if total > left:
        st.warning(say("price.too_dear"), icon=":material/account_balance_wallet:")
    st.button(
        say("compare.go", count=count, total=dollars(total)),
        type="primary",
        icon=":material/grid_view:",
        width="stretch",
        disabled=total > left,
        on_click=_want,
        args=(list(asked),),
        key="sweep_go",
    )


def _want(asked: list[dict[str, Any]]) -> None:
    """Want them under one name: asked again after a lost answer, they are the same."""
    run = uuid4().hex
    st.session_state[_WANTED] = [(f"studio-{run}-{n}", each) for n, each in enumerate(asked)]


def _place() -> None:
    wanted = st.session_state.get(_WANTED)
    if not wanted:
        return
    begun: list[str] = []
    try:
        for key, request in wanted:
            begun.append(session.easel().generate(idempotency_key=key, **request).id)
    except errors.PASSING as error:
        # Stays wanted: the page looks for the API and asks again, with the same keys.
        errors.show(error)
        return
    except EaselError as error:
        errors.show(error)
    del st.session_state[_WANTED]
    session.forget_prices()
    if begun:
        st.query_params[SWEEP] = ",".join(begun)
        st.rerun()
