"""The client against the deployed service: every call once, and the laws that need a service."""

import asyncio
import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest
from easel_client import (
    AsyncEasel,
    Conflict,
    Easel,
    Generation,
    InvalidRequest,
    KeyReused,
    NotFound,
    Retries,
    Unauthorized,
    Unreachable,
)

from tests.e2e.client import Client, Stack, newcomer


@pytest.fixture(scope="module")
def key(stack: Stack) -> str:
    return stack.key(newcomer("client"))["key"]


@pytest.fixture(scope="module")
def easel(stack: Stack, key: str) -> Iterator[Easel]:
    with Easel(stack.api_url, key, transport=httpx.HTTPTransport(verify=stack.verify)) as easel:
        yield easel


@pytest.fixture(scope="module")
def lakes(easel: Easel) -> Generation:
    """A finished generation of two pictures."""
    parts = {"image_type": "photograph", "description": "a lake at dawn"}
    return easel.generate(prompt=parts, count=2, seed=7, aspect_ratio="3:2", wait=90)


class Losing(httpx.HTTPTransport):
    """A network that carries each request, and loses the first answers."""

    def __init__(self, *, answers: int, **settings: Any) -> None:
        super().__init__(**settings)
        self.left, self.keys = answers, []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.keys.append(request.headers.get("idempotency-key"))
        response = super().handle_request(request)
        if self.left:
            self.left -= 1
            response.read()
            raise httpx.ReadTimeout("the answer got lost", request=request)
        return response


def test_a_request_is_planned_painted_and_fetched(easel: Easel, lakes: Generation) -> None:
    planned = easel.plan(prompt="a lake at dawn", count=2)

    assert planned.price.total == lakes.cost.spent > 0
    assert (lakes.status, lakes.done, len(lakes.pictures)) == ("succeeded", True, 2)
    assert [each.seed for each in lakes.images] == [7, 8]
    for each in lakes.images:
        assert len(easel.content(each.id)) == each.bytes
        assert easel.thumbnail(each.id)[8:12] == b"WEBP"
        assert easel.image(each.id).sha256 == each.sha256
    assert easel.generation(lakes.id).raw["receipt"] == lakes.raw["receipt"]


def test_an_answer_that_gets_lost_is_fetched_and_not_paid_again(stack: Stack) -> None:
    key = stack.key(newcomer("lost"))["key"]
    network = Losing(answers=2, verify=stack.verify)
    patient = Retries(times=4, first=0.01)

    with Easel(stack.api_url, key, retries=patient, transport=network) as easel:
        made = easel.generate(prompt="a boat that is paid once")
        tries, ended = network.keys[:3], easel.wait(made.id)
        found, spent = easel.images(), easel.usage().spent

    assert tries[0]
    assert set(tries) == {tries[0]}
    assert ended.status == "succeeded"
    assert len(found) == 1
    assert spent == ended.cost.spent == Decimal("0.04")


def test_who_gives_up_can_ask_again_with_the_key_that_is_told(stack: Stack, key: str) -> None:
    words = "a boat whose customer gave up"
    network = Losing(answers=1, verify=stack.verify)
    with (
        Easel(stack.api_url, key, retries=0, transport=network) as easel,
        pytest.raises(Unreachable) as gave_up,
    ):
        easel.generate(prompt=words)

    with Easel(stack.api_url, key, transport=network) as easel:
        made = easel.generate(prompt=words, idempotency_key=gave_up.value.idempotency_key, wait=90)
        again = easel.images(text=words)

    assert made.done
    assert len(again) == 1


def test_who_watches_sees_each_picture_once(easel: Easel) -> None:
    seen: list[int] = []

    begun = easel.generate(prompt="four boats", count=4)
    ended = easel.wait(begun.id, on_change=lambda now: seen.append(now.counts.succeeded))

    assert ended.counts.succeeded == seen[-1] == 4
    assert seen == sorted(seen)


def test_a_picture_goes_in_is_edited_and_keeps_its_lineage(easel: Easel, lakes: Generation) -> None:
    first = lakes.images[0]
    sent = easel.upload(easel.content(first.id))
    assert sent.status == "ready"

    of_file = easel.generate(task="remove_background", image={"upload_id": sent.id}, wait=90)
    of_image = easel.generate(task="remove_background", image={"image_id": first.id}, wait=90)

    (kept,) = of_file.inputs
    assert easel.input_content(kept.id) == easel.content(first.id)
    assert of_image.images[0].parents == (first.id,)
    assert [each.id for each in easel.children(first.id)] == [of_image.images[0].id]


