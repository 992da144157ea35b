"""The page Edit: a picture and a wish become another picture, and the line of both is kept."""

from typing import Any

import streamlit as st
from easel_client import Conflict, Generation, Gone, Model, NotFound, Task

from studio.parts import errors
from studio.parts.canvas import extras
from studio.parts.comparison import comparison, kept
from studio.parts.edit_order import edit_order
from studio.parts.heading import heading
from studio.parts.lineage import lineage
from studio.parts.onwards import onwards
from studio.parts.order import GENERATION
from studio.parts.parameters import parameters_form
from studio.parts.progress import progress
from studio.parts.region import NAMED, SILENT, region
from studio.parts.shape import shape
from studio.parts.source import Source, choose_source, named, part_of
from studio.parts.tasks import choose_model, choose_task
from studio.parts.wish import ASKED, wish
from studio.words import say

IMAGE = "image"
"""Name in the address of the picture that is edited."""
_SOURCE = "edit_source"
_SECOND = ("style_image", "reference_image")
"""Names in the address of further pictures."""


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
    except (Conflict, Gone) as error:  # an upload that ended, a file past its retention
        _leave()
        errors.show(error)


def _source() -> Source | None:
    """Return the picture to edit: the address's, the session's, or one that is chosen now."""
    name = st.query_params.get(IMAGE)
    known: Source | None = st.session_state.get(_SOURCE)
    if name and (known is None or known.id != name):
        known = named(name)
    known = known or choose_source("edit")
    if known and (st.session_state.get(_SOURCE) != known or known.id != name):
        st.session_state[_SOURCE] = known
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
    with easel:
        where = region(source, name, task)
        st.button(
            say("edit.other"), icon=":material/swap_horiz:", on_click=_leave, key="edit_other"
        )
    with form:
        request: dict[str, Any] = {"task": name, "model": model.id}
        request[part_of(task)] = source.reference
        request |= wish(name, model, source)
        own = request.pop("parameters", {}) | where.said.get("parameters", {})
        request |= where.said | _settings(name, model, source, SILENT.get(where.way, frozenset()))
        own |= request.pop("parameters", {})
        request |= {"parameters": own} if own else {}
        edit_order(request, task, where, scope=f"{source.id}_{model.name}_{name}")


def _settings(name: str, model: Model, source: Source, silent: frozenset[str]) -> dict[str, Any]:
    """Draw shape, number, seed and the model's parameters; return these fields of a request."""
    task = model.tasks[name]
    said: dict[str, Any] = {}
    if task.aspect_ratios:
        said["aspect_ratio"] = shape(task, source.raw, scope=f"{source.id}_{model.name}")
    with st.expander(say("create.parameters"), icon=":material/science:", key="edit_more"):
        said |= _count(task) | extras(model, task)
        said["parameters"] = parameters_form(
            task.parameters, scope=f"{model.name}_{name}", leave_out=NAMED | ASKED | silent
        )
    return {field: value for field, value in said.items() if value is not None}


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
        onwards(chosen, before_name(ended), take=_take)
    if chosen:
        _line(chosen.id)


def before_name(ended: Generation) -> str:
    """Return the picture that an edit began with, by the name under which strokes are kept."""
    known: Source | None = st.session_state.get(_SOURCE)
    before = kept(ended)
    if known and known.id in (before.image, before.upload):
        return known.id
    return before.image or before.id


def _line(image_id: str) -> None:
    if image_id.startswith("img_"):
        lineage(image_id, on_go=_take)


def _take(name: str) -> None:
    """Go to the bench with a picture."""
    st.query_params.pop(GENERATION, None)
    st.query_params[IMAGE] = name


def _leave() -> None:
    """Go back to the choice of pictures."""
    st.session_state.pop(_SOURCE, None)
    for name in (GENERATION, IMAGE, *_SECOND):
        st.query_params.pop(name, None)
