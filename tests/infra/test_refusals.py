import json

import pytest

from functions.domain import errors
from functions.http.openai import errors as openai
from infra.refusals import OPENAI_CODES, REFUSALS, UNAUTHORIZED, Refusal
from tests.infra.cloud import Cloud, Properties

EXPECTED = {
    "UNAUTHORIZED": "401",
    "ACCESS_DENIED": "403",
    "MISSING_AUTHENTICATION_TOKEN": "404",
    "RESOURCE_NOT_FOUND": "404",
    "REQUEST_TOO_LARGE": "413",
    "THROTTLED": "429",
    "INTEGRATION_TIMEOUT": "504",
    "INTEGRATION_FAILURE": "504",
    "DEFAULT_4XX": None,
    "DEFAULT_5XX": None,
}


def answers(cloud: Cloud) -> dict[str, Properties]:
    found = cloud.all("AWS::ApiGateway::GatewayResponse").values()
    return {each["ResponseType"]: each for each in found}


def test_every_refusal_has_the_status_that_our_code_would_give(dev: Cloud) -> None:
    assert {kind: each.get("StatusCode") for kind, each in answers(dev).items()} == EXPECTED


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_refusal_reads_as_a_problem_and_as_openai_s_error(kind: str, dev: Cloud) -> None:
    ((media_type, body),) = answers(dev)[kind]["ResponseTemplates"].items()

    assert media_type == "application/json"
    problem = json.loads(body)
    assert {"type", "title", "code", "detail", "request_id"} <= set(problem)
    assert str(problem.get("status", EXPECTED[kind])) == str(EXPECTED[kind])
    assert set(problem["error"]) == {"message", "type", "code", "param"}
    code = problem["code"]
    assert problem["error"]["code"] == OPENAI_CODES.get(code, code)


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_page_of_any_origin_can_read_a_refusal(kind: str, dev: Cloud) -> None:
    headers = answers(dev)[kind]["ResponseParameters"]

    assert headers["gatewayresponse.header.Access-Control-Allow-Origin"] == "'*'"
    assert headers["gatewayresponse.header.Content-Type"] == "'application/problem+json'"


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_refusal_carries_the_headers_of_our_own(kind: str, dev: Cloud) -> None:
    headers = answers(dev)[kind]["ResponseParameters"]

    assert headers["gatewayresponse.header.X-Request-Id"] == "context.requestId"
    assert headers["gatewayresponse.header.Cache-Control"] == "'no-store'"
    assert "X-Request-Id" in headers["gatewayresponse.header.Access-Control-Expose-Headers"]


@pytest.mark.parametrize("kind", ["THROTTLED", "INTEGRATION_TIMEOUT"])
def test_a_refusal_that_a_retry_can_help_says_when(kind: str, dev: Cloud) -> None:
    assert "gatewayresponse.header.Retry-After" in answers(dev)[kind]["ResponseParameters"]


def test_a_missing_key_is_challenged(dev: Cloud) -> None:
    headers = answers(dev)["UNAUTHORIZED"]["ResponseParameters"]

    assert headers["gatewayresponse.header.WWW-Authenticate"] == "'Bearer'"


def test_templates_hold_only_the_variables_that_gateway_responses_know() -> None:
    for refusal in REFUSALS.values():
        assert refusal.body.count("$") == refusal.body.count("$context.requestId") == 1


@pytest.mark.parametrize(
    ("refusal", "error"),
    [
        (UNAUTHORIZED, errors.Unauthorized),
        (next(each for each in REFUSALS.values() if each.status == 404), errors.NotFound),
        (next(each for each in REFUSALS.values() if each.status == 413), errors.PayloadTooLarge),
    ],
)
def test_the_gateway_uses_the_words_of_our_code(
    refusal: Refusal, error: type[errors.EaselError]
) -> None:
    theirs = openai.document(error("no"))["error"]
    own = json.loads(refusal.body)["error"]
    assert (own["type"], own["code"]) == (theirs["type"], theirs["code"])
    assert (refusal.status, refusal.code) == (error.status, error.code)
    assert refusal.title == error.title
