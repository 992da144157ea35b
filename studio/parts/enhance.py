"""Let a text model turn a brief, in any language, into a prompt: its price first, never unasked."""

from collections.abc import Callable
from uuid import uuid4

import streamlit as st
from easel_client import EaselError, Enhanced

from studio import session
from studio.parts import errors, prompt
from studio.parts.price import roughly
from studio.words import say

KEY = "enhance"

Doing = Callable[[Enhanced], None]


def draw_parts(made: Enhanced) -> None:
    """Draw the whole prompt, as the image model would read it."""
    st.markdown(f"**{made.composed}**")
    if made.negative_prompt:
        st.caption(say("prompt.avoids", words=made.negative_prompt))


def use_parts(made: Enhanced) -> None:
    """Put the three parts into their form."""
    prompt.fill(made.prompt.raw, made.negative_prompt)


def enhance(
    brief: str,
    *,
    model: str,
    task: str = "text_to_image",
    draw: Doing = draw_parts,
    use: Doing = use_parts,
    key: str = KEY,
) -> None:
    """Draw the offer, where this deployment makes one, and what came of it.

    Args:
        brief: What the person wrote.
        model: The image model that will read the prompt.
        task: What it is to do.
        draw: Draws what of the answer is on offer.
        use: Puts it into the form.
        key: Separates one offer from another.
    """
    try:
        most = session.enhancing_costs()
    except errors.PASSING:
        most = None  # the page says already that the API is away
    if most is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=key):
        asked = st.button(say("enhance.ask"), icon=":material/auto_fix_high:", key=f"{key}_ask")
        st.caption(say("enhance.price", most=roughly(most)), width="content")
    if asked:
        _ask(brief.strip(), model, task, key)
    if made := st.session_state.get(_made(key)):
        _offer(made, draw, use, key)


def enhance_text(text: str, *, model: str, task: str, field: str) -> None:
    """Draw the offer for a prompt without parts: what is to be seen, in the field of that key."""

    def draw(made: Enhanced) -> None:
        st.markdown(f"**{made.prompt.description}**")

    def use(made: Enhanced) -> None:
        st.session_state[field] = made.prompt.description

    enhance(text, model=model, task=task, draw=draw, use=use, key=f"{field}_{KEY}")


def _ask(brief: str, model: str, task: str, key: str) -> None:
    if not brief:
        st.caption(f":material/edit: {say('enhance.nothing')}")
        return
    # The same key as long as no answer came: asking again then pays once.
    attempts = st.session_state.setdefault(f"{key}_attempt", {})
    once = attempts.setdefault((brief, model, task), uuid4().hex)
    with st.spinner(say("enhance.writing")):
        try:
            made = session.easel().enhance(brief, model=model, task=task, idempotency_key=once)
        except EaselError as error:
            errors.show(error)
            return
    attempts.clear()
    st.session_state[_made(key)] = made
    session.forget_prices()


def _offer(made: Enhanced, draw: Doing, use: Doing, key: str) -> None:
    with st.container(border=True, gap="small", key=f"{key}d"):
        st.caption(say("enhance.made", spent=roughly(made.cost.spent + made.cost.unknown)))
        draw(made)
        with st.container(horizontal=True, gap="small"):
            st.button(
                say("enhance.use"),
                icon=":material/check:",
                on_click=_take,
                args=(made, use, key),
                key=f"{key}_use",
            )
            st.button(
                say("enhance.keep"),
                on_click=_forget,
                args=(key,),
                type="tertiary",
                key=f"{key}_keep",
            )


def _take(made: Enhanced, use: Doing, key: str) -> None:
    use(made)
    _forget(key)


def _forget(key: str) -> None:
    st.session_state.pop(_made(key), None)


def _made(key: str) -> str:
    return f"{key}_made"
