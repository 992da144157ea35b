"""Parameters that are lists, written one to a line: `sunset: 0.5`, or `#FF8A65`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from studio.words import say

WEIGHTED = re.compile(r"(?P<text>.*?)(?:\s*:\s*(?P<weight>-?\d*\.?\d+))?")


def field(title: str, rule: Mapping[str, Any], key: str) -> list[Any] | None:
    """Draw a text area; return its lines as the schema wants its items, or None for none."""
    weighted = rule["items"].get("type") == "object"
    hint = "parameters.weighted_hint" if weighted else "parameters.lines_hint"
    text = st.text_area(title, key=key, placeholder=say(hint), height=92, persist_state="session")
    said = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return [weigh(line) if weighted else line for line in said] or None


def weigh(line: str) -> dict[str, Any]:
    """Return a text and its weight; without one it counts half of the prompt.

    >>> weigh("old western town: -0.4")
    {'text': 'old western town', 'weight': -0.4}
    """
    found = WEIGHTED.fullmatch(line)
    if not found or not found["text"]:
        return {"text": line, "weight": 0.5}
    return {"text": found["text"].strip(), "weight": float(found["weight"] or 0.5)}


def written(items: Sequence[Any]) -> str:
    """Return items as a person would write them."""
    return "\n".join(
        f"{each['text']}: {each['weight']:g}" if isinstance(each, Mapping) else str(each)
        for each in items
    )
