"""What the page Edit says when an edit is filtered, too dear, or the API is away."""

from collections.abc import Callable

from easel_client import Image
from playwright.sync_api import Page, expect

from tests.e2e.books import nearly_spent
from tests.e2e.client import Stack
from tests.studio.bench import GO, SLIDER, Bench, of
from tests.studio.served import Served


def test_a_filtered_edit_is_said_kindly_and_can_be_tried_again(bench: Bench, lake: Image):
    bench.choose("image_to_image")
    bench.say("What should the picture show?", "[filter:prompt] a lake")
    bench.price("$0.08")

    bench.order()

    expect(bench.page.get_by_text("safety filter stopped this")).to_be_visible()
    expect(bench.page.get_by_text("may be billed all the same")).to_be_visible()
    bench.back()
    bench.say("What should the picture show?", "a lake")
    assert bench.go().pictures[0].parents == (lake.id,)


def test_a_budget_that_is_spent_and_an_api_that_is_away_order_nothing_twice(
    stack: Stack, own_studio: Served, visit: Callable[..., Page]
):
    with of(own_studio, stack) as easel:
        lake = easel.generate(prompt="a lake", wait=120).pictures[0]
        month = own_studio.api.get("/v1/usage").json()["month"]
        bench = Bench(visit(own_studio, f"/edit?image={lake.id}&task=remove_background"), easel)
        bench.price("$0.07")
        with nearly_spent(stack, own_studio.tenant, month, 49_900_000):
            bench.page.reload()
            expect(bench.page.get_by_text("more than is left of this month")).to_be_visible()
            bench.order()
            expect(bench.page.get_by_text("does not have room for that")).to_be_visible()
        assert len(own_studio.api.get("/v1/generations").json()["data"]) == 1

        bench.page.reload()
        bench.price("$0.07")
        own_studio.line.cut()
        bench.page.get_by_role("button", name=GO).click()
        expect(bench.page.get_by_text("does not answer right now").first).to_be_visible()
        own_studio.line.mend()

        expect(bench.page.get_by_role("slider", name=SLIDER)).to_be_visible()
        expect(bench.page.get_by_text("does not answer right now")).to_have_count(0)
        assert bench.generation().task == "remove_background"
        assert len(own_studio.api.get("/v1/generations").json()["data"]) == 2
