"""Queries and headers that several routes take."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Header, Query

Limit = Annotated[int, Query(ge=1, le=100, description="Items on a page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next_cursor` of a page")]
Prefer = Annotated[str | None, Header(description="`wait=n`: hold the answer up to n seconds")]
Accept = Annotated[str | None, Header(description="`application/json`: no redirect")]
