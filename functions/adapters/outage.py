"""Whether a fault is the cloud's for a moment, so that a retry can help.

What the adapters raise beyond their own words comes from botocore: its own
errors (no connection, time-outs) and answers of 5xx or throttling after boto3's
retries. All else is a fault of ours.
"""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

THROTTLED = frozenset(
    {
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "SlowDown",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
    }
)


def is_outage(error: Exception) -> bool:
    """Whether the same request may work soon."""
    if isinstance(error, ClientError):
        return _is_theirs(error)
    return isinstance(error, BotoCoreError) and not isinstance(error, ParamValidationError)


def _is_theirs(error: ClientError) -> bool:
    response: Any = error.response
    status: int = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return status >= 500 or response["Error"].get("Code") in THROTTLED
