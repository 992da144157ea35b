"""What a picture shall become: in words, in colours, and by a second picture."""

from typing import Any

import streamlit as st
from easel_client import EaselError, Model, Task

from studio.parts.enhance import enhance_text
from studio.parts.palette import COLORS, palette
from studio.parts.source import Source, choose_source, named, others
from studio.words import known, say

NAMES = ("search_prompt", "select_prompt")
"""Parameters that name the thing that changes; asked for in front, not in the form."""
ASKED = frozenset({*NAMES, COLORS})


def wish(name: str, model: Model, source: Source) -> dict[str, Any]:
    """Draw a task's words, colours and further pictures; return these fields of a request."""
    task = model.tasks[name]
    said: dict[str, Any] = {part: _second(part) for part in others(task)}
    said["parameters"] = _parameters(task, source)
    if task.prompt_limit:
        said["prompt"] = _prompt(name, task, model.id)
    if task.negative_prompt_limit:
        said["negative_prompt"] = _line("negative_prompt")
    return {field: value for field, value in said.items() if value}


def _parameters(task: Task, source: Source) -> dict[str, Any]:
    taken = task.parameters.get("properties", {})
    said: dict[str, Any] = {name: _line(name) for name in NAMES if name in taken}
    if COLORS in taken:
        said[COLORS] = palette(source.raw, taken[COLORS])
    return {name: value for name, value in said.items() if value}


def _line(name: str) -> str:
    text = st.text_input(
        say(f"edit.{name}"),
        key=f"edit_{name}",
        placeholder=say(f"edit.{name}_hint"),
        persist_state="session",
    )
    return (text or "").strip()


def _prompt(name: str, task: Task, model: str) -> str:
    asked = f"edit.prompt_{name}"
    title = say(asked if known(asked) else "edit.prompt")
    optional = "" if task.prompt_required else f" {say('edit.optional')}"
    field = f"edit_prompt_{name}"
    text = st.text_area(
        title + optional,
        key=field,
        height=92,
        max_chars=task.prompt_limit,
        placeholder=say("edit.prompt_hint"),
        persist_state="session",
    )
    if text and not text.isascii():  # most models read English only
        enhance_text(text, model=model, task=name, field=field)
    return (text or "").strip()


def _second(part: str) -> dict[str, str] | None:
    """Draw the choice of a further picture; the address remembers it for a reload."""
    with st.container(border=True, key=f"edit_{part}"):
        st.markdown(f"**{say(f'edit.{part}')}**")
        chosen = choose_source(f"edit_{part}", shown=8, cell=84) or _remembered(part)
        if chosen:
            st.query_params[part] = chosen.id
            st.image(chosen.raw, alt=say(f"edit.{part}"), width=140)
    return chosen.reference if chosen else None


def _remembered(part: str) -> Source | None:
    if part not in st.query_params:
        return None
    try:
        return named(st.query_params[part])
    except EaselError:  # gone meanwhile: another can be chosen
        del st.query_params[part]
        return None
