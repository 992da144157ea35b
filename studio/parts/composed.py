"""The composed prompt, its parts in colour, and what the lint says of it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st
from easel_client import Plan, Warned

from studio.words import known, language, say

PARTS = {"image_type": "kind", "description": "description", "style": "style", "details": "details"}


def composed(plan: Plan, request: Mapping[str, Any]) -> None:
    """Show the prompt as the model will read it, and the warnings of its plan."""
    prompt: str | Mapping[str, Any] = request["prompt"]
    parts = {"description": prompt} if isinstance(prompt, str) else prompt
    legend = " ".join(
        f'<span class="part-{name}">{escape(say(f"prompt.part_{name}"))}</span>'
        for part, name in PARTS.items()
        if parts.get(part)
    )
    avoided = request.get("negative_prompt")
    st.html(
        f'<div class="easel-prompt"><p class="easel-legend">{legend}</p>'
        f'<p class="easel-text" lang="en">{marked(plan.prompt, parts)}</p>'
        + (f"<p>{escape(say('prompt.avoids', words=avoided))}</p>" if avoided else "")
        + "</div>"
    )
    warnings(plan.warnings)


def marked(prompt: str, parts: Mapping[str, Any]) -> str:
    """Return the prompt as HTML, each part where the API put it in an element of its own.

    The composing stays the API's: parts are looked for in their order, and a part that is not
    found is left as it is.
    """
    html, rest = "", prompt
    for part, name in PARTS.items():
        said = parts.get(part) or ()
        for text in [said] if isinstance(said, str) else said:
            before, found, after = rest.partition(str(text).strip())
            if found and text:
                html += f'{escape(before)}<span class="part-{name}">{escape(found)}</span>'
                rest = after
    return html + escape(rest)


def warnings(found: Sequence[Warned]) -> None:
    """Say what a model will probably not honour, or what ends soon."""
    for warned in found:
        st.caption(f":material/lightbulb: {sentence(warned)}")


def warnings_of(plans: Sequence[tuple[str, Plan]]) -> None:
    """Say each warning of several models' plans once, and of whom, where it is not of all."""
    warned: dict[str, list[str]] = {}
    for model, plan in plans:
        for said in dict.fromkeys(map(sentence, plan.warnings)):
            warned.setdefault(said, []).append(model)
    for said, models in warned.items():
        names = "" if len(models) == len(plans) else f"**{', '.join(models)}**: "
        st.caption(f":material/lightbulb: {names}{said}")


def sentence(warned: Warned) -> str:
    """Return a warning in the session's language; an unknown one in the API's words."""
    key = f"lint.{warned.code}"
    if not known(key):
        return warned.detail
    quoted = ", ".join(f"“{word}”" for word in warned.found)
    if warned.code in _ENDS and language() == "en":
        return warned.detail
    return say(key, found=quoted)


_ENDS = frozenset({"legacy", "ending", "retired", "extended_access", "substituted"})
"""Warnings of a model's end: the API's own words name the days."""
