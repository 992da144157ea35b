"""Queries and headers that several routes take."""

import re
from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Header, Query
from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from functions.http.fields import VISIBLE
from functions.http.times import Moment


def _digits(text: Any) -> Any:
    """Refuse `1.0`, ` 5` and `1_0`, which Python's own reading of a whole number takes."""
    if isinstance(text, str) and not re.fullmatch("-?[0-9]{1,9}", text):
        raise PydanticCustomError("malformed", "a whole number in digits, such as 20")
    return text


Limit = Annotated[
    int, Field(ge=1, le=100), BeforeValidator(_digits), Query(description="Items on a page")
]
Cursor = Annotated[
    str | None,
    Query(
        max_length=500,
        description="`next_cursor` of a page. It is a position in this list, newest first, "
        "and works with other filters too",
    ),
]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=VISIBLE,
        description="Send the same key again to get the same result, not another",
    ),
]
Prefer = Annotated[str | None, Header(description="`wait=n`: hold the answer up to n seconds")]
Accept = Annotated[str | None, Header(description="`application/json`: no redirect")]

Model = Annotated[
    str | None, Query(max_length=200, description="Only of this model: its id or short name")
]
Task = Annotated[str | None, Query(max_length=50, description="Only of this task")]
CreatedAfter = Annotated[
    Moment | None, Query(description="Only what was asked for at or after this time or day (UTC)")
]
CreatedBefore = Annotated[
    Moment | None, Query(description="Only what was asked for before this time or day (UTC)")
]

ADDRESS: dict[int, Any] = {
    200: {"description": "The address, with `Accept: application/json`"},
    302: {"description": "To a fresh presigned address; do not send the key along"},
}
