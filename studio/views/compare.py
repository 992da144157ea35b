"""The page Compare: one or two things vary, everything else stays, all side by side."""

from functools import partial
from typing import Any

import streamlit as st
from easel_client import Model, NotFound

from studio.parts.axes import axes
from studio.parts.canvas import USUAL
from studio.parts.compared import compared
from studio.parts.enhance import enhance
from studio.parts.grid import CELL, planned
from studio.parts.heading import heading
from studio.parts.lessons import lessons
from studio.parts.models import choose_model
from studio.parts.origin import begun_with, origin, ratio_of
from studio.parts.parameters import parameters_form
from studio.parts.prompt import prompt_form
from studio.parts.sweep import MODEL, PICTURE, STRENGTH, WORDS, Axis, NotASweep, cells, requests
from studio.parts.sweep_order import SWEEP, sweep_order
from studio.words import say

RATIO, SEED = "compare_ratio", "compare_seed"


def show() -> None:
    """Draw the page: the comparison that the address names, else the form of a new one."""
    heading(say("compare.title"), say("compare.lead"))
    if SWEEP in st.query_params:
        _ordered(st.query_params[SWEEP].split(","))
    else:
        _new()


def _ordered(ids: list[str]) -> None:
    st.button(say("compare.new"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    try:
        compared(ids)
    except (NotFound, NotASweep):
        st.warning(say("errors.not_yours"), icon=":material/search_off:")


def _close() -> None:
    for name in (SWEEP, CELL):
        st.query_params.pop(name, None)


def _new() -> None:
    lessons()
    told, varied = st.columns([5, 6], gap="large")
    with told:
        task, source = origin()
        said = st.container()
        asked, model = choose_model(task, named=task == PICTURE)
        with said:
            request = prompt_form(
                negative=model.tasks[task].negative_prompt_limit > 0,
                beneath=partial(enhance, model=asked, task=task),
            )
    with varied:
        chosen = axes(model, task)
        names = frozenset(axis.name for axis in chosen)
        request |= begun_with(source) | {MODEL: asked, **_kept(model, task, names)}
        if task == PICTURE and source is None:
            st.info(say("compare.choose_source"), icon=":material/add_photo_alternate:")
            return
        ratio = ratio_of(source) if source else _ratio(request)
        _order(request, chosen, ratio, scope=f"compare_{source.id if source else WORDS}")


def _order(request: dict[str, Any], chosen: list[Axis], ratio: float, *, scope: str) -> None:
    described = "description" in {axis.name for axis in chosen} or request.get("prompt", {})
    if cells(chosen) < 2 or not described:
        st.info(say("compare.choose"), icon=":material/grid_view:")
        return
    asked = requests(request, chosen, group="compare")
    plans = sweep_order(asked, chosen, scope=scope)
    if plans:
        planned(chosen, asked, plans, ratio)


def _kept(model: Model, task: str, varied: frozenset[str]) -> dict[str, Any]:
    """Draw what every cell has alike: shape, seed, parameters."""
    taken = model.tasks[task]
    kept: dict[str, Any] = {}
    with st.expander(say("compare.kept"), icon=":material/push_pin:", key="compare_kept"):
        ratios = [ratio for ratio in USUAL if ratio in taken.aspect_ratios]
        if ratios:
            if st.session_state.get(RATIO) not in ratios:
                st.session_state[RATIO] = ratios[0]
            kept["aspect_ratio"] = st.pills(say("canvas.ratio"), ratios, key=RATIO, required=True)
        if "seed" not in varied:
            st.session_state.setdefault(SEED, 7)
            most = int(model.seed["maximum"])
            kept["seed"] = st.number_input(
                f"{say('parameters.seed_name')} · `seed`", 1, most, step=1, key=SEED
            )
            st.caption(say("compare.same_seed"))
        schema = _alike(taken.parameters) if MODEL in varied else taken.parameters
        scope = "compare_all" if MODEL in varied else model.name
        kept["parameters"] = parameters_form(schema, scope=scope, leave_out=varied)
    return kept


def _alike(schema: Any) -> dict[str, Any]:
    """Return of a model's parameters what all models are asked alike: the strength."""
    rules = schema.get("properties", {})
    return {
        "properties": {STRENGTH: rules[STRENGTH]} if STRENGTH in rules else {},
        "required": [STRENGTH],
    }


def _ratio(request: dict[str, Any]) -> float:
    width, height = str(request.get("aspect_ratio") or "1:1").split(":")
    return int(width) / int(height)
