"""Any story at all: requests, deaths, cancellations, deletions, in any order.

Hypothesis writes the stories; after every step the month must add up, and at the
end nothing may be owed, lost, paid twice unawares or left lying about.
"""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from functions.domain.errors import BudgetExhausted, EaselError, IdempotencyMismatch
from tests.samples import PRICE
from tests.unit.use_cases.cut import Cut, killing
from tests.unit.use_cases.world import TENANT, World, failing, withheld

FAULTS = {
    "throttled": lambda: failing("throttled"),
    "interrupted": lambda: failing("interrupted"),
    "not_sent": lambda: failing("not_sent"),
    "refused": lambda: failing("refused"),
    "blocked": lambda: failing("blocked"),
    "unreadable": lambda: failing("unreadable"),
    "withheld": withheld,
}
STEP = st.one_of(st.none(), st.integers(min_value=0, max_value=24))


class Story(RuleBasedStateMachine):
    """A tenant with little money, on a bad day."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(limit=12 * PRICE)

    @rule(
        count=st.integers(1, 3),
        key=st.sampled_from([None, None, "a", "b"]),
        retry_unknown=st.booleans(),
        loses=st.integers(0, 1),
        step=STEP,
    )
    def ask(
        self, count: int, key: str | None, retry_unknown: bool, loses: int, step: int | None
    ) -> None:
        def asking(cut: object) -> None:
            with suppress(BudgetExhausted, IdempotencyMismatch):
                self.world.accept(count=count, key=key, retry_unknown=retry_unknown, cut=cut)

        self.world.queue.loses = loses
        killing(asking, step)

    @precondition(lambda self: self.world.queue.messages)
    @rule(fault=st.one_of(st.none(), st.sampled_from(sorted(FAULTS))), step=STEP)
    def paint(self, fault: str | None, step: int | None) -> None:
        self.world.model.script.clear()
        if fault:
            self.world.model.script.append(FAULTS[fault]())
        killing(self.world.deliver, step)

    @rule(step=STEP)
    def care(self, step: int | None) -> None:
        killing(self.world.tend, step)

    @rule(seconds=st.sampled_from([1, 61, 391, 901, 2200]))
    def wait(self, seconds: int) -> None:
        self.world.advance(seconds)

    @precondition(lambda self: self.world.records.generations_)
    @rule(which=st.integers(0, 10))
    def cancel(self, which: int) -> None:
        with suppress(EaselError):
            self.world.cancel(self._some(which))

    @precondition(lambda self: self.world.records.generations_)
    @rule(which=st.integers(0, 10), step=STEP)
    def delete(self, which: int, step: int | None) -> None:
        killing(lambda cut: self.world.delete(self._some(which), cut), step)

    @precondition(lambda self: self.world.records.images_)
    @rule(which=st.integers(0, 20), favourite=st.booleans(), step=STEP)
    def note(self, which: int, favourite: bool, step: int | None) -> None:
        def noting(cut: Cut) -> None:
            with suppress(EaselError):
                self.world.note(self._image(which), favourite=favourite, cut=cut)

        killing(noting, step)

    @precondition(lambda self: self.world.records.images_)
    @rule(which=st.integers(0, 20), step=STEP)
    def pick(self, which: int, step: int | None) -> None:
        image = self._image(which)

        def picking(cut: Cut) -> None:
            with suppress(EaselError):
                self.world.pick(image.split("_")[1], image, cut)

        killing(picking, step)

    @precondition(lambda self: self.world.records.generations_)
    @rule(which=st.integers(0, 10), step=STEP)
    def archive(self, which: int, step: int | None) -> None:
        def archiving(cut: Cut) -> None:
            with suppress(EaselError):
                self.world.archive(self._some(which), cut=cut)

        killing(archiving, step)

    @precondition(lambda self: self.world.records.images_)
    @rule(which=st.integers(0, 20), step=STEP)
    def delete_image(self, which: int, step: int | None) -> None:
        def deleting(cut: Cut) -> None:
            with suppress(EaselError):
                self.world.delete_image(self._image(which), cut)

        killing(deleting, step)

    @invariant()
    def the_month_adds_up(self) -> None:
        self.world.check_money()

    def teardown(self) -> None:
        self.world.model.script.clear()
        self.world.settle_down()
        self.world.audit()
        budget = self.world.records.budget(TENANT, "2026-11", self.world.limit)
        assert budget.reserved == 0

    def _image(self, which: int) -> str:
        images = [image for _, image in sorted(self.world.records.images_.items())]
        return images[which % len(images)].id

    def _some(self, which: int) -> str:
        numbers = [number for _, number in sorted(self.world.records.generations_)]
        return numbers[which % len(numbers)]


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
