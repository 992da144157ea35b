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
from studio.parts.region import Region
from studio.parts.source import others
from studio.parts.wish import NAMES
from studio.words import known, say


def edit_order(request: dict[str, Any], task: Task, where: Region, *, scope: str) -> None:
    """Draw price and button of an edit; go to its progress when it was ordered.

    Args:
        request: The body as the form has it; `fit` is added here where one was chosen.
        task: What the model takes.
        where: What of the picture changes.
        scope: Picture and model, for which a fit is remembered.
    """
    lacks = lacking(request, task, where)
    asked = request | chosen_fit(scope)
    with st.container(border=True, key="order"):
        affordable = not lacks and _price(asked, scope)
        # No callback: that would order what the form said a run before the click.
        if st.button(
            say("edit.go"),
            type="primary",
            icon=":material/auto_fix_high:",
            width="stretch",
            key="edit_go",
            disabled=not affordable,
        ):
            want(asked)
        if lacks:
            st.markdown(f":material/touch_app: {_first(lacks, request['task'])}")
        place()
    if GENERATION in st.query_params:
        st.rerun()


def lacking(request: dict[str, Any], task: Task, where: Region) -> str | None:
    """Return the first thing that an edit cannot do without and does not have yet."""
    given = request.get("parameters", {})
    taken = task.parameters.get("properties", {})
    wants = {where.way: where.lacking}
    for part in others(task):
        wants[part] = task.pictures[part].get("required", True) and part not in request
    wants["called"] = any(name in taken and name not in given for name in NAMES)
    wants["prompt"] = task.prompt_required and not request.get("prompt")
    return next((what for what, lacks in wants.items() if lacks), None)


def _first(lacks: str, name: str) -> str:
    own = f"edit.lacks_{lacks}_{name}"
    return say(own if known(own) else f"edit.lacks_{lacks}")


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
