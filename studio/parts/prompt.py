"""The form of a prompt: its three parts as pills and text, details, and what to avoid."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, cast

import streamlit as st

from studio.components.draft import keep_draft
from studio.parts.vocabulary import DETAILS, STYLES, TYPES, label
from studio.parts.wording import Wording, read
from studio.words import Phrase, say

KIND, KIND_OWN = "prompt_kind", "prompt_kind_own"
DESCRIPTION = "prompt_description"
STYLE, STYLE_OWN = "prompt_styles", "prompt_style_own"
DETAIL = "prompt_detail_{}"
DETAILS_OWN, LETTERING = "prompt_details_own", "prompt_lettering"
NEGATIVE = "prompt_negative"
LONGEST = 4000


def fill(prompt: str | Mapping[str, Any], negative: str | None = None) -> None:
    """Put a request's prompt into the form; call it before the form is drawn."""
    wording = read(prompt)
    state: Any = st.session_state
    state[KIND], state[KIND_OWN] = wording.kind, wording.kind_own
    state[DESCRIPTION] = wording.description
    state[STYLE], state[STYLE_OWN] = list(wording.styles), wording.style_own
    for kind in DETAILS:
        state[DETAIL.format(kind)] = list(wording.details.get(kind, ()))
    state[DETAILS_OWN], state[LETTERING] = wording.details_own, wording.lettering
    state[NEGATIVE] = negative or ""


def prompt_form(
    *, negative: bool = True, beneath: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Draw the form.

    Args:
        negative: Whether the model reads a negative prompt.
        beneath: Draws what stands below the description, which it is given.

    Returns:
        `prompt` and, where there is one, `negative_prompt` of a request. The prompt is empty as
        long as nothing is described.
    """
    if DESCRIPTION not in st.session_state:
        fill({"image_type": "photograph"})
    _kind()
    st.text_area(
        say("prompt.description"),
        key=DESCRIPTION,
        placeholder=say("prompt.description_hint"),
        height=118,
        max_chars=LONGEST,
        persist_state="session",
    )
    if beneath:
        beneath(st.session_state[DESCRIPTION])
    _style()
    _more(negative=negative)
    draft = {"prompt": _said().prompt(), "negative": st.session_state.get(NEGATIVE, "")}
    keep_draft(draft, blank=not st.session_state[DESCRIPTION].strip(), on_found=_restore)
    return _request(negative=negative)


def _restore(draft: dict[str, Any]) -> None:
    """Put a draft into the form; one that an older studio kept otherwise is left."""
    said, avoided = draft.get("prompt"), draft.get("negative")
    if isinstance(said, dict):
        with suppress(TypeError, AttributeError):
            fill(cast("dict[str, Any]", said), str(avoided or ""))


def _request(*, negative: bool) -> dict[str, Any]:
    wording = _said()
    avoided = str(st.session_state.get(NEGATIVE, "")).strip() if negative else ""
    prompt = wording.prompt() if wording.description.strip() else {}
    return {"prompt": prompt} | ({"negative_prompt": avoided} if avoided else {})


def _said() -> Wording:
    state: Any = st.session_state
    return Wording(
        kind=state.get(KIND),
        kind_own=state.get(KIND_OWN, ""),
        description=state.get(DESCRIPTION, ""),
        styles=tuple(state.get(STYLE) or ()),
        style_own=state.get(STYLE_OWN, ""),
        details={kind: tuple(state.get(DETAIL.format(kind)) or ()) for kind in DETAILS},
        details_own=state.get(DETAILS_OWN, ""),
        lettering=state.get(LETTERING, ""),
    )


def _kind() -> None:
    _pills(say("prompt.kind"), TYPES, KIND, single=True)
    _own(say("prompt.kind_own"), KIND_OWN, say("prompt.kind_own_hint"))


def _style() -> None:
    _pills(say("prompt.style"), STYLES, STYLE)
    _own(say("prompt.style_own"), STYLE_OWN, say("prompt.style_own_hint"))


def _more(*, negative: bool) -> None:
    with st.expander(say("prompt.more"), icon=":material/tune:", key="prompt_more"):
        for kind, terms in DETAILS.items():
            _pills(say(f"prompt.detail_{kind}"), terms, DETAIL.format(kind))
        _own(say("prompt.lettering"), LETTERING, say("prompt.lettering_hint"), labelled=True)
        _own(say("prompt.details_own"), DETAILS_OWN, say("prompt.details_hint"), labelled=True)
    if negative:
        _own(say("prompt.negative"), NEGATIVE, say("prompt.negative_hint"), labelled=True)


def _pills(title: str, terms: Mapping[str, Phrase], key: str, *, single: bool = False) -> None:
    st.pills(
        title,
        list(terms),
        selection_mode="single" if single else "multi",
        format_func=lambda term: label(dict(terms), term),
        key=key,
        persist_state="session",
    )


def _own(title: str, key: str, hint: str, *, labelled: bool = False) -> None:
    st.text_input(
        title,
        key=key,
        placeholder=hint,
        label_visibility="visible" if labelled else "collapsed",
        max_chars=LONGEST,
        persist_state="session",
    )
