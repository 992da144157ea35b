"""One real event for each door, as AWS sends it."""

import json
from typing import Any

from functions.adapters import sqs
from functions.domain.ledger import ImageRef

HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/json",
    "Host": "abc123.execute-api.us-west-2.amazonaws.com",
    "Idempotency-Key": "bench-1",
    "User-Agent": "bench",
    "X-Forwarded-For": "192.0.2.1",
}
ASKED = {"prompt": "a lake at dawn", "model": "stable-image-core", "seed": 7}


def painter(ref: ImageRef) -> dict[str, Any]:
    """Return SQS's event with one message."""
    return {"Records": [{"messageId": "message-1", "body": sqs.write(ref)}]}


def authorizer(secret: str) -> dict[str, Any]:
    """Return the gateway's question whether a key may pass."""
    return {
        "type": "REQUEST",
        "methodArn": "arn:aws:execute-api:us-west-2:111122223333:abc123/api/POST/v1/generations",
        "headers": {**HEADERS, "Authorization": f"Bearer {secret}"},
    }


def api(tenant: str, *, headers: dict[str, str] | None = None, count: int = 1) -> dict[str, Any]:
    """Return the gateway's `POST /v1/generations` for so many images."""
    sent = HEADERS | (headers or {})
    return {
        "httpMethod": "POST",
        "path": "/v1/generations",
        "resource": "/{proxy+}",
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "body": json.dumps(ASKED | {"count": count}),
        "isBase64Encoded": False,
        "requestContext": {
            "path": "/api/v1/generations",
            "stage": "api",
            "requestId": "request-1",
            "authorizer": {"tenant": tenant, "key_id": "key_a", "scopes": "generate read"},
        },
    }
