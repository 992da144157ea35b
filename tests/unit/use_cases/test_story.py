"""Any story at all: requests, edits, deaths, cancellations, deletions, in any order.

Hypothesis writes the stories; after every step the month must add up and no picture
that something was asked with may be missing, and at the end nothing may be owed, lost,
paid twice unawares or left lying about.
"""

import hashlib
from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from functions.domain.errors import BudgetExhausted, EaselError, IdempotencyMismatch, InvalidRequest
from functions.domain.source import Origin, Source
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
FILES = (b"a lake", b"a mask", b"clear in places")
ORIGIN = st.sampled_from(["inline", "upload", "image", "input"])
"""Where a picture comes from; `inline` also where there is none of the kind yet."""


class Story(RuleBasedStateMachine):
    """A tenant with little money, on a bad day."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(limit=16 * PRICE)
        self.uploads: list[Source] = []

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

    @rule(raw=st.one_of(st.none(), st.sampled_from(FILES)), step=STEP)
    def upload(self, raw: bytes | None, step: int | None) -> None:
        def uploading(cut: Cut) -> None:
            self.uploads.append(self.world.upload(raw, cut))

        killing(uploading, step)

    @rule(
        image=ORIGIN,
        mask=st.one_of(st.none(), ORIGIN),
        which=st.integers(0, 20),
        count=st.integers(1, 2),
        key=st.sampled_from([None, None, "a", "c"]),
        step=STEP,
    )
    def edit(
        self,
        image: Origin,
        mask: Origin | None,
        which: int,
        count: int,
        key: str | None,
        step: int | None,
    ) -> None:
        pictures = {"image": self._source(image, which)}
        if mask:
            pictures["mask"] = self._source(mask, which + 1)

        def editing(cut: Cut) -> None:
            with suppress(BudgetExhausted, IdempotencyMismatch, InvalidRequest):
                self.world.accept(task="inpaint", pictures=pictures, count=count, key=key, cut=cut)

        killing(editing, step)

    @precondition(lambda self: self.world.queue.messages)
    @rule(which=st.integers(0, 10))
    def redeliver(self, which: int) -> None:
        messages = self.world.queue.messages
        messages.append(messages[which % len(messages)])

    @precondition(lambda self: self.world.queue.messages)
    @rule(fault=st.one_of(st.none(), st.sampled_from(sorted(FAULTS))), step=STEP)
    def paint(self, fault: str | None, step: int | None) -> None:
        self.world.model.script.clear()
        if fault:
            self.world.model.script.append(FAULTS[fault]())
        killing(self.world.deliver, step)

    @precondition(lambda self: self.world.queue.messages)
    @rule()
    def paint_all(self) -> None:
        self.world.model.script.clear()
        while self.world.deliver():
            pass

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
    def the_month_adds_up_and_every_picture_is_there(self) -> None:
        self.world.check()

    def teardown(self) -> None:
        self.world.model.script.clear()
        self.world.settle_down()
        self.world.audit()
        budget = self.world.records.budget(TENANT, "2026-11", self.world.limit)
        assert budget.reserved == 0

    def _source(self, origin: Origin, which: int) -> Source:
        """Return a picture of a kind, also one of what was deleted."""
        if known := self._known(origin):
            return known[which % len(known)]
        raw = FILES[which % len(FILES)]
        return Source("inline", hashlib.sha256(raw).hexdigest(), raw)

    def _known(self, origin: Origin) -> list[Source]:
        if origin == "upload":
            return self.uploads
        if origin == "input":
            numbers = [number for _, number in sorted(self.world.records.generations_)]
            return [Source(origin, f"inp_{number}_image") for number in numbers]
        images = [image for _, image in sorted(self.world.records.images_.items())]
        painted = [image for image in images if image.published]
        return [Source(origin, image.id) for image in painted or images if origin == "image"]

    def _image(self, which: int) -> str:
        images = [image for _, image in sorted(self.world.records.images_.items())]
        return images[which % len(images)].id

    def _some(self, which: int) -> str:
        numbers = [number for _, number in sorted(self.world.records.generations_)]
        return numbers[which % len(numbers)]


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
