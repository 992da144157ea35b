"""Where a picture changes: painted over, named, by the kind of garment, or beyond its edges."""

import base64
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from easel_client import Task

from studio import words
from studio.components.margins import SIDES, drag_margins
from studio.components.mask import paint_mask
from studio.components.preview import preview
from studio.parts.parameters import choice
from studio.parts.source import Source
from studio.words import known, say

MASK_PROMPT, GARMENT = "mask_prompt", "garment_class"
NAMED = frozenset({*SIDES, MASK_PROMPT, GARMENT})
"""Parameters that are asked for here, not in the form."""
WORN = frozenset({"long_sleeve_style", "tucking_style", "outer_layer_style"})
"""Parameters that say how a garment of a known kind is worn."""
SILENT = {"paint": WORN | {"mask_shape"}, "name": WORN}
"""Parameters that a model refuses beside a way to say the region."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a picture changes, as far as it was said.

    Attributes:
        way: `whole`, `margins`, `paint`, `name` or `garment`.
        said: `mask`, or `parameters`, of a request; empty while it was not said.
    """

    way: str
    said: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def lacking(self) -> bool:
        """Whether it must be said yet."""
        return self.way != "whole" and not self.said


def region(source: Source, name: str, task: Task) -> Region:
    """Draw the picture as its task needs it; return where it changes."""
    taken = task.parameters.get("properties", {})
    if "left" in taken:
        return Region("margins", _margins(source, taken))
    if task.mask is None:
        _shown(source)
        return Region("whole")
    way = _way(name, taken)
    if way == "paint":
        return Region(way, _painted(source))
    said = _garment(taken[GARMENT]["enum"]) if way == "garment" else _named(name)
    _shown(source)
    return Region(way, said)


def _way(name: str, taken: dict[str, Any]) -> str:
    ways = ["garment"] if GARMENT in taken else []
    ways += ["paint", "name"] if MASK_PROMPT in taken else ["paint"]
    if len(ways) == 1:
        return ways[0]
    way = st.segmented_control(
        _of("where", name),
        ways,
        format_func=lambda each: _of(f"where_{each}", name),
        default=ways[0],
        required=True,
        key=f"edit_where_{'_'.join(ways)}",
        persist_state="session",
    )
    if known(f"edit.where_{way}_{name}_help"):
        st.caption(say(f"edit.where_{way}_{name}_help"))
    return str(way)


def _of(phrase: str, name: str) -> str:
    """Return a phrase as a task says it, or as all do."""
    own = f"edit.{phrase}_{name}"
    return say(own if known(own) else f"edit.{phrase}")


def _shown(source: Source) -> None:
    shown = preview(source.raw)
    st.image(shown.src, alt=say("mask.picture"), width="stretch")
    st.caption(f"{shown.width} × {shown.height} px")


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


def _named(name: str) -> dict[str, Any]:
    text = st.text_input(
        _of("mask_prompt", name),
        key=f"edit_mask_prompt_{name}",
        placeholder=_of("name_hint", name),
        persist_state="session",
    )
    return {"parameters": {MASK_PROMPT: text.strip()}} if text and text.strip() else {}


def _garment(kinds: list[str]) -> dict[str, Any]:
    kind = st.selectbox(
        say("edit.garment"),
        kinds,
        index=None,
        format_func=lambda each: choice(GARMENT, each),
        key="edit_garment",
        placeholder=say("edit.garment_hint"),
        persist_state="session",
    )
    return {"parameters": {GARMENT: kind}} if kind else {}
