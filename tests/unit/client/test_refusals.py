"""What a refusal becomes."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import easel_client
import httpx
import pytest
from easel_client import EaselError, Fault, UnexpectedAnswer
from easel_client.refusals import retry_after

from tests.unit.client.service import AT_ONCE, URL, Caller, Service, both, ok, problem


@both
@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "InvalidRequest"),
        (401, "Unauthorized"),
        (402, "BudgetExhausted"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (409, "Conflict"),
        (410, "Gone"),
        (413, "TooLarge"),
        (415, "EaselError"),
        (422, "KeyReused"),
        (429, "TooManyRequests"),
        (503, "Unavailable"),
    ],
)
def test_each_status_is_an_error_of_its_name(call: Caller, status: int, name: str) -> None:
    with pytest.raises(EaselError) as caught:
        call(Service(problem(status)), "usage")

    assert type(caught.value) is getattr(easel_client, name)
    assert caught.value.status == status


def test_a_problem_document_is_told_whole() -> None:
    fault = {"pointer": "/count", "code": "out_of_range", "detail": "1 to 10"}
    service = Service(problem(400, "invalid_parameter", errors=[fault]))

    with pytest.raises(EaselError) as caught, easel_client.Easel(URL, transport=service) as easel:
        easel.plan(count=99)

    error = caught.value
    assert (error.code, error.title, error.detail) == ("invalid_parameter", "T", "D.")
    assert error.errors == (Fault("/count", "out_of_range", "1 to 10"),)
    assert error.request_id == "r-1"
    assert str(error) == "D."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (httpx.Response(403, json={"message": "Forbidden"}), "Forbidden"),
        (
            httpx.Response(403, text="<Error><Message>Request has expired</Message></Error>"),
            "Request has expired",
        ),
        (httpx.Response(404, text="<html>not here</html>"), "404 Not Found"),
        (httpx.Response(400, json=["no document"]), "400 Bad Request"),
        (httpx.Response(400, json={"errors": "none", "detail": "D."}), "D."),
    ],
)
def test_what_is_no_problem_document_still_says_something(answer, said) -> None:
    with (
        pytest.raises(EaselError) as caught,
        easel_client.Easel(URL, transport=Service(answer)) as easel,
    ):
        easel.usage()

    assert said in caught.value.detail


@both
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, text="<html>a login page</html>"),
        ok({"hello": "world"}),
        ok([]),
        ok(None),
        ok(
            {
                "tenant": "t",
                "month": "m",
                "limit": "x",
                "spent": "0",
                "reserved": "0",
                "unknown": "0",
                "left": "0",
            }
        ),
    ],
)
def test_another_services_answer_is_named_as_such(call: Caller, answer) -> None:
    with pytest.raises(UnexpectedAnswer):
        call(Service(answer), "usage")


@pytest.mark.parametrize("said", ["", "soon", "-3", "1e9", "²", "99999999999"])
def test_a_wish_to_wait_that_cannot_be_read_is_none(said: str) -> None:
    assert retry_after(httpx.Response(503, headers={"Retry-After": said.encode()})) is None


def test_a_wish_to_wait_may_be_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)

    assert 58 < retry_after(httpx.Response(503, headers={"Retry-After": at})) <= 60


@both
def test_health_is_a_word_and_never_an_error(call: Caller) -> None:
    assert call(Service(ok({"status": "ok"})), "healthy") is True
    assert call(Service(httpx.ConnectError("refused")), "healthy") is False
    assert AT_ONCE.times == 4
