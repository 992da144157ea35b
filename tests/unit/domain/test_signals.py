"""The table of metrics: its names are events, its bill is known."""

import re
from pathlib import Path

from functions.domain.signals import SIGNALS

DECISIONS = (Path(__file__).parents[3] / "docs/decisions.md").read_text("utf-8")


def test_no_two_signals_share_a_name() -> None:
    assert len({each.name for each in SIGNALS}) == len(SIGNALS)


def test_every_signal_says_what_it_means() -> None:
    assert all(re.fullmatch(r"[A-Z].{10,90}", each.means) for each in SIGNALS)


def test_a_second_dimension_is_bounded_by_values_or_by_the_catalogue() -> None:
    for each in SIGNALS:
        assert bool(each.values) == (each.by not in (None, "model")), each.name


def test_the_decisions_tell_how_many_metrics_are_billed() -> None:
    fixed = sum(len(each.values) or 1 for each in SIGNALS if each.by != "model")
    by_model = sum(each.by == "model" for each in SIGNALS)

    assert f"{fixed} metrics and {by_model} for each callable model" in DECISIONS


def test_a_signals_name_tells_its_unit() -> None:
    for each in SIGNALS:
        starts = {"Seconds": "Seconds", "Usd": "None"}
        expected = next((unit for word, unit in starts.items() if each.name.startswith(word)), None)
        assert each.unit == (expected or "Count"), each.name
