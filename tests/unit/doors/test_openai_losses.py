"""Several hundred orders through OpenAI's SDK, whose answers get lost; one bill for each."""

import random
from collections import Counter

import openai
import pytest

from functions.domain.ledger import ImageRef
from tests.samples import TENANT
from tests.unit.doors.openai_client import Client
from tests.unit.doors.openai_sdk import Shop

ORDERS, SEED = 300, 20261122
MODELS = (3, 25, 60, 150)
LOSSES = ("come", "unreached", "cut", "504")


def test_every_accepted_image_is_billed_exactly_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, dice = Shop(client, monkeypatch), random.Random(SEED)
    lost: Counter[str] = Counter()
    asked = delivered = given_up = shared = 0
    for number in range(ORDERS):
        shop.takes, count = dice.choice(MODELS), dice.choice((1, 1, 2))
        sdk, gateway = shop.sdk(lambda: dice.choices(LOSSES, (80, 5, 5, 10))[0])
        prompt = f"order {number // 3}"  # thrice the same: a new one is not a retry
        before = client.generations
        try:
            if number % 5:
                answer = sdk.images.generate(prompt=prompt, n=count)
            else:
                answer = sdk.images.edit(image=b"a cat", prompt=prompt, n=count)
            delivered += len(answer.data or [])
            shared += count * (client.generations == before)
            assert number % 3 or client.generations > before
        except openai.APIError:
            given_up += 1
        assert client.generations - before <= 1
        asked += count * (client.generations - before)
        lost += gateway.fates
        _double(shop, dice)
    shop.pass_time(200)

    accepted = client.world.records.images_
    assert (len(accepted), shop.billed / len(accepted)) == (asked, 1.0)
    assert asked > ORDERS
    assert shared < 0.1 * asked  # a first try that got lost is not told from one that did not
    assert delivered - shared > 0.9 * asked
    assert given_up < 0.1 * ORDERS
    assert min(lost[fate] for fate in LOSSES) > 10
    assert not lost["too late"]
    print(f"{asked} accepted, {delivered} delivered, {given_up} gave up, {shared} shared: {lost}")


def _double(shop: Shop, dice: random.Random) -> None:
    """Deliver the message of any image once more."""
    tenant, ulid, number = dice.choice(sorted(shop.world.records.images_))
    assert tenant == TENANT
    shop.world.queue.send([ImageRef(tenant, f"img_{ulid}_{number:02d}")])
