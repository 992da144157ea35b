import pytest
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ParamValidationError,
)

from functions.adapters.outage import is_outage


def _answer(code: str, status: int) -> ClientError:
    error = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(error, "Query")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "error",
    [
        _answer("InternalServerError", 500),
        _answer("ServiceUnavailable", 503),
        _answer("SlowDown", 503),
        _answer("ThrottlingException", 400),
        _answer("ProvisionedThroughputExceededException", 400),
        EndpointConnectionError(endpoint_url="https://x"),
        ConnectTimeoutError(endpoint_url="https://x"),
    ],
)
def test_the_clouds_moments_pass(error: Exception) -> None:
    assert is_outage(error)


@pytest.mark.parametrize(
    "error",
    [
        _answer("AccessDeniedException", 400),
        _answer("ValidationException", 400),
        _answer("ResourceNotFoundException", 400),
        ParamValidationError(report="wrong"),
        ValueError("ours"),
    ],
)
def test_our_own_faults_do_not(error: Exception) -> None:
    assert not is_outage(error)
