"""What a picture shall become, in words, and by a second picture where a task takes one."""

from typing import Any

import streamlit as st
from easel_client import Task

from studio.parts.source import choose_source
from studio.words import known, say

NAMES = ("search_prompt", "select_prompt")
"""Parameters that name the thing that changes; asked for in front, not in the form."""
STYLE = "style_image"


def wish(name: str, task: Task) -> dict[str, Any]:
    """Draw a task's words; return `prompt`, `negative_prompt`, `parameters`, `style_image`."""
    said: dict[str, Any] = {}
    for each in NAMES:
        if each in task.parameters.get("properties", {}) and (text := _line(each)):
            said["parameters"] = {each: text}
    if STYLE in task.pictures:
        said |= _style()
    if task.prompt_limit:
        said["prompt"] = _prompt(name, task)
    if task.negative_prompt_limit and (avoided := _line("negative_prompt")):
        said["negative_prompt"] = avoided
    return {field: value for field, value in said.items() if value}


def _line(name: str) -> str:
    text = st.text_input(
        say(f"edit.{name}"),
        key=f"edit_{name}",
        placeholder=say(f"edit.{name}_hint"),
        persist_state="session",
    )
    return (text or "").strip()


def _prompt(name: str, task: Task) -> str:
    asked = f"edit.prompt_{name}"
    title = say(asked if known(asked) else "edit.prompt")
    optional = "" if task.prompt_required else f" {say('edit.optional')}"
    text = st.text_area(
        title + optional,
        key="edit_prompt",
        height=92,
        max_chars=task.prompt_limit,
        placeholder=say("edit.prompt_hint"),
        persist_state="session",
    )
    return (text or "").strip()


def _style() -> dict[str, Any]:
    with st.container(border=True):
        st.markdown(f"**{say('edit.style_image')}**")
        chosen = choose_source("edit_style", shown=8, cell=84)
        if chosen:
            st.image(chosen.raw, alt=say("edit.style_image"), width=140)
    return {STYLE: chosen.reference} if chosen else {}
