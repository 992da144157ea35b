"""The door's keeper: a key in, a tenant and its scopes out.

The gateway neither caches nor reads identities for us: keys come in either of
two headers, and a revoked one must fail within a minute. So we keep our own.
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
checked 2026-11-22.
"""

from functions import start  # isort: split

import time
from typing import Any

from functions.adapters.telemetry import logger
from functions.domain import signals
from functions.domain.errors import Unauthorized
from functions.domain.tenant import Key
from functions.use_cases.admit import admit, digest
from functions.wiring.keys import keys
from functions.wiring.meter import meter

KEEP_SECONDS = 60
MOST_KEPT = 1000

KEYS = keys()
METER = meter()
_kept: dict[str, tuple[float, Key]] = {}
start.over()


def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Let a request pass as its tenant, or raise what the gateway reads as 401."""
    secret = _secret(event.get("headers") or {})
    try:
        key = _admit(secret)
    except Unauthorized:
        context: dict[str, Any] = event.get("requestContext") or {}
        told = {"sent": bool(secret), "correlation_id": context.get("requestId", "")}
        logger.info("refused", extra=told)
        METER.emit([signals.KEYS_REFUSED.of()])
        # Anybody can make Lambda log this, so it is as short as it can be.
        raise Exception("Unauthorized") from None
    return {
        "principalId": key.id,
        "policyDocument": _allow(event["methodArn"]),
        "context": {
            "tenant": key.tenant,
            "key_id": key.id,
            "scopes": " ".join(sorted(key.scopes)),
        },
    }


def _admit(secret: str | None) -> Key:
    """Return a key, asking the table once a minute at most."""
    name = digest(secret or "")
    until, key = _kept.get(name, (0.0, None))
    if key and time.monotonic() < until:
        return key
    _kept.pop(name, None)
    key = admit(secret, KEYS)
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[name] = (time.monotonic() + KEEP_SECONDS, key)
    return key


def _secret(headers: dict[str, str]) -> str | None:
    """Return the secret in `Authorization: Bearer` or `x-api-key`."""
    lower = {name.lower(): value for name, value in headers.items()}
    kind, _, token = lower.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and token.strip():
        return token.strip()
    return lower.get("x-api-key")


def _allow(method_arn: str) -> dict[str, Any]:
    """Allow the whole stage: scopes are the API's to judge, per route."""
    stage = "/".join(method_arn.split("/")[:2])
    statement = {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": f"{stage}/*"}
    return {"Version": "2012-10-17", "Statement": [statement]}
