"""A model's inference parameters as a form, drawn from its JSON Schema, each with what it does.

A value that is left at the model's default is not sent, so that the receipt says `defaulted`.
"""

from collections.abc import Mapping
from typing import Any, cast

import streamlit as st

from studio.parts import lines
from studio.words import known, language, say

KEY = "parameter_{scope}_{name}"
Schema = Mapping[str, Any]


def fill(parameters: Mapping[str, Any], *, scope: str) -> None:
    """Put a request's parameters into the form of a scope (a model's name)."""
    for name, value in parameters.items():
        key = KEY.format(scope=scope, name=name)
        many = isinstance(value, list)
        st.session_state[key] = lines.written(cast("list[Any]", value)) if many else value


def clear(schema: Schema, *, scope: str) -> None:
    """Set every parameter back to the model's default."""
    for name in schema.get("properties", {}):
        st.session_state.pop(KEY.format(scope=scope, name=name), None)


def parameters_form(
    schema: Schema, *, scope: str, leave_out: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Draw a widget for each parameter.

    Args:
        schema: JSON Schema of a task's `parameters`.
        scope: Separates the values of models from each other: the model's name.
        leave_out: Parameters that the page asks for in its own way, such as margins.

    Returns:
        What differs from the model's defaults, and what must be sent.
    """
    chosen: dict[str, Any] = {}
    required = set(schema.get("required", ()))
    for name, rule in schema.get("properties", {}).items():
        if name in leave_out:
            continue
        value = _widget(name, rule, KEY.format(scope=scope, name=name))
        st.caption(explanation(name, rule))
        if value is not None and (name in required or value != rule.get("default")):
            chosen[name] = value
    return chosen


def title(name: str) -> str:
    """Return what a person calls a parameter, with its name in the API."""
    key = f"parameters.{name}_name"
    return f"{say(key)} · `{name}`" if known(key) else f"`{name}`"


def explanation(name: str, rule: Schema) -> str:
    """Return what a parameter does; of one that we do not know, what the API says of it."""
    key = f"parameters.{name}"
    text = say(key) if known(key) else str(rule.get("description", ""))
    default = rule.get("default")
    return text if default is None else f"{text} {say('parameters.default', value=default)}"


def choice(name: str, value: str) -> str:
    """Return what a person calls a value of a list."""
    key = f"values.{value.lower().replace('-', '_')}"
    if known(key):
        return say(key)
    return value if language() == "en" or name == "sampler" else value.replace("_", " ")


def _widget(name: str, rule: Schema, key: str) -> Any:
    if "enum" in rule:
        return _list(name, rule, key)
    kind = rule.get("type")
    if kind in ("number", "integer"):
        return _number(name, rule, key)
    if kind == "boolean":
        st.session_state.setdefault(key, bool(rule.get("default")))
        return st.toggle(title(name), key=key, persist_state="session")
    if kind == "array":
        return lines.field(title(name), rule, key)
    text = st.text_input(
        title(name), key=key, max_chars=rule.get("maxLength"), persist_state="session"
    )
    return (text or "").strip() or None


def _list(name: str, rule: Schema, key: str) -> str | None:
    options = list(rule["enum"])
    if st.session_state.get(key) not in options:
        st.session_state[key] = rule.get("default")
    return st.selectbox(
        title(name),
        options,
        index=None,
        format_func=lambda value: choice(name, value),
        key=key,
        placeholder=say("parameters.unset"),
        persist_state="session",
    )


def _number(name: str, rule: Schema, key: str) -> float | int:
    least, most, step = _range(rule)
    start = rule.get("default", (least + most) / 2)  # an end would keep all, or nothing
    st.session_state[key] = min(max(type(step)(st.session_state.get(key, start)), least), most)
    return st.slider(
        title(name), least, most, step=step, format="%g", key=key, persist_state="session"
    )


def _range(rule: Schema) -> tuple[Any, Any, Any]:
    least, most = rule["minimum"], rule["maximum"]
    if rule["type"] == "integer":
        return int(least), int(most), 1
    return float(least), float(most), 0.05 if most - least <= 2 else 0.1 if most <= 12 else 0.5
