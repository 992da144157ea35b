"""Models that refused their part of a comparison: who, why, and that the others go on.

A refusal stands in the address beside the generations, so that a reload knows it too:
`sweep=gen_…,best!budget_exhausted`.
"""

from collections.abc import Sequence

import streamlit as st
from easel_client import EaselError

from studio.parts import errors
from studio.parts.axis_words import value_name
from studio.parts.sweep import MODEL, Refused
from studio.words import known, say

MARK = "!"


def written(model: str, code: str) -> str:
    """Return a refusal as the address has it."""
    return f"{model}{MARK}{code}"


def read(part: str) -> Refused | None:
    """Return the refusal that a part of the address tells; None where it names a generation."""
    model, mark, code = part.rpartition(MARK)
    return Refused(model, code) if mark else None


def why(code: str) -> str:
    """Return why a model paints nothing, from the code of its refusal."""
    return say(f"errors.{code}") if known(f"errors.{code}") else say("compare.refused_other")


def say_who(wrong: Sequence[tuple[str, EaselError]]) -> None:
    """Say before an order which models refuse, each reason once, in full."""
    reasons: dict[str, list[str]] = {}
    for model, error in wrong:
        reasons.setdefault(errors.text_of(error), []).append(value_name(MODEL, model))
    for reason, models in reasons.items():
        names = ", ".join(f"**{name}**" for name in models)
        said = say("compare.refuses", models=names)
        st.warning(f"{said}  \n{reason}", icon=":material/block:")


def say_after(refusals: Sequence[Refused]) -> None:
    """Say of an ordered comparison which models paint nothing, and that this costs nothing."""
    if not refusals:
        return
    reasons: dict[str, list[str]] = {}
    for each in refusals:
        reasons.setdefault(why(each.code), []).append(value_name(MODEL, each.model))
    lines = [f"**{', '.join(models)}**: {reason}" for reason, models in reasons.items()]
    said = "  \n".join([say("compare.refused", count=len(refusals)), *lines])
    st.warning(said, icon=":material/block:")
