"""How many pictures, of which shape, from which seed, in which file format."""

from collections.abc import Mapping, Sequence
from math import log
from typing import Any

import streamlit as st
from easel_client import Model, Task

from studio.words import say

COUNT, RATIO, SIZE = "canvas_count", "canvas_ratio", "canvas_size"
SHAPE = "canvas_shape"
"""A size that was asked for, until the model is known whose ratios it is compared with."""
SEEDED, SEED, FORMAT = "canvas_seeded", "canvas_seed", "canvas_format"
MOST = 10
USUAL = ["1:1", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "16:9", "9:16", "21:9", "9:21"]


def fill(request: Mapping[str, Any]) -> None:
    """Put what a request says of these into the form; what it does not say stays."""
    state: Any = st.session_state
    for name, key in {"count": COUNT, "output_format": FORMAT, "size": SIZE}.items():
        if request.get(name):
            state[key] = request[name]
    if request.get("aspect_ratio"):
        state[RATIO], state[SIZE] = request["aspect_ratio"], None
    elif request.get("size"):
        state[SHAPE] = request["size"]
    if request.get("seed") is not None:
        state[SEEDED], state[SEED] = True, int(request["seed"])


def canvas(task: Task) -> dict[str, Any]:
    """Draw shape and number; return `aspect_ratio` and `count` of a request."""
    ratios = sorted(task.aspect_ratios, key=lambda r: USUAL.index(r) if r in USUAL else len(USUAL))
    if ratios and (size := st.session_state.pop(SHAPE, None)):
        st.session_state[RATIO] = nearest(size, ratios)
    if st.session_state.get(RATIO) not in ratios:
        st.session_state[RATIO] = ratios[0] if ratios else None
    st.session_state.setdefault(COUNT, 4)
    st.pills(
        say("canvas.ratio"),
        ratios,
        key=RATIO,
        required=True,
        help=say("canvas.ratio_help"),
        persist_state="session",
    )
    st.slider(
        say("canvas.count"),
        1,
        MOST,
        key=COUNT,
        help=say("canvas.count_help"),
        persist_state="session",
    )
    return {"aspect_ratio": st.session_state[RATIO], "count": st.session_state[COUNT]}


def nearest(size: str, ratios: Sequence[str]) -> str:
    """Return the ratio that comes next to the shape of a size.

    >>> nearest("832x1216", ["1:1", "2:3", "9:16"])
    '2:3'
    """

    def shape(said: str) -> float:
        width, height = said.replace("x", ":").split(":")
        return log(int(width) / int(height))

    return min(ratios, key=lambda ratio: abs(shape(ratio) - shape(size)))


def extras(model: Model, task: Task) -> dict[str, Any]:
    """Draw seed, file format and exact size; return what was chosen of them."""
    chosen: dict[str, Any] = {}
    if task.seeded:
        chosen |= _seed(model)
    if len(model.output_formats) > 1:
        chosen |= _format(model)
    if len(task.sizes) > len(task.aspect_ratios):
        chosen |= _size(task)
    return chosen


def _seed(model: Model) -> dict[str, int]:
    least, most = int(model.seed["minimum"]), int(model.seed["maximum"])
    fixed = st.toggle(say("canvas.seeded"), key=SEEDED, persist_state="session")
    st.session_state[SEED] = min(max(int(st.session_state.get(SEED) or 7), least), most)
    seed = st.number_input(
        f"{say('parameters.seed_name')} · `seed`",
        least,
        most,
        step=1,
        key=SEED,
        disabled=not fixed,
        persist_state="session",
    )
    st.caption(say("parameters.seed"))
    return {"seed": int(seed or least)} if fixed else {}


def _format(model: Model) -> dict[str, str]:
    if st.session_state.get(FORMAT) not in model.output_formats:
        st.session_state[FORMAT] = model.output_formats[0]
    chosen = st.segmented_control(
        say("canvas.format"),
        list(model.output_formats),
        format_func=str.upper,
        key=FORMAT,
        required=True,
        persist_state="session",
    )
    st.caption(say("canvas.format_help"))
    return {"output_format": str(chosen)} if chosen != model.output_formats[0] else {}


def _size(task: Task) -> dict[str, Any]:
    if st.session_state.get(SIZE) not in task.sizes:
        st.session_state[SIZE] = None
    chosen = st.selectbox(
        say("canvas.size"),
        list(task.sizes),
        index=None,
        format_func=lambda size: size.replace("x", " × "),
        key=SIZE,
        placeholder=say("canvas.size_by_ratio"),
        persist_state="session",
    )
    st.caption(say("canvas.size_help"))
    return {"size": chosen, "aspect_ratio": None} if chosen else {}
