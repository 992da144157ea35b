"""Messages: ten a call, partial failures counted, and no failure that stops a request."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from functions.adapters.sqs import SQSPaintQueue, read, write
from functions.domain.ledger import ImageRef

REFS = [ImageRef("ten_a", f"img_{number:02d}") for number in range(23)]


class Line:
    """SQS, refusing what it is told to."""

    def __init__(self, *, refuses: tuple[str, ...] = (), breaks_at: int | None = None) -> None:
        self.refuses, self.breaks_at = refuses, breaks_at
        self.batches: list[list[dict[str, Any]]] = []

    def send_message_batch(self, *, QueueUrl: str, Entries: list[dict[str, Any]]) -> Any:  # noqa: N803
        assert QueueUrl == "https://queue"
        self.batches.append(Entries)
        if len(self.batches) - 1 == self.breaks_at:
            raise EndpointConnectionError(endpoint_url=QueueUrl)
        failed = [each for each in Entries if read(each["MessageBody"]).image_id in self.refuses]
        taken = [each for each in Entries if each not in failed]
        answer = {"Successful": [{"Id": each["Id"]} for each in taken]}
        return answer | ({"Failed": [{"Id": each["Id"]} for each in failed]} if failed else {})


def test_messages_go_ten_a_call_and_each_goes_once() -> None:
    line = Line()

    accepted = SQSPaintQueue(line, "https://queue").send(REFS)

    assert accepted
    assert [len(batch) for batch in line.batches] == [10, 10, 3]
    assert [read(each["MessageBody"]) for batch in line.batches for each in batch] == REFS
    assert all(len({each["Id"] for each in batch}) == len(batch) for batch in line.batches)


def test_tenants_are_message_groups_and_a_delay_is_each_messages_own() -> None:
    line = Line()
    queue = SQSPaintQueue(line, "https://queue")

    queue.send(REFS[:1])
    queue.send(REFS[:1], delay_seconds=900)

    now, later = (batch[0] for batch in line.batches)
    assert now["MessageGroupId"] == later["MessageGroupId"] == "ten_a"
    assert "DelaySeconds" not in now
    assert later["DelaySeconds"] == 900


@pytest.mark.parametrize("refused", ["img_00", "img_15", "img_22"])
def test_one_message_that_sqs_refuses_is_told_and_the_others_go(refused: str) -> None:
    line = Line(refuses=(refused,))

    assert not SQSPaintQueue(line, "https://queue").send(REFS)
    assert len(line.batches) == 3


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_sqs_out_of_reach_is_told_and_is_no_error(
    at: int, caplog: pytest.LogCaptureFixture
) -> None:
    line = Line(breaks_at=at)

    assert not SQSPaintQueue(line, "https://queue").send(REFS)
    assert "SQS" in caplog.text


def test_an_sqs_that_refuses_is_no_error_either() -> None:
    class Denying:
        def send_message_batch(self, **_: Any) -> Any:
            raise ClientError({"Error": {"Code": "AccessDenied"}}, "SendMessageBatch")

    assert not SQSPaintQueue(Denying(), "https://queue").send(REFS)


def test_a_message_carries_whose_image_and_which_and_nothing_else() -> None:
    assert json.loads(write(REFS[0])) == {"tenant": "ten_a", "image_id": "img_00"}
    assert read(write(REFS[0])) == REFS[0]


@pytest.mark.parametrize("body", ["", "{", "[]", "7", "null", '"x"', "{}", '{"tenant": "a"}'])
def test_a_message_that_is_not_ours_is_told_apart(body: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read(body)
