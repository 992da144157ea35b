"""Where a call is meant for."""

import base64

import pytest

from emulator.access import DEFAULT_REGION, region_of
from emulator.refusal import Refusal

SIGNED = (
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/bedrock/aws4_request, "
    "SignedHeaders=host;x-amz-date, Signature=abc"
)


def test_the_region_is_that_of_the_signature() -> None:
    assert region_of(SIGNED) == "us-east-1"


def test_a_long_term_key_means_the_default_region() -> None:
    assert region_of("Bearer ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl") == DEFAULT_REGION


def test_a_short_term_key_carries_its_region() -> None:
    scope = "AKID%2F20261122%2Fus-east-1%2Fbedrock%2Faws4_request"
    url = f"bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Credential={scope}"
    key = "bedrock-api-key-" + base64.b64encode(url.encode()).decode()

    assert region_of(f"Bearer {key}") == "us-east-1"


@pytest.mark.parametrize("header", [None, "", "Bearer "])
def test_a_call_that_nobody_signed_is_refused(header: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        region_of(header)

    assert (refused.value.status, refused.value.type) == (
        403,
        "MissingAuthenticationTokenException",
    )


def test_a_signature_for_another_service_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        region_of(SIGNED.replace("/bedrock/", "/s3/"))

    assert (refused.value.status, refused.value.type) == (403, "IncompleteSignatureException")
