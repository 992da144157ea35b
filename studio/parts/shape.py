"""The shape of a picture that is made anew after another: like it, unless another is chosen."""

from math import log

import streamlit as st
from easel_client import Task

from studio.components.preview import preview
from studio.parts.canvas import USUAL
from studio.words import say


def shape(task: Task, raw: bytes, *, scope: str) -> str:
    """Draw the shapes that a model has; return the chosen one, at first the picture's own.

    Args:
        task: What the model takes.
        raw: The picture at hand.
        scope: Picture and model, for which a choice is remembered.
    """
    ratios = sorted(task.aspect_ratios, key=lambda r: USUAL.index(r) if r in USUAL else len(USUAL))
    shown = preview(raw)
    chosen = st.pills(
        say("canvas.ratio"),
        ratios,
        default=nearest(ratios, shown.width / shown.height),
        required=True,
        wrap=True,
        help=say("canvas.ratio_help"),
        key=f"edit_ratio_{scope}",
        persist_state="session",
    )
    return str(chosen)


def nearest(ratios: list[str], wanted: float) -> str:
    """Return the shape that differs least.

    >>> nearest(["1:1", "3:2", "16:9"], 1216 / 832)
    '3:2'
    """
    return min(ratios, key=lambda ratio: abs(log(_value(ratio) / wanted)))


def _value(ratio: str) -> float:
    width, height = map(int, ratio.split(":"))
    return width / height
