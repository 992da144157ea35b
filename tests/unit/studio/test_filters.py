"""What the gallery's widgets mean as a query."""

from datetime import date

from studio.parts.filters import DAYS, LOVED, MODEL, PICKED, TASK, TEXT, asked


def test_what_is_not_chosen_is_not_asked() -> None:
    assert asked({}) == {}
    assert asked({TEXT: "  ", LOVED: False, PICKED: False, TASK: None, DAYS: ()}) == {}


def test_every_filter_has_its_place_in_the_query() -> None:
    state = {TEXT: " lake ", TASK: "inpaint", MODEL: "m", LOVED: True, PICKED: True}

    assert asked(state) == {
        "text": "lake",
        "task": "inpaint",
        "model": "m",
        "favourite": True,
        "picked": True,
    }


def test_the_last_day_is_included() -> None:
    assert asked({DAYS: (date(2026, 11, 1), date(2026, 11, 30))}) == {
        "created_after": "2026-11-01",
        "created_before": "2026-12-01",
    }


def test_one_day_alone_is_a_beginning() -> None:
    assert asked({DAYS: (date(2026, 11, 1),)}) == {"created_after": "2026-11-01"}
