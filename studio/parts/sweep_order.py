"""Order a comparison: its total price first, then all its generations, each paid once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import streamlit as st
from easel_client import EaselError, Generation, Plan
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from studio import session
from studio.parts import errors, refused
from studio.parts.axis_words import value_name
from studio.parts.composed import warnings_of
from studio.parts.fit import chosen_fit, does_not_fit, offer_fit
from studio.parts.price import dollars, in_cents
from studio.parts.sweep import MODEL, MOST_CELLS, Axis, cells
from studio.words import say

SWEEP = "sweep"
"""Name in the address of what makes a grid: generations, and models that refused one."""

AT_ONCE = 5
_WANTED = "sweep_wanted"


def sweep_order(
    asked: Sequence[dict[str, Any]], axes: Sequence[Axis], *, scope: str
) -> list[Plan | EaselError]:
    """Draw total and button; place the order when it is pressed.

    Args:
        asked: A request for each generation.
        axes: What varies.
        scope: For which a fit of the picture is remembered.

    Returns:
        What was planned, or why not, for each; nothing where there are too many.
    """
    count = cells(axes)
    if count > MOST_CELLS:
        st.warning(say("compare.too_many", count=count, most=MOST_CELLS), icon=":material/grid_on:")
        return []
    asked = [request | chosen_fit(scope) for request in asked]
    plans = _plans(asked)
    _refusals(asked, plans, scope)
    _offer(asked, plans)
    _place()
    return plans


def _plans(asked: Sequence[dict[str, Any]]) -> list[Plan | EaselError]:
    """Return a plan or a refusal for each request, asked for side by side."""
    here = get_script_run_ctx()
    with ThreadPoolExecutor(AT_ONCE, initializer=add_script_run_ctx, initargs=(None, here)) as pool:
        return list(pool.map(_plan, asked))


def _plan(request: dict[str, Any]) -> Plan | EaselError:
    try:
        return session.plan(request)
    except EaselError as error:
        return error


def _refusals(
    asked: Sequence[dict[str, Any]], plans: Sequence[Plan | EaselError], scope: str
) -> None:
    """Say who refuses what, once where all say the same."""
    told = [(each[MODEL], plan) for each, plan in zip(asked, plans, strict=True)]
    wrong = [(model, error) for model, error in told if isinstance(error, EaselError)]
    passing = next((error for _, error in wrong if isinstance(error, errors.PASSING)), None)
    if passing or (wrong and len(plans) == 1):
        error = passing or wrong[0][1]
        if not does_not_fit(error):
            errors.show(error)
    elif wrong:
        refused.say_who(wrong)
    if "fit" in asked[0] or any(does_not_fit(error) for _, error in wrong):
        offer_fit(scope)


def _offer(asked: Sequence[dict[str, Any]], plans: Sequence[Plan | EaselError]) -> None:
    named = [
        (value_name(MODEL, each[MODEL]), plan)
        for each, plan in zip(asked, plans, strict=True)
        if not isinstance(plan, EaselError)
    ]
    good = [plan for _, plan in named]
    if not good:
        return
    warnings_of(named)
    count = sum(plan.calls for plan in good)
    total = sum((plan.price.total for plan in good), start=good[0].price.total * 0)
    left = good[0].price.left_this_month
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="price"):
        st.markdown(f"**{dollars(total)}**", width="content")
        said = say("compare.total", count=count)
        st.caption(f"{said} · {say('price.left', left=in_cents(left))}", width="content")
    if total > left:
        st.warning(say("price.too_dear"), icon=":material/account_balance_wallet:")
    st.button(
        say("compare.go", count=count, total=dollars(total)),
        type="primary",
        icon=":material/grid_view:",
        width="stretch",
        disabled=total > left,
        on_click=_want,
        args=(list(zip(asked, plans, strict=True)),),
        key="sweep_go",
    )


def _want(planned: list[tuple[dict[str, Any], Plan | EaselError]]) -> None:
    """Want them under one name: asked again after a lost answer, they are the same.

    What its plan refused is not asked for; its place in the grid says so.
    """
    run = uuid4().hex
    st.session_state[_WANTED] = [
        (f"studio-{run}-{n}", each, plan.code if isinstance(plan, EaselError) else "")
        for n, (each, plan) in enumerate(planned)
    ]


def _place() -> None:
    """Order what is wanted, if anything is; the address then names generations and refusals."""
    wanted = st.session_state.get(_WANTED)
    if not wanted:
        return
    try:
        told = [_begin(*each) for each in wanted]
    except errors.PASSING as error:
        # Stays wanted: the page looks for the API and asks again, with the same keys.
        errors.show(error)
        return
    del st.session_state[_WANTED]
    session.forget_prices()
    if any(isinstance(each, Generation) for each in told):
        models = [request[MODEL] for _, request, _ in wanted]
        st.query_params[SWEEP] = ",".join(map(_named, models, told))
        st.rerun()
    for error in told:
        if isinstance(error, EaselError):
            errors.show(error)
            return


def _begin(key: str, request: dict[str, Any], code: str) -> Generation | EaselError | str:
    """Order one of them; return it, or why not: a code where its plan was refused before."""
    if code:
        return code
    try:
        return session.easel().generate(idempotency_key=key, **request)
    except errors.PASSING:
        raise
    except EaselError as error:
        return error


def _named(model: str, begun: Generation | EaselError | str) -> str:
    """Return a generation, or a refusal, as the address has it."""
    if isinstance(begun, Generation):
        return begun.id
    return refused.written(model, begun.code if isinstance(begun, EaselError) else begun)
