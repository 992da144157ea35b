"""What can be done to a picture, in plain words; which of it, the catalogue says."""

from collections.abc import Mapping

import streamlit as st
from easel_client import Model

from studio import session
from studio.parts.models import line
from studio.words import say

GROUPS: Mapping[str, tuple[str, ...]] = {
    "part": ("inpaint", "erase", "search_replace", "search_recolor", "virtual_try_on"),
    "around": ("outpaint", "remove_background"),
    "whole": (
        "image_to_image",
        "variation",
        "style_transfer",
        "style_guide",
        "control_structure",
        "control_sketch",
        "color_guided",
    ),
    "size": ("upscale_fast", "upscale_conservative", "upscale_creative"),
}
TASK, MODEL = "task", "model"
"""Names in the address."""
_GROUP, _CHOSEN, _OF_TASK = "edit_group", "edit_task_{}", "edit_model_{}"
RANKS = {"active": 0, "legacy": 1, "retired": 2}


def choose_task() -> str:
    """Draw the tasks that some model does today, in groups, and return the chosen one.

    The address names it, and its model, so that a reload finds the bench as it was.
    """
    done = {task for model in session.models() if model.available for task in model.tasks}
    groups = [name for name, tasks in GROUPS.items() if done.intersection(tasks)]
    _recall(groups)
    group = st.segmented_control(
        say("tasks.what"),
        groups,
        format_func=lambda name: say(f"tasks.{name}"),
        required=True,
        key=_GROUP,
        persist_state="session",
    )
    tasks = [task for task in GROUPS[str(group)] if task in done]
    st.session_state.setdefault(_CHOSEN.format(group), tasks[0])
    task = st.pills(
        say("tasks.how"),
        tasks,
        format_func=lambda name: say(f"tasks.{name}"),
        required=True,
        key=_CHOSEN.format(group),
        label_visibility="collapsed",
        persist_state="session",
    )
    st.caption(say(f"tasks.{task}_help"))
    st.query_params[TASK] = str(task)
    return str(task)


def _recall(groups: list[str]) -> None:
    """Begin a session with the task and model that the address names, if they are ours."""
    if _GROUP in st.session_state:
        return
    asked = st.query_params.get(TASK)
    group = next((name for name in groups if asked in GROUPS[name]), groups[0])
    st.session_state[_GROUP] = group
    if asked in GROUPS[group]:
        st.session_state[_CHOSEN.format(group)] = asked
        st.session_state[_OF_TASK.format(asked)] = st.query_params.get(MODEL)


def choose_model(task: str) -> Model:
    """Draw the models that do a task, living ones first, and return the chosen one."""
    able = [model for model in session.models() if model.available and task in model.tasks]
    rows = {model.id: model for model in sorted(able, key=lambda m: RANKS[m.lifecycle.state])}
    key = _OF_TASK.format(task)
    if st.session_state.get(key) not in rows:
        st.session_state.pop(key, None)
    chosen = st.selectbox(
        say("models.name"),
        list(rows),
        format_func=lambda name: line(rows[name]),
        key=key,
        persist_state="session",
    )
    st.query_params[MODEL] = str(chosen)
    return rows[str(chosen)]
