"""Saved queries ask for fields that the doors, the gateway and Lambda really write."""

import re

import pytest

from infra.queries import API, AUTHORIZER, CARETAKER, DOORS, GATEWAY, PAINTER, QUERIES, Query
from tests.unit.doors.everything import Doors, live
from tests.unit.doors.logged import lines

OF_LAMBDA = {"@timestamp", "@log", "@type", "@initDuration"}
"""https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
checked 2026-11-22."""

LANGUAGE = {
    *("fields", "filter", "stats", "sort", "limit", "by", "as", "and", "or", "in", "asc", "desc"),
    *("count", "sum", "pct", "max", "min", "avg", "bin", "ispresent", "5m"),
}


def fields_of(query: Query) -> set[str]:
    """Return the fields that a query reads; names that it makes by `as` are its own."""
    text = re.sub(r'"[^"]*"', "", query.text)
    made = set(re.findall(r"\bas (\w+)", text))
    return set(re.findall(r"@?[a-zA-Z_]\w*", text)) - LANGUAGE - made - {"m"}


@pytest.fixture
def written(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Every field that each door logged while everything happened, and the gateway's."""
    with lines(monkeypatch) as found:
        live(doors)
    fields: dict[str, set[str]] = {name: set() for name in DOORS}
    for line in found:
        door = _door_of(line)
        fields[door] |= set(line)
    return {**fields, GATEWAY: _access_log()}


@pytest.mark.parametrize("query", QUERIES, ids=lambda each: each.name)
def test_asks_only_for_what_is_logged(query: Query, written: dict[str, set[str]]) -> None:
    known = set().union(*(written[name] for name in query.logs)) | OF_LAMBDA

    assert fields_of(query) <= known


def test_the_fields_of_a_query_are_found() -> None:
    query = Query("q", (), 'filter a = "b c" | stats count(*) as n, pct(d, 50) by bin(5m), @log')

    assert fields_of(query) == {"a", "d", "@log"}


def test_queries_look_only_into_logs_that_exist() -> None:
    assert {name for query in QUERIES for name in query.logs} <= {GATEWAY, *DOORS}


def _door_of(line: dict[str, object]) -> str:
    if line["message"] == "refused":
        return AUTHORIZER
    if "route" in line:
        return API
    return CARETAKER if line["message"] == "cared" else PAINTER


def _access_log() -> set[str]:
    from infra.api import ACCESS_LOG

    return set(ACCESS_LOG)
