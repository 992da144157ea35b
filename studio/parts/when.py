"""Times as the reader's clock says them."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

SHORT, LONG = "%m-%d %H:%M", "%Y-%m-%d %H:%M"


def zone() -> str:
    """Return the name of the browser's time zone; `UTC` where it or we know none."""
    return str(_zone())


def local(moment: datetime, form: str = LONG) -> str:
    """Return a moment in the browser's time zone."""
    return moment.astimezone(_zone()).strftime(form)


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown here, no key, a folder
        return UTC
