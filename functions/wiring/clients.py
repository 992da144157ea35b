"""botocore's clients, and how patient each of them is.

botocore, not boto3: boto3's resources and transfer manager are used nowhere here,
and importing them is an eighth of a cold start (`docs/decisions.md`).
"""

from functools import cache
from typing import Any

from botocore.config import Config
from botocore.handlers import (
    convert_body_to_file_like_object,  # pyright: ignore[reportUnknownVariableType]
)
from botocore.session import Session

LEAN: dict[str, Any] = {"parameter_validation": False, "user_agent": "Easel"}
"""What is sent is written by typed code of ours and held by tests; to look at it again,
and to compose a long user agent, is a quarter of botocore's CPU for a call."""

PATIENCE: dict[str, Any] = {
    "retries": {"mode": "standard", "total_max_attempts": 4},
    "connect_timeout": 3,
    **LEAN,
}
PATIENT = Config(**PATIENCE)


def invoking(timeout_seconds: int) -> Config:
    """Return how models are called: patiently, and exactly once.

    botocore would try again by itself, and each try would be a paid call that
    nobody wrote down.
    https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
    recommends a long read time-out; checked 2026-11-22.
    """
    return Config(
        retries={"mode": "standard", "total_max_attempts": 1},
        connect_timeout=5,
        read_timeout=timeout_seconds,
        tcp_keepalive=True,
        **LEAN,
    )


def writing() -> Config:
    """Return how the text model is called: exactly once, within the gateway's 29 s.

    What was not sent is tried again by us, so three tries to connect must fit as well.
    """
    patience = {"connect_timeout": 1, "read_timeout": 20}
    return Config(**(PATIENCE | patience | {"retries": {"total_max_attempts": 1}}))


def asking() -> Config:
    """Return how Bedrock is asked about models: for half a minute at most, if it hangs."""
    brief = {"retries": {"mode": "standard", "total_max_attempts": 2}, "read_timeout": 8}
    return Config(**(PATIENCE | brief))


def looking() -> Config:
    """Return how the darkroom is asked: twice at most, within the gateway's 29 s."""
    patience = {"connect_timeout": 1, "read_timeout": 13}
    brief = {"retries": {"mode": "standard", "total_max_attempts": 2}}
    return Config(**(PATIENCE | brief | patience))


def presigning() -> Config:
    """Return how S3 is addressed: virtual hosts, Regional, signature version 4."""
    return Config(
        signature_version="s3v4",
        s3={
            "addressing_style": "virtual",
            "us_east_1_regional_endpoint": "regional",
            "payload_signing_enabled": False,  # S3 compares our checksum, over TLS
        },
        **PATIENCE,
    )


def client(service: str, *, config: Config = PATIENT, region_name: str | None = None) -> Any:
    """Return a client of an AWS service, with the credentials that surround us."""
    made: Any = _session().create_client(service, region_name, config=config)  # pyright: ignore[reportUnknownMemberType]
    return made


def s3() -> Any:
    """Return a client of S3 that sends bytes as they are.

    botocore wraps them as a file, and for a file asks S3 for leave before it sends it
    (`Expect: 100-continue`): one more journey, whose answer it reads byte by byte, and
    then the file in slices. Real files, such as archives, still wait for leave.
    """
    made = client("s3", config=presigning())
    made.meta.events.unregister(
        "before-parameter-build.s3.PutObject", convert_body_to_file_like_object
    )
    return made


@cache
def _session() -> Session:
    return Session()
