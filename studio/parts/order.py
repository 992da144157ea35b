"""Order pictures: what it will be, what it costs, the button, and one payment for one click."""

import json
from typing import Any
from uuid import uuid4

import streamlit as st
from easel_client import EaselError
from streamlit.delta_generator import DeltaGenerator

from studio import session
from studio.parts import errors
from studio.parts.composed import composed
from studio.parts.price import price
from studio.words import say

GENERATION = "generation"
"""Name in the address of the generation that a page shows."""

_WANTED = "order_wanted"
_ATTEMPT = "order_attempt"


def want(request: dict[str, Any]) -> None:
    """Order a request in this run of the page; for a button's `on_click`."""
    st.session_state[_WANTED] = request


def wanted() -> dict[str, Any] | None:
    """Return the request that this run of the page orders, if there is one."""
    return st.session_state.get(_WANTED)


def order(request: dict[str, Any]) -> DeltaGenerator:
    """Draw prompt, price and button for a request.

    Returns:
        Where to `place` it: a button that was pressed has only made it `wanted`.
    """
    box = st.container(border=True, key="order")
    with box:
        st.subheader(say("prompt.composed"), anchor=False)
        if request.get("prompt"):
            _preview(request)
        else:
            st.caption(say("prompt.composed_empty"))
        if st.button(
            say("order.go", count=request["count"]),
            type="primary",
            icon=":material/auto_awesome:",
            width="stretch",
            key="order_go",
        ):
            if request.get("prompt"):
                want(request)
            else:
                st.info(say("order.describe_first"), icon=":material/edit:")
    return box


def _preview(request: dict[str, Any]) -> None:
    try:
        plan = session.plan(request)
    except EaselError as error:
        errors.show(error)
    else:
        composed(plan, request)
        price(plan)


def place() -> None:
    """Order what is wanted, if anything is; the address then names the generation."""
    asked = wanted()
    if asked is None:
        return
    try:
        begun = session.easel().generate(idempotency_key=_key_of(asked), **asked)
    except errors.PASSING as error:
        # Stays wanted: the page looks for the API and orders again, with the same key.
        errors.show(error)
    except EaselError as error:
        st.session_state.pop(_WANTED)
        errors.show(error)
    else:
        del st.session_state[_WANTED], st.session_state[_ATTEMPT]
        session.forget_prices()
        st.query_params[GENERATION] = begun.id


def _key_of(request: dict[str, Any]) -> str:
    """Return the idempotency key of an order: one as long as its answer has not come."""
    said = json.dumps(request, sort_keys=True)
    last = st.session_state.get(_ATTEMPT)
    if last is None or last[0] != said:
        last = st.session_state[_ATTEMPT] = (said, f"studio-{uuid4().hex}")
    return last[1]
