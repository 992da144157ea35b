"""The page Create: a prompt becomes pictures, of which one is picked."""

from functools import partial
from typing import Any

import streamlit as st
from easel_client import NotFound

from studio.parts import reuse
from studio.parts.canvas import canvas, extras
from studio.parts.enhance import enhance
from studio.parts.examples import examples
from studio.parts.heading import heading
from studio.parts.models import choose_model
from studio.parts.order import GENERATION, order, place, wanted
from studio.parts.parameters import parameters_form
from studio.parts.progress import awaited, progress
from studio.parts.prompt import prompt_form
from studio.words import say

TASK = "text_to_image"


def show() -> None:
    """Draw the page."""
    heading(say("create.title"), say("create.lead"))
    try:
        reuse.receive()
    except NotFound:
        st.query_params.pop(GENERATION, None)
        st.warning(say("errors.not_yours"), icon=":material/search_off:")
    form, easel = st.columns([5, 6], gap="large")
    with form:
        request = _request()
    with easel:
        box = order(request)
        frames = st.empty()
        if asked := wanted():
            with frames.container():
                awaited(asked)
        with box:
            place()
        if GENERATION in st.query_params:
            progress(st.query_params[GENERATION])
        else:
            _empty()
        frames.empty()  # not before others stand there


def _request() -> dict[str, Any]:
    """Draw the form; return the body of a request for pictures."""
    examples()
    said = st.container()
    asked, model = choose_model(TASK)
    task = model.tasks[TASK]
    with said:
        request = prompt_form(
            negative=task.negative_prompt_limit > 0, beneath=partial(enhance, model=asked)
        )
    request |= {"model": asked, **canvas(task)}
    with st.expander(say("create.parameters"), icon=":material/science:", key="parameters"):
        request |= extras(model, task)
        chosen = parameters_form(task.parameters, scope=model.name)
    request |= {"parameters": chosen} if chosen else {}
    return {name: value for name, value in request.items() if value is not None}


def _empty() -> None:
    with st.container(key="empty_easel", horizontal_alignment="center", gap="small"):
        st.markdown(":material/palette:")
        st.caption(say("create.empty"))
