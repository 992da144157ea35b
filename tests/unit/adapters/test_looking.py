"""Both ends of the darkroom: the function that looks, and who asks it."""

import io
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from functions.adapters.darkroom import LambdaDarkroom
from functions.adapters.looking import PillowDarkroom
from functions.domain.errors import Unavailable
from functions.domain.source import MOST_SOURCE_BYTES, Flaw, Measured, Place
from tests.unit.adapters.files import noise, written
from tests.unit.adapters.s3 import ABucket

PICTURE = written(noise())
PLACES = {"image": Place(key="uploads/acme/1")}


@pytest.mark.parametrize("refusal", ["NoSuchKey", "AccessDenied"])
def test_what_is_not_there_is_missing_whether_or_not_we_may_list(refusal: str) -> None:
    bucket = ABucket({}, refusal=refusal)

    found = PillowDarkroom(bucket, "b").measure(PLACES)

    assert found == {"image": Flaw("missing", "there is no file")}


def test_another_refusal_of_s3_is_not_the_picture_s_fault() -> None:
    bucket = ABucket({}, refusal="SlowDown")

    with pytest.raises(ClientError):
        PillowDarkroom(bucket, "b").measure(PLACES)


def test_an_object_that_is_too_large_is_refused_before_its_body_is_read() -> None:
    bucket = ABucket({"uploads/acme/1": PICTURE}, sizes={"uploads/acme/1": MOST_SOURCE_BYTES + 1})

    found = PillowDarkroom(bucket, "b").measure(PLACES)

    assert isinstance(found["image"], Flaw)
    assert found["image"].code == "too_large"
    assert bucket.read == []


def test_one_flawed_picture_does_not_keep_the_others_from_being_measured() -> None:
    found = PillowDarkroom(ABucket({}), "b").measure(
        {"image": Place(raw=b"GIF89a"), "mask": Place(raw=PICTURE)}
    )

    assert isinstance(found["image"], Flaw)
    assert isinstance(found["mask"], Measured)


class Client:
    """Lambda, answering as it is told."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def invoke(self, **_: Any) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def a_client_error(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code}}, "Invoke")


@pytest.mark.parametrize(
    "answer",
    [
        a_client_error("TooManyRequestsException"),
        a_client_error("ServiceException"),
        EndpointConnectionError(endpoint_url="https://lambda.example"),
        ReadTimeoutError(endpoint_url="https://lambda.example"),
        {
            "FunctionError": "Unhandled",
            "Payload": io.BytesIO(b'{"errorMessage": "Task timed out after 12.00 seconds"}'),
        },
        {"FunctionError": "Unhandled", "Payload": io.BytesIO(b"null")},
        {"FunctionError": "Unhandled", "Payload": io.BytesIO(b"")},
    ],
)
def test_a_darkroom_that_does_not_answer_can_be_asked_again_soon(answer: Any) -> None:
    darkroom = LambdaDarkroom(lambda: Client(answer), "darkroom")

    with pytest.raises(Unavailable) as busy:
        darkroom.measure(PLACES)

    assert (busy.value.status, busy.value.retry_after) == (503, 2)


def test_no_client_is_made_before_the_first_picture() -> None:
    made: list[Client] = []

    def client() -> Client:
        made.append(Client({"Payload": io.BytesIO(b"{}")}))
        return made[-1]

    darkroom = LambdaDarkroom(client, "darkroom")
    assert not made
    darkroom.measure(PLACES)

    assert len(made) == 1
