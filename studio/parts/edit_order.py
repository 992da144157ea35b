"""What an edit still lacks, what it costs, and its button."""

from typing import Any

import streamlit as st
from easel_client import EaselError, Task

from studio import session
from studio.parts import errors
from studio.parts.composed import warnings
from studio.parts.fit import chosen_fit, does_not_fit, offer_fit
from studio.parts.order import GENERATION, place, want
from studio.parts.price import price
from studio.parts.region import MASK_PROMPT
from studio.parts.wish import NAMES, STYLE
from studio.words import say


def edit_order(request: dict[str, Any], task: Task, *, scope: str) -> None:
    """Draw price and button of an edit; go to its progress when it was ordered.

    Args:
        request: The body as the form has it; `fit` is added here where one was chosen.
        task: What the model takes.
        scope: Picture and model, for which a fit is remembered.
    """
    lacks = lacking(request, task)
    asked = request | chosen_fit(scope)
    with st.container(border=True, key="order"):
        affordable = not lacks and _price(asked, scope)
        st.button(
            say("edit.go"),
            type="primary",
            icon=":material/auto_fix_high:",
            width="stretch",
            key="edit_go",
            disabled=not affordable,
            on_click=want,
            args=(asked,),
        )
        if lacks:
            st.markdown(f":material/touch_app: {say(f'edit.lacks_{lacks}')}")
        place()
    if GENERATION in st.query_params:
        st.rerun()


def lacking(request: dict[str, Any], task: Task) -> str | None:
    """Return the first thing that an edit cannot do without and does not have yet."""
    given = request.get("parameters", {})
    taken = task.parameters.get("properties", {})
    wants = {
        "mask": task.mask is not None and not (request.get("mask") or given.get(MASK_PROMPT)),
        "margins": "left" in taken and not {"left", "right", "up", "down"} & set(given),
        "style": STYLE in task.pictures and STYLE not in request,
        "name": any(name in taken and name not in given for name in NAMES),
        "prompt": task.prompt_required and not request.get("prompt"),
    }
    return next((what for what, lacks in wants.items() if lacks), None)


def _price(asked: dict[str, Any], scope: str) -> bool:
    """Draw what it costs; return whether it can be ordered."""
    try:
        plan = session.plan(asked)
    except EaselError as error:
        if does_not_fit(error):
            offer_fit(scope)
        else:
            errors.show(error)
        return False
    if "fit" in asked:
        offer_fit(scope)
    warnings(plan.warnings)
    price(plan)
    return True
