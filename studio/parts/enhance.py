"""Let a text model turn a brief, in any language, into a prompt: its price first, never unasked."""

from uuid import uuid4

import streamlit as st
from easel_client import EaselError, Enhanced

from studio import session
from studio.parts import errors, prompt
from studio.parts.price import roughly
from studio.words import say

_MADE = "enhance_made"
_ATTEMPT = "enhance_attempt"


def enhance(brief: str, *, model: str) -> None:
    """Draw the offer, where this deployment makes one, and what came of it.

    Args:
        brief: What the person wrote.
        model: The image model that will read the prompt.
    """
    try:
        most = session.enhancing_costs()
    except errors.PASSING:
        most = None  # the page says already that the API is away
    if most is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="enhance"):
        asked = st.button(say("enhance.ask"), icon=":material/auto_fix_high:", key="enhance_ask")
        st.caption(say("enhance.price", most=roughly(most)), width="content")
    if asked:
        _ask(brief.strip(), model)
    if made := st.session_state.get(_MADE):
        _show(made)


def _ask(brief: str, model: str) -> None:
    if not brief:
        st.caption(f":material/edit: {say('enhance.nothing')}")
        return
    # The same key as long as no answer came: asking again then pays once.
    key = st.session_state.setdefault(_ATTEMPT, {}).setdefault((brief, model), uuid4().hex)
    with st.spinner(say("enhance.writing")):
        try:
            made = session.easel().enhance(brief, model=model, idempotency_key=key)
        except EaselError as error:
            errors.show(error)
            return
    del st.session_state[_ATTEMPT]
    st.session_state[_MADE] = made
    session.forget_prices()


def _show(made: Enhanced) -> None:
    with st.container(border=True, gap="small", key="enhanced"):
        st.caption(say("enhance.made", spent=roughly(made.cost.spent + made.cost.unknown)))
        st.markdown(f"**{made.composed}**")
        if made.negative_prompt:
            st.caption(say("prompt.avoids", words=made.negative_prompt))
        with st.container(horizontal=True, gap="small"):
            st.button(say("enhance.use"), icon=":material/check:", on_click=_use, args=(made,))
            st.button(say("enhance.keep"), on_click=_forget, type="tertiary")


def _use(made: Enhanced) -> None:
    prompt.fill(made.prompt.raw, made.negative_prompt)
    _forget()


def _forget() -> None:
    st.session_state.pop(_MADE, None)
