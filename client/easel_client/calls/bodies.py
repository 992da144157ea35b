"""What calls send."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import quote


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given a value: None is not sent."""
    return {name: value for name, value in values.items() if value is not None}


def query(filters: Mapping[str, Any]) -> dict[str, str]:
    """Return filters as a query has them.

    `False` leaves a filter out: the API knows no "only those that are not".
    """
    return {name: _word(value) for name, value in given(filters).items() if value is not False}


def path(*steps: str) -> str:
    """Return a path below the API's address; a step may hold anything, as models' ids do."""
    return "/".join(("v1", *(quote(step, safe="") for step in steps)))


def _word(value: Any) -> str:
    if value is True:
        return "true"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
