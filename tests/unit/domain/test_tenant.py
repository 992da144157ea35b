"""A key may do what its scopes say."""

import pytest

from functions.domain.errors import MissingScope
from functions.domain.tenant import SCOPES, Caller, Scope


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_that_the_key_has_is_granted(scope: Scope) -> None:
    Caller("ten_a", "key_a", frozenset({scope})).must(scope)


@pytest.mark.parametrize("scope", SCOPES)
def test_no_other_scope_stands_in(scope: Scope) -> None:
    others = frozenset(SCOPES) - {scope}

    with pytest.raises(MissingScope) as refusal:
        Caller("ten_a", "key_a", others).must(scope)

    assert f"`{scope}`" in refusal.value.detail
    assert all(other in refusal.value.detail for other in others)


def test_a_key_without_scopes_is_told_so() -> None:
    with pytest.raises(MissingScope, match="none"):
        Caller("ten_a", "key_a", frozenset()).must("read")
