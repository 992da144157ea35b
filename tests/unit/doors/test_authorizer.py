from datetime import UTC, datetime
from traceback import format_exception
from types import ModuleType

import pytest

from functions.use_cases.admit import mint, revoke
from tests.fakes import FakeKeyRing
from tests.unit.doors.conftest import SETTINGS
from tests.unit.doors.logged import lines

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ARN = "arn:aws:execute-api:us-west-2:123456789012:abc/api/GET/v1/images"


@pytest.fixture
def keys() -> FakeKeyRing:
    return FakeKeyRing()


@pytest.fixture
def authorizer(keys: FakeKeyRing, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import authorizer as module

    monkeypatch.setattr(module, "KEYS", keys)
    monkeypatch.setattr(module, "_kept", {})
    return module


def _mint(keys: FakeKeyRing) -> tuple[str, str]:
    key, secret = mint("acme", frozenset({"read", "generate"}), keys, now=NOW)
    return key.id, secret


@pytest.mark.parametrize("header", ["Authorization", "authorization", "x-api-key", "X-Api-Key"])
def test_a_key_opens_in_either_header(
    header: str, authorizer: ModuleType, keys: FakeKeyRing
) -> None:
    key_id, secret = _mint(keys)
    value = f"Bearer {secret}" if header.lower() == "authorization" else secret

    allowed = authorizer.handler({"headers": {header: value}, "methodArn": ARN}, None)

    assert allowed["context"] == {"tenant": "acme", "key_id": key_id, "scopes": "generate read"}
    statement = allowed["policyDocument"]["Statement"][0]
    assert statement["Effect"] == "Allow"
    assert statement["Resource"] == "arn:aws:execute-api:us-west-2:123456789012:abc/api/*"


@pytest.mark.parametrize(
    "headers", [None, {}, {"x-api-key": ""}, {"authorization": "Basic eA=="}, {"x-api-key": "no"}]
)
def test_everything_else_is_the_gateways_401(
    headers: dict[str, str] | None, authorizer: ModuleType
) -> None:
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        authorizer.handler({"headers": headers, "methodArn": ARN}, None)


def test_a_stranger_writes_no_more_into_our_log_than_the_refusal(authorizer: ModuleType) -> None:
    with pytest.raises(Exception, match=r"^Unauthorized$") as refused:
        authorizer.handler({"headers": {}, "methodArn": ARN}, None)

    trace = "".join(format_exception(refused.value))
    assert trace.count("Traceback") == 1


def test_a_revoked_key_fails_within_a_minute(
    authorizer: ModuleType, keys: FakeKeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(authorizer.time, "monotonic", lambda: clock[0])
    key_id, secret = _mint(keys)
    event = {"headers": {"x-api-key": secret}, "methodArn": ARN}
    authorizer.handler(event, None)
    revoke(key_id, keys, now=NOW)

    authorizer.handler(event, None)  # still kept
    clock[0] += authorizer.KEEP_SECONDS + 1

    with pytest.raises(Exception, match=r"^Unauthorized$"):
        authorizer.handler(event, None)


def test_what_is_kept_is_bounded_and_holds_no_secret(
    authorizer: ModuleType, keys: FakeKeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authorizer, "MOST_KEPT", 3)
    for _ in range(10):
        _, secret = _mint(keys)
        authorizer.handler({"headers": {"x-api-key": secret}, "methodArn": ARN}, None)
        assert secret not in str(authorizer._kept)

    assert len(authorizer._kept) <= 3


def test_a_refusal_is_logged_with_the_gateways_id(
    authorizer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = {"headers": {}, "methodArn": ARN, "requestContext": {"requestId": "request-1"}}

    with lines(monkeypatch) as found, pytest.raises(Exception, match="Unauthorized"):
        authorizer.handler(event, None)

    (line,) = found
    assert (line["message"], line["correlation_id"]) == ("refused", "request-1")
