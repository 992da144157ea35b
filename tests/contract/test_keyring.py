"""What the key ring promises, kept by DynamoDB and by its twin alike."""

from datetime import timedelta

from functions.domain.ports.keys import KeyRing
from functions.domain.tenant import Key
from tests.samples import NOW


def a_key(tenant: str, **changes: object) -> Key:
    known = {
        "id": f"key_{tenant}",
        "hash": f"hash of {tenant}",
        "tenant": tenant,
        "scopes": frozenset({"read", "generate"}),
        "created_at": NOW,
    }
    return Key(**(known | changes))


def test_a_key_is_found_by_its_hash_and_by_its_id(keyring: KeyRing, tenant: str) -> None:
    key = a_key(tenant)

    keyring.add(key)

    assert keyring.by_hash(key.hash) == key
    assert keyring.by_id(key.id) == key


def test_a_key_without_scopes_reads_back(keyring: KeyRing, tenant: str) -> None:
    key = a_key(tenant, scopes=frozenset())

    keyring.add(key)

    assert keyring.by_hash(key.hash) == key


def test_an_unknown_key_is_none(keyring: KeyRing, tenant: str) -> None:
    assert keyring.by_hash(f"hash of {tenant}") is None
    assert keyring.by_id(f"key_{tenant}") is None


def test_a_revoked_key_says_since_when(keyring: KeyRing, tenant: str) -> None:
    key = a_key(tenant)
    keyring.add(key)

    keyring.revoke(key, NOW)

    found = keyring.by_hash(key.hash)
    assert found is not None
    assert found.revoked_at == NOW


def test_revoking_again_keeps_the_first_time(keyring: KeyRing, tenant: str) -> None:
    key = a_key(tenant)
    keyring.add(key)
    keyring.revoke(key, NOW)

    keyring.revoke(key, NOW + timedelta(days=1))

    found = keyring.by_id(key.id)
    assert found is not None
    assert found.revoked_at == NOW
