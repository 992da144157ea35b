"""What the queue promises, kept by SQS and by its twin alike."""

from functions.domain.ledger import ImageRef
from tests.contract.conftest import Carrier


def test_every_image_that_was_sent_arrives(carrier: Carrier) -> None:
    sent = [ImageRef("ten_a", f"img_{number:02d}") for number in range(23)]

    accepted = carrier.queue.send(sent)

    arrived = carrier.receive()
    assert accepted
    assert sorted(arrived, key=lambda ref: ref.image_id) == sent


def test_a_delayed_image_does_not_arrive_yet(carrier: Carrier) -> None:
    accepted = carrier.queue.send([ImageRef("ten_a", "img_00")], delay_seconds=900)

    assert accepted
    assert carrier.receive() == []


def test_nothing_to_send_is_sent_at_once(carrier: Carrier) -> None:
    assert carrier.queue.send([])
    assert carrier.receive() == []
