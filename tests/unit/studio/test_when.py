"""A time is the reader's own, and says whose clock it is."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import streamlit as st

from studio.parts import when

MOMENT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("browsers", "zone", "said"),
    [
        ("Asia/Seoul", "Asia/Seoul", "2026-11-23 03:30"),
        ("America/New_York", "America/New_York", "2026-11-22 13:30"),
        (None, "UTC", "2026-11-22 18:30"),
        ("Nowhere/Land", "UTC", "2026-11-22 18:30"),
        ("../etc/passwd", "UTC", "2026-11-22 18:30"),
        ("Asia", "UTC", "2026-11-22 18:30"),
    ],
)
def test_a_time_is_said_by_the_browsers_clock(
    browsers: str | None, zone: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(timezone=browsers))

    assert when.zone() == zone
    assert when.local(MOMENT) == said


def test_a_short_time_leaves_the_year_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(timezone="Asia/Seoul"))

    assert when.local(MOMENT, when.SHORT) == "11-23 03:30"
