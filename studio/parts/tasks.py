"""What can be done to a picture, in plain words; which of it, the catalogue says."""

from collections.abc import Mapping

import streamlit as st
from easel_client import Model

from studio import session
from studio.parts.models import line
from studio.words import say

GROUPS: Mapping[str, tuple[str, ...]] = {
    "part": ("inpaint", "erase", "search_replace", "search_recolor"),
    "around": ("outpaint", "remove_background"),
    "whole": (
        "image_to_image",
        "variation",
        "style_transfer",
        "style_guide",
        "control_structure",
        "control_sketch",
    ),
    "size": ("upscale_fast", "upscale_conservative", "upscale_creative"),
}
RANKS = {"active": 0, "legacy": 1, "retired": 2}


def choose_task() -> str:
    """Draw the tasks that some model does today, in groups, and return the chosen one."""
    done = {task for model in session.models() if model.available for task in model.tasks}
    group = st.segmented_control(
        say("tasks.what"),
        [name for name, tasks in GROUPS.items() if done.intersection(tasks)],
        format_func=lambda name: say(f"tasks.{name}"),
        default="part",
        required=True,
        key="edit_group",
        persist_state="session",
    )
    tasks = [task for task in GROUPS[str(group)] if task in done]
    task = st.pills(
        say("tasks.how"),
        tasks,
        format_func=lambda name: say(f"tasks.{name}"),
        default=tasks[0],
        required=True,
        key=f"edit_task_{group}",
        label_visibility="collapsed",
        persist_state="session",
    )
    st.caption(say(f"tasks.{task}_help"))
    return str(task)


def choose_model(task: str) -> Model:
    """Draw the models that do a task, living ones first, and return the chosen one."""
    able = [model for model in session.models() if model.available and task in model.tasks]
    rows = {model.id: model for model in sorted(able, key=lambda m: RANKS[m.lifecycle.state])}
    chosen = st.selectbox(
        say("models.name"),
        list(rows),
        format_func=lambda name: line(rows[name]),
        key=f"edit_model_{task}",
        persist_state="session",
    )
    return rows[str(chosen)]
