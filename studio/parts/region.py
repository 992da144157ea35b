"""Where a picture changes: painted over, named, or beyond its edges."""

import base64
from typing import Any

import streamlit as st
from easel_client import Task

from studio import words
from studio.components.margins import SIDES, drag_margins
from studio.components.mask import paint_mask
from studio.components.preview import preview
from studio.parts.source import Source
from studio.words import say

MASK_PROMPT = "mask_prompt"
NAMED = frozenset({*SIDES, MASK_PROMPT})
"""Parameters that are asked for here, not in the form."""


def region(source: Source, task: Task) -> dict[str, Any]:
    """Draw the picture as its task needs it; return `mask`, or `parameters`, of a request."""
    taken = task.parameters.get("properties", {})
    if "left" in taken:
        return _margins(source, taken)
    if task.mask is None:
        shown = preview(source.raw)
        st.image(shown.src, alt=say("mask.picture"), width="stretch")
        st.caption(f"{shown.width} × {shown.height} px")
        return {}
    named = MASK_PROMPT in taken and _by_name()
    return _named(source) if named else _painted(source)


def _margins(source: Source, taken: dict[str, Any]) -> dict[str, Any]:
    most = {side: int(taken[side]["maximum"]) for side in SIDES if side in taken}
    margins = drag_margins(source.raw, image_id=source.id, key="edit_margins", most=most, say=say)
    grown = {side: getattr(margins, side) for side in SIDES if getattr(margins, side)}
    return {"parameters": grown} if grown else {}


def _painted(source: Source) -> dict[str, Any]:
    mask = paint_mask(
        source.raw, image_id=source.id, key="edit_mask", say=say, language=words.language()
    )
    return {"mask": {"data": base64.b64encode(mask).decode()}} if mask else {}


def _by_name() -> bool:
    how = st.segmented_control(
        say("edit.where"),
        ["paint", "name"],
        format_func=lambda each: say(f"edit.where_{each}"),
        default="paint",
        required=True,
        key="edit_where",
        persist_state="session",
    )
    return how == "name"


def _named(source: Source) -> dict[str, Any]:
    st.image(preview(source.raw).src, alt=say("mask.picture"), width="stretch")
    name = st.text_input(
        say("edit.mask_prompt"),
        key="edit_mask_prompt",
        placeholder=say("edit.name_hint"),
        persist_state="session",
    )
    return {"parameters": {MASK_PROMPT: name.strip()}} if name and name.strip() else {}
