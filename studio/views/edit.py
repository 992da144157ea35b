"""The page Edit: a picture and a wish become another picture, and the line of both is kept."""

from typing import Any

import streamlit as st
from easel_client import Generation, NotFound, Task

from studio.parts import results
from studio.parts.canvas import extras
from studio.parts.comparison import before_of, comparison
from studio.parts.edit_order import edit_order
from studio.parts.heading import heading
from studio.parts.lineage import lineage
from studio.parts.order import GENERATION
from studio.parts.parameters import parameters_form
from studio.parts.progress import progress
from studio.parts.region import NAMED, region
from studio.parts.source import Source, choose_source, named
from studio.parts.tasks import choose_model, choose_task
from studio.parts.wish import NAMES, wish
from studio.words import say

IMAGE = "image"
"""Name in the address of the picture that is edited."""
_SOURCE = "edit_source"


def show() -> None:
    """Draw the page: a choice of pictures, then the bench, then what came of it."""
    heading(say("edit.title"), say("edit.lead"))
    try:
        if GENERATION in st.query_params:
            progress(st.query_params[GENERATION], ended=_after)
        elif source := _source():
            _bench(source)
            _line(source.id)
    except NotFound:
        _leave()
        st.warning(say("errors.not_yours"), icon=":material/search_off:")


def _source() -> Source | None:
    """Return the picture to edit: the address's, the session's, or one that is chosen now."""
    name = st.query_params.get(IMAGE)
    known: Source | None = st.session_state.get(_SOURCE)
    if name and (known is None or known.id != name):
        known = named(name)
    known = known or choose_source("edit")
    if known and st.session_state.get(_SOURCE) != known:
        st.session_state[_SOURCE] = known
        if not known.id.startswith("upl_"):
            st.query_params[IMAGE] = known.id
        st.rerun()
    return known


@st.fragment
def _bench(source: Source) -> None:
    """Draw picture and form; a fragment, so that a stroke runs no more than this."""
    name = choose_task()
    easel, form = st.columns([7, 5], gap="large")
    with form:
        model = choose_model(name)
        task = model.tasks[name]
        request: dict[str, Any] = {"task": name, "model": model.id, "image": source.reference}
        request |= wish(name, task)
        parameters = dict(request.pop("parameters", {}))
        with st.expander(say("create.parameters"), icon=":material/science:", key="edit_more"):
            request |= _count(task)
            request |= {k: v for k, v in extras(model, task).items() if v is not None}
            parameters |= parameters_form(
                task.parameters,
                scope=f"{model.name}_{name}",
                leave_out=NAMED.union(NAMES),
            )
        last = st.container()
    with easel:
        where = region(source, task)
        st.button(
            say("edit.other"), icon=":material/swap_horiz:", on_click=_leave, key="edit_other"
        )
    parameters |= where.pop("parameters", {})
    request |= where | ({"parameters": parameters} if parameters else {})
    with last:
        edit_order(request, task, scope=f"{source.id}_{model.name}_{name}")


def _count(task: Task) -> dict[str, int]:
    """Draw how many are made; a task that knows no chance gives the same picture each time."""
    if not task.seeded:
        return {}
    count = st.segmented_control(
        say("edit.count"),
        [1, 2, 3, 4],
        default=1,
        required=True,
        key="edit_count",
        persist_state="session",
    )
    return {"count": int(count or 1)}


def _after(ended: Generation) -> None:
    """Draw what came of an edit, and the ways on."""
    easel, ways = st.columns([7, 5], gap="large")
    with easel:
        chosen = comparison(ended)
    with ways:
        st.subheader(say("edit.after"), anchor=False)
        if chosen:
            st.button(
                say("edit.go_on"),
                type="primary",
                icon=":material/arrow_forward:",
                width="stretch",
                on_click=_take,
                args=(chosen.id,),
                key="edit_go_on",
            )
        st.button(
            say("edit.change"),
            icon=":material/undo:",
            width="stretch",
            on_click=_take,
            args=(before_name(ended),),
            key="edit_change",
        )
        if chosen:
            results.actions(chosen, own_page=True)
    if chosen:
        _line(chosen.id)


def before_name(ended: Generation) -> str:
    """Return the picture that an edit began with, by the name under which strokes are kept."""
    known: Source | None = st.session_state.get(_SOURCE)
    if known and ended.request.get("image") == known.reference:
        return known.id
    kept = next(each for each in ended.inputs if each.part == "image")
    return kept.image or before_of(ended)


def _line(image_id: str) -> None:
    if image_id.startswith("img_"):
        there = lineage(image_id)
        if there != image_id:
            _take(there)
            st.rerun()


def _take(name: str) -> None:
    """Go to the bench with a picture."""
    st.query_params.pop(GENERATION, None)
    if name.startswith("upl_"):  # its bytes are in this session only
        st.query_params.pop(IMAGE, None)
    else:
        st.query_params[IMAGE] = name


def _leave() -> None:
    """Go back to the choice of pictures."""
    st.session_state.pop(_SOURCE, None)
    for name in (GENERATION, IMAGE):
        st.query_params.pop(name, None)
