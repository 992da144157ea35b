"""The page `usage`: the tenant's month in money."""

from datetime import UTC, datetime
from decimal import ROUND_HALF_UP
from html import escape

import streamlit as st
from easel_client import Generation, Usage

from studio import session
from studio.parts import errors, when
from studio.parts.axis_words import model_title
from studio.parts.heading import heading
from studio.parts.price import dollars, in_cents
from studio.parts.spending import Line, by_model, shares
from studio.words import known, say

LATEST = 12
NEWEST = 200
"""Requests of the month that are summed by model, newest first."""

PARTS = ("spent", "unknown", "reserved", "left")


def show() -> None:
    """Draw the page."""
    with errors.friendly():
        usage = session.easel().usage()
        month = _of_month(usage.month)
        heading(say("usage.title"), say("usage.lead", tenant=usage.tenant, month=usage.month))
        _bar(usage)
        _amounts(usage)
        if not month:
            st.info(say("usage.none"))
            return
        _models(by_model(month), len(month))
        _latest(month[:LATEST])


def _of_month(month: str) -> list[Generation]:
    """Return the newest generations of a month like `2026-11`."""
    start = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
    found: list[Generation] = []
    cursor = None
    while len(found) < NEWEST:
        page = session.easel().generations(limit=100, cursor=cursor, created_after=start)
        found += page.data
        cursor = page.next_cursor
        if cursor is None:
            break
    return found[:NEWEST]


def _bar(usage: Usage) -> None:
    amounts = {name: dollars(getattr(usage, name)) for name in PARTS}
    label = escape(say("usage.bar", limit=dollars(usage.limit), **amounts))
    slices = "".join(
        f'<span class="{name}" style="flex-grow:{share:.5f}"></span>'
        for name, share in shares(usage).items()
        if share
    )
    st.html(f'<div class="budget" role="img" aria-label="{label}">{slices}</div>')


def _amounts(usage: Usage) -> None:
    for name, column in zip(PARTS, st.columns(len(PARTS)), strict=True):
        with column, st.container(key=f"amount_{name}"):
            amount = getattr(usage, name)
            # To the nearest cent, so that the four agree with the limit and with the table.
            shown, exact = in_cents(amount, rounding=ROUND_HALF_UP), dollars(amount)
            st.metric(say(f"usage.{name}"), shown, help=exact if exact != shown else None)
            st.caption(say(f"usage.about_{name}"))
    st.caption(say("usage.limit", limit=dollars(usage.limit)))
    enhanced = usage.enhancements
    if enhanced and enhanced.count:
        st.markdown(say("usage.enhanced", count=enhanced.count, spent=dollars(enhanced.spent)))


def _models(lines: list[Line], count: int) -> None:
    st.subheader(say("usage.models"), anchor=False)
    _table(
        {
            say("usage.model"): [model_title(line.model) for line in lines],
            say("usage.requests"): [str(line.requests) for line in lines],
            say("usage.images"): [str(line.images) for line in lines],
            say("usage.cost"): [dollars(line.spent) for line in lines],
        }
    )
    st.caption(say("usage.models_of", count=count))


def _latest(newest: list[Generation]) -> None:
    st.subheader(say("usage.latest"), anchor=False)
    _table(
        {
            say("usage.when", zone=when.zone()): [
                when.local(each.created_at, when.SHORT) for each in newest
            ],
            say("usage.task"): [_task(each.task) for each in newest],
            say("usage.model"): [model_title(each.model.used) for each in newest],
            say("usage.images"): [
                f"{each.counts.succeeded}/{each.counts.total}" for each in newest
            ],
            say("usage.status"): [say(f"usage.status_{each.status}") for each in newest],
            say("usage.cost"): [dollars(each.cost.spent + each.cost.unknown) for each in newest],
        }
    )


def _table(columns: dict[str, list[str]]) -> None:
    # Its annotation names types of libraries that are not installed.
    st.table(columns, hide_index=True)  # pyright: ignore[reportUnknownMemberType]


def _task(name: str) -> str:
    """Return a task's name for people; one that this studio does not know keeps the API's."""
    return say(f"tasks.{name}") if known(f"tasks.{name}") else name
