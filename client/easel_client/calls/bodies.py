"""What calls send."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

PICTURE_ID = r"^(img|inp|upl)_[0-9A-Za-z_]{1,80}$"
"""Ids by which requests name pictures."""

_KINDS = {"img": "image_id", "inp": "input_id", "upl": "upload_id"}


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


def picture(named: str) -> dict[str, str]:
    """Return a picture as requests name it, by the id of an image, an input or an upload."""
    return {_KINDS[named.partition("_")[0]]: named}
