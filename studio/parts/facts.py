"""How a picture was made: prompt, settings, cost, the calls it took, and its receipt."""

from collections.abc import Iterable
from html import escape
from typing import Any

import streamlit as st
from easel_client import Attempt, Image

from studio import session
from studio.parts import when
from studio.parts.axis_words import model_title
from studio.parts.filters import task_name
from studio.parts.parameters import title
from studio.parts.price import dollars
from studio.parts.receipt import receipt, text
from studio.words import known, say


def facts(image: Image) -> None:
    """Draw what the record knows."""
    st.subheader(say("picture.prompt"), anchor=False)
    st.code(image.prompt or "—", language=None, wrap_lines=True)
    if image.negative_prompt:
        st.caption(say("picture.avoids", words=image.negative_prompt))
    st.subheader(say("picture.made"), anchor=False)
    st.html(table(_rows(image)))
    if image.attempts:
        with st.expander(say("picture.attempts"), icon=":material/receipt:"):
            for number, attempt in enumerate(image.attempts, 1):
                st.caption(_attempt(number, attempt))
    lines = session.generation(image.generation).receipt
    if lines:
        with st.expander(say("picture.receipt"), icon=":material/receipt_long:"):
            st.caption(say("picture.receipt_lead"))
            st.html(receipt(lines, image))


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return names and values as an HTML table; values are text."""
    cells = (
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in rows
    )
    return f'<table class="easel-facts">{"".join(cells)}</table>'


def _rows(image: Image) -> list[tuple[str, str]]:
    rows = [
        (say("picture.task"), task_name(image.task)),
        (say("picture.model"), _model(image.model)),
        (say("picture.size"), f"{image.width} × {image.height} · {(image.format or '').upper()}"),
    ]
    if image.seed is not None:
        rows.append((say("picture.seed"), str(image.seed)))
    rows += [(title(name).replace("`", ""), text(value)) for name, value in _own(image)]
    rows.append((say("picture.day", zone=when.zone()), when.local(image.created_at)))
    rows.append((say("picture.cost"), _cost(image)))
    return rows


def _model(model_id: str) -> str:
    """Return a model's title, and its id for who asks Bedrock."""
    title = model_title(model_id)
    return model_id if title == model_id else f"{title} · {model_id}"


def _own(image: Image) -> Iterable[tuple[str, Any]]:
    return ((name, value) for name, value in image.parameters.items() if value is not None)


def _cost(image: Image) -> str:
    spent = dollars(image.cost.spent)
    if not image.cost.unknown:
        return spent
    return f"{spent} · {say('picture.cost_unknown', unknown=dollars(image.cost.unknown))}"


def _attempt(number: int, attempt: Attempt) -> str:
    billed = f"picture.billed_{attempt.billed}"
    return say(
        "picture.attempt",
        number=number,
        outcome=attempt.outcome or "…",
        seconds="?" if attempt.seconds is None else f"{attempt.seconds:.1f}",
        region=attempt.region,
        billed=say(billed) if known(billed) else "…",
    )
