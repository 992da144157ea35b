"""Keys: shown once, kept as a hash, taken back for good."""

from datetime import timedelta

import pytest

from functions.domain.errors import NotFound, Unauthorized
from functions.use_cases.admit import SECRET, admit, digest, mint, revoke
from tests.fakes import FakeKeyRing
from tests.samples import NOW

READ = frozenset({"read"})


def test_a_minted_key_opens_what_it_was_made_for() -> None:
    ring = FakeKeyRing()

    key, secret = mint("acme", READ, ring, now=NOW)

    assert admit(secret, ring) == key
    assert (key.tenant, key.scopes, key.created_at) == ("acme", READ, NOW)


def test_the_secret_is_not_kept() -> None:
    ring = FakeKeyRing()

    key, secret = mint("acme", READ, ring, now=NOW)

    assert secret not in repr(ring)
    assert key.hash == digest(secret)
    assert SECRET.fullmatch(secret)


def test_no_two_keys_are_alike() -> None:
    ring = FakeKeyRing()

    minted = [mint("acme", READ, ring, now=NOW) for _ in range(50)]

    assert len({secret for _, secret in minted}) == 50
    assert len({key.id for key, _ in minted}) == 50


@pytest.mark.parametrize("secret", [None, "", "easel_", "easel_" + "x" * 43, "x" * 5000])
def test_an_unknown_secret_opens_nothing(secret: str | None) -> None:
    with pytest.raises(Unauthorized):
        admit(secret, FakeKeyRing())


@pytest.mark.parametrize("by", ["id", "secret"])
def test_a_revoked_key_opens_nothing_however_it_was_named(by: str) -> None:
    ring = FakeKeyRing()
    key, secret = mint("acme", READ, ring, now=NOW)

    revoke(key.id if by == "id" else secret, ring, now=NOW + timedelta(days=1))

    with pytest.raises(Unauthorized):
        admit(secret, ring)


@pytest.mark.parametrize("name", ["key_unknown", "easel_" + "x" * 43])
def test_a_key_that_is_not_there_cannot_be_revoked(name: str) -> None:
    with pytest.raises(NotFound):
        revoke(name, FakeKeyRing(), now=NOW)


@pytest.mark.parametrize("tenant", ["", "Acme", "a#b", "-a", "a" * 64, "a b", "ten_a\n"])
def test_a_tenants_name_that_could_confuse_a_record_is_refused(tenant: str) -> None:
    with pytest.raises(ValueError, match="tenant"):
        mint(tenant, READ, FakeKeyRing(), now=NOW)


def test_an_unknown_scope_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no scope paint; one of generate, read, admin"):
        mint("acme", frozenset({"paint"}), FakeKeyRing(), now=NOW)
