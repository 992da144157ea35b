"""What went wrong with a call of Bedrock, sorted into the words of the outcome table.

Errors and their statuses are those of the service model (InvokeModel and Converse,
2023-09-30) and https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
checked 2026-11-22.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    CredentialRetrievalError,
    EndpointConnectionError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
    ProxyConnectionError,
)

from functions.domain.outcome import CallFailed, Outcome

BY_CODE: dict[str, Outcome] = {
    "ThrottlingException": "throttled",
    "ModelNotReadyException": "throttled",
    "ModelTimeoutException": "interrupted",
    "ModelErrorException": "interrupted",
    "InternalServerException": "interrupted",
    "ServiceUnavailableException": "interrupted",
}

BY_STATUS: dict[int, Outcome] = {408: "interrupted", 424: "interrupted", 429: "throttled"}
"""For codes that we do not know; any other 4xx was refused, 5xx interrupted."""

BLOCKED = "blocked by our content filters"
"""How Amazon's models refuse a prompt: a 400 whose text says so. Reported by
users; AWS does not document the text."""

LABEL = "easel-attempt"
"""Ties a line of the account's invocation logs to an attempt of ours."""

CORRELATION = "easel-correlation"
"""Ties it to the request that asked, and so to every log of ours. At most 16 labels go
along, of 256 characters each: botocore's model of Converse, checked 2026-11-22."""

NEVER_SENT = (
    EndpointConnectionError,
    ConnectTimeoutError,
    ProxyConnectionError,
    NoCredentialsError,
    PartialCredentialsError,
    CredentialRetrievalError,
    ParamValidationError,
)


@contextmanager
def called() -> Generator[None]:
    """Turn what a call raises into `CallFailed`, with the word of the outcome table."""
    try:
        yield
    except ClientError as error:
        raise _failed(error) from error
    except NEVER_SENT as error:
        raise CallFailed("not_sent", str(error)) from error
    except (BotoCoreError, OSError) as error:
        raise CallFailed("interrupted", str(error)) from error


def labels(attempt_id: str, correlation_id: str) -> dict[str, str]:
    """Return what a call is found by in the account's invocation logs."""
    return {LABEL: attempt_id} | ({CORRELATION: correlation_id} if correlation_id else {})


def _failed(error: ClientError) -> CallFailed:
    response: Any = error.response
    code = response["Error"].get("Code", "")
    status = response["ResponseMetadata"].get("HTTPStatusCode", 0)
    words = f"{code}: {response['Error'].get('Message', '')}"
    otherwise: Outcome = "refused" if 400 <= status < 500 else "interrupted"
    outcome = BY_CODE.get(code) or BY_STATUS.get(status) or otherwise
    if outcome == "refused" and BLOCKED in words:
        outcome = "blocked"
    return CallFailed(outcome, words, response["ResponseMetadata"].get("RequestId"))
