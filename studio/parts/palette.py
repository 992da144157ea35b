"""A palette that a picture keeps to; it begins with the colours of the picture at hand."""

import io
from collections.abc import Mapping
from typing import Any, cast

import streamlit as st
from PIL import Image

from studio.words import say

COLORS = "colors"
FIRST = 4
"""Colours that are taken from a picture."""
_COUNT, _COLOUR = "palette_count", "palette_{}"
GREY = "#808080"


def palette(raw: bytes, rule: Mapping[str, Any]) -> list[str]:
    """Draw the colours, and the buttons for more, fewer and the picture's own.

    Args:
        raw: The picture at hand.
        rule: JSON Schema of the list.

    Returns:
        `#rrggbb`, at least one.
    """
    if _COUNT not in st.session_state:
        _take(colours(raw))
    with st.container(border=True, key="edit_palette"):
        st.markdown(f"**{say('edit.palette')}**")
        with st.container(horizontal=True, gap="small"):
            chosen = [_colour(number) for number in range(st.session_state[_COUNT])]
        with st.container(horizontal=True, gap="small"):
            _buttons(len(chosen), int(rule["maxItems"]), raw)
    return chosen


def colours(raw: bytes) -> list[str]:
    """Return the colours that tell a picture best, the widest first."""
    with Image.open(io.BytesIO(raw)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((128, 128))
    few = picture.quantize(FIRST, Image.Quantize.MAXCOVERAGE)
    flat = few.getpalette() or []
    # A picture with a palette has its colours by their place there.
    counted = cast("list[tuple[int, int]]", few.getcolors() or [])
    widest = sorted(counted, reverse=True)
    hexes = [bytes(flat[3 * index : 3 * index + 3]).hex() for _, index in widest]
    return [f"#{each}" for each in dict.fromkeys(hexes)]


def _colour(number: int) -> str:
    key = _COLOUR.format(number)
    st.session_state.setdefault(key, GREY)
    label = say("edit.palette_colour", number=number + 1)
    return st.color_picker(label, key=key, persist_state="session")


def _buttons(count: int, most: int, raw: bytes) -> None:
    st.button(
        say("edit.palette_more"),
        icon=":material/add:",
        disabled=count >= most,
        on_click=_resize,
        args=(count + 1,),
        key="palette_more",
    )
    st.button(
        say("edit.palette_fewer"),
        icon=":material/remove:",
        disabled=count <= 1,
        on_click=_resize,
        args=(count - 1,),
        key="palette_fewer",
    )
    st.button(
        say("edit.palette_own"),
        icon=":material/colorize:",
        on_click=lambda: _take(colours(raw)),
        key="palette_own",
    )


def _resize(count: int) -> None:
    st.session_state[_COUNT] = count


def _take(found: list[str]) -> None:
    _resize(len(found))
    for number, colour in enumerate(found):
        st.session_state[_COLOUR.format(number)] = colour
