import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.errors import InvalidCursor
from functions.http import cursors

AFTER = "gen_01ARZ3NDEKTSV4RRFFQ69G5FAV"
IMAGE = "img_01ARZ3NDEKTSV4RRFFQ69G5FAV_03"


def test_a_cursor_leads_back_to_where_it_was_made() -> None:
    assert cursors.read("generations", "acme", cursors.write("generations", "acme", AFTER)) == AFTER
    assert cursors.read("images", "acme", cursors.write("images", "acme", IMAGE)) == IMAGE


@given(st.integers(0, 200), st.characters(codec="ascii"))
def test_a_changed_cursor_is_refused(place: int, character: str) -> None:
    real = cursors.write("generations", "acme", AFTER)
    place %= len(real)
    changed = real[:place] + character + real[place + 1 :]

    if changed != real and place < len(real) - 1:
        with pytest.raises(InvalidCursor):
            cursors.read("generations", "acme", changed)


@given(st.text(max_size=100))
def test_what_we_did_not_make_is_refused(text: str) -> None:
    with pytest.raises(InvalidCursor):
        cursors.read("generations", "acme", text)


def test_another_tenants_cursor_and_another_lists_are_refused() -> None:
    cursor = cursors.write("generations", "acme", AFTER)

    for kind, tenant in (("generations", "globex"), ("images", "acme")):
        with pytest.raises(InvalidCursor, match="next_cursor"):
            cursors.read(kind, tenant, cursor)  # type: ignore[arg-type]
