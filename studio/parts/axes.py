"""Choose what varies along the rows and along the columns, and the values that it takes."""

from typing import Any

import streamlit as st
from easel_client import Model

from studio import session
from studio.parts.axis_words import axis_name, value_name
from studio.parts.models import INTENTS
from studio.parts.sweep import MODEL, MOST_VALUES, SIDES, WORDS, Axis
from studio.parts.values import OutOfRange, lines, numbers
from studio.parts.vocabulary import STYLES, TYPES
from studio.words import say

NAME, VALUES = "compare_{side}", "compare_{side}_{name}"
FIXED = ("seed", "style", "image_type", "description", "negative_prompt", MODEL)


def axes(model: Model, task: str) -> list[Axis]:
    """Draw both sides for a model's task; return those that have values."""
    taken = None
    chosen: list[Axis] = []
    for side in SIDES:
        axis = _axis(side, model, task, taken)
        if axis and axis.values:
            chosen.append(axis)
            taken = axis.name
    return chosen


def fill(chosen: list[Axis]) -> None:
    """Put axes into the form; call it before the form is drawn."""
    state: Any = st.session_state
    for side in SIDES:
        state[NAME.format(side=side)] = None
    for side, axis in zip(SIDES, chosen, strict=False):
        state[NAME.format(side=side)] = axis.name
        state[VALUES.format(side=side, name=axis.name)] = _written(axis)


def _written(axis: Axis) -> Any:
    if axis.name in ("description", "negative_prompt"):
        return "\n".join(axis.values)
    if all(isinstance(value, str) for value in axis.values):
        return list(axis.values)
    return ", ".join(f"{value:g}" for value in axis.values)


def _axis(side: str, model: Model, task: str, taken: str | None) -> Axis | None:
    names = [name for name in [*FIXED, *_parameters(model, task)] if name != taken]
    key = NAME.format(side=side)
    if st.session_state.get(key) not in [None, *names]:
        st.session_state[key] = None  # not where it is None: setting it again redraws an open list
    with st.container(border=True, gap="small", key=f"axis_{side}"):
        name = st.selectbox(
            say(f"compare.{side}"),
            names,
            index=None,
            format_func=axis_name,
            key=key,
            placeholder=say(f"compare.{side}_hint"),
            persist_state="session",
        )
        return Axis(name, _values(name, side, model, task)) if name else None


def _parameters(model: Model, task: str) -> dict[str, Any]:
    """Return the model's parameters of which one value differs from another plainly."""
    rules = model.tasks[task].parameters.get("properties", {})
    return {
        name: rule
        for name, rule in rules.items()
        if "enum" in rule or rule.get("type") in ("number", "integer")
    }


def _values(name: str, side: str, model: Model, task: str) -> tuple[Any, ...]:
    key = VALUES.format(side=side, name=name)
    rule = {"seed": {"type": "integer", **model.seed}}.get(name) or _parameters(model, task).get(
        name, {}
    )
    if name in ("description", "negative_prompt"):
        text = st.text_area(say("compare.lines"), key=key, height=110, persist_state="session")
        return _few(lines(text or ""))
    if name in ("seed",) or ("enum" not in rule and rule):
        return _numbers(name, key, rule)
    options = _options(name, rule, task)
    own = name in ("style", "image_type")
    before: list[str] = st.session_state.get(key) or []
    known = [each for each in before if each in options or own]
    if known != before:
        st.session_state[key] = known
    chosen = st.multiselect(
        say("compare.values"),
        list(dict.fromkeys([*options, *known])),
        format_func=lambda value: value_name(name, value),
        key=key,
        max_selections=MOST_VALUES,
        accept_new_options=own,
        placeholder=say("compare.values_hint"),
        persist_state="session",
    )
    return tuple(chosen)


def _options(name: str, rule: dict[str, Any], task: str) -> list[str]:
    known = {"image_type": list(TYPES), "style": list(STYLES)}
    if name == MODEL:
        rows = [each for each in session.models() if task in each.tasks and each.available]
        return [*(INTENTS if task == WORDS else ()), *(each.id for each in rows)]
    return known.get(name) or list(rule.get("enum", ()))


def _numbers(name: str, key: str, rule: dict[str, Any]) -> tuple[int | float, ...]:
    span = {"least": f"{rule.get('minimum', 0):,}", "most": f"{rule.get('maximum', 0):,}"}
    text = st.text_input(
        say("compare.numbers", name=axis_name(name)),
        key=key,
        placeholder=say("compare.numbers_hint", example=_example(rule), **span),
        persist_state="session",
    )
    try:
        return _few(numbers(text or "", rule))
    except OutOfRange as odd:
        asked = "no_whole_number" if rule.get("type") == "integer" else "no_number"
        st.warning(say(f"compare.{asked}", value=odd.value, **span), icon=":material/error:")
        return ()


def _example(rule: dict[str, Any]) -> str:
    """Return two values that a rule takes, as one writes them."""
    least, most = rule.get("minimum", 0), rule.get("maximum", 0)
    if most <= 1:
        return "0.2, 0.5"
    return "7, 8" if least <= 7 else f"{least}, {least + 10}"


def _few(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(values) > MOST_VALUES:
        st.caption(f":material/content_cut: {say('compare.too_long', most=MOST_VALUES)}")
    return values[:MOST_VALUES]