def test_a_file_says_how_it_was_made(easel: Easel, lakes: Generation) -> None:
    told = easel.inspect(easel.content(lakes.images[0].id))

    assert (told.source, told.seed, told.image) == ("easel", 7, lakes.images[0].id)
    assert told.request
    assert easel.plan(**told.request).seeds == (7,)


def test_pictures_are_marked_picked_found_and_shared(
    easel: Easel, lakes: Generation, stack: Stack
) -> None:
    best = lakes.images[1].id

    assert easel.pick(lakes.id, best).picked == best
    marked = easel.update_image(best, favourite=True, tags=["blue"])
    assert (marked.favourite, marked.tags) == (True, ("blue",))
    assert [each.id for each in easel.images(favourite=True, tag="blue", picked=True)] == [best]
    link = easel.share(best, expires_in=3600)
    assert httpx.get(link.url, verify=stack.verify).status_code == 302
    easel.unshare(best)
    assert httpx.get(link.url, verify=stack.verify).status_code == 404
    assert stack.fetch(easel.content_url(best)).content == easel.content(best)
    assert stack.fetch(easel.archive(lakes.id)).content[:2] == b"PK"


def test_pages_go_on_where_they_ended(easel: Easel, lakes: Generation) -> None:
    first = easel.images(limit=1)
    second = easel.images(limit=1, cursor=first.next_cursor)

    assert len(first) == len(second) == 1
    assert first.data[0].id != second.data[0].id
    assert lakes.id in [each.id for each in easel.generations(limit=100)]


def test_the_catalogue_prompts_usage_and_health_answer(easel: Easel) -> None:
    models = easel.models()

    assert easel.healthy()
    assert easel.model(models[0].id) == easel.model(models[0].name)
    assert easel.compose(description="a lake", style="ink").prompt == "a lake, ink"
    assert easel.lint("a lake, no people").warnings[0].code == "negation"
    month = easel.usage()
    assert month.left == month.limit - month.spent - month.reserved - month.unknown


def test_refusals_have_their_names(easel: Easel, stack: Stack, lakes: Generation) -> None:
    with pytest.raises(InvalidRequest) as wrong:
        easel.generate(prompt="x", count=99)
    assert wrong.value.errors[0].pointer == "/count"
    assert wrong.value.request_id
    with pytest.raises(NotFound):
        easel.image("img_01ARZ3NDEKTSV4RRFFQ69G5FAV_00")
    with pytest.raises(Conflict):
        easel.cancel(lakes.id)
    easel.generate(prompt="one", idempotency_key="reused")
    with pytest.raises(KeyReused):
        easel.generate(prompt="two", idempotency_key="reused")
    stranger = httpx.HTTPTransport(verify=stack.verify)
    with Easel(stack.api_url, "easel_no", transport=stranger) as nobody:
        with pytest.raises(Unauthorized):
            nobody.usage()
        assert nobody.healthy()


def test_what_is_deleted_is_gone(easel: Easel) -> None:
    made = easel.generate(prompt="soon gone", count=2, wait=90)

    easel.delete_image(made.images[0].id)
    easel.delete_generation(made.id)

    for each in made.images:
        with pytest.raises(NotFound):
            easel.content(each.id)


def test_ten_at_once_are_ten(stack: Stack, key: str) -> None:
    async def all_of_them() -> list[Generation]:
        transport = httpx.AsyncHTTPTransport(verify=stack.verify)
        async with AsyncEasel(stack.api_url, key, transport=transport) as easel:
            asked = [easel.generate(prompt=f"boat {n}", wait=120) for n in range(10)]
            return await asyncio.gather(*asked)

    made = asyncio.run(all_of_them())

    assert len({each.id for each in made}) == 10
    assert all(each.status == "succeeded" for each in made)


def test_threads_share_a_client(easel: Easel) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(easel.usage().tenant)) for _ in range(8)
    ]

    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(found) == 8


def test_another_tenants_pictures_are_nowhere(globex: Client, lakes: Generation) -> None:
    assert globex.get(f"/v1/images/{lakes.images[0].id}").status_code == 404


def test_a_brief_is_enhanced_painted_and_paid_once(easel: Easel) -> None:
    before = easel.usage().enhancements
    brief, key = "비 오는 밤의 서울", newcomer("brief")

    first = easel.enhance(brief, idempotency_key=key)
    again = easel.enhance(brief, idempotency_key=key)
    made = easel.generate(**first.request, wait=90)

    after = easel.usage().enhancements
    assert before
    assert after
    assert after.count == before.count + 1
    assert again.prompt == first.prompt
    assert first.cost.spent <= easel.enhance_offer().most
    assert made.prompt == first.composed
