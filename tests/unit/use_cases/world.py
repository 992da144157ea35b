"""A whole service in memory: a clock to turn, and the books to check.

`audit` holds what was written down against what the model really did.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from functions.catalogue.plan import plan
from functions.catalogue.policy import Policy
from functions.domain.call import Reply
from functions.domain.errors import AlreadyClaimed
from functions.domain.generation import Generation
from functions.domain.ids import parse_image
from functions.domain.image import Image
from functions.domain.ledger import ImageRef
from functions.domain.outcome import CallFailed
from functions.domain.prompt import Prompt
from functions.domain.readings import between
from functions.domain.request import GenerationRequest
from functions.domain.signals import Reading
from functions.domain.source import Source
from functions.domain.tenant import Caller
from functions.domain.upload import input_key
from functions.use_cases import discard
from functions.use_cases.archive import archive
from functions.use_cases.care import Household, care
from functions.use_cases.discard import Step
from functions.use_cases.gather import Gathered, gather
from functions.use_cases.note import note, pick
from functions.use_cases.paint import paint
from functions.use_cases.request import Accepted, accept
from functions.use_cases.studio import Studio
from tests.fakes import FakeDarkroom, FakeModel, FakePixels, FakeQueue, FakeRecords, FakeStore
from tests.samples import LEASE, LIMIT, MONTH, NOW, PRICE, ulid
from tests.unit.use_cases.cut import Cut, Wired

TENANT = "ten_a"
CALLER = Caller(TENANT, "key_a", frozenset({"generate", "read"}))
VISIBILITY = timedelta(seconds=6 * 360)


@dataclass
class World:
    """Everything between a request and its pictures."""

    now: datetime = NOW
    limit: int = LIMIT
    records: FakeRecords = field(default_factory=FakeRecords)
    model: FakeModel = field(default_factory=FakeModel)
    store: FakeStore = field(default_factory=FakeStore)
    pixels: FakePixels = field(default_factory=FakePixels)
    made: count = field(default_factory=lambda: count(1))
    readings: list[Reading] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.queue = FakeQueue(lambda: self.now)

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def accept(
        self,
        *,
        key: str | None = None,
        cut: Cut | None = None,
        asked: dict[str, Any] | None = None,
        **changes: Any,
    ) -> Accepted:
        """Accept a request; its pictures are kept, whatever a model would do with them."""
        request = a_request(**changes)
        bare = replace(request, pictures={})
        return accept(
            request,
            plan(bare, POLICY, spare_seed=1000 * next(self.made)),
            asked=asked or {"prompt": "a lake", **{part: {} for part in request.pictures}},
            gathered=self.gather(request.pictures),
            caller=CALLER,
            idempotency_key=key,
            records=self.wired(self.records, "records", cut),
            queue=self.wired(self.queue, "queue", cut),
            store=self.wired(self.store, "store", cut),
            now=self.now,
            new_ulid=lambda _: ulid(next(self.made)),
            limit=self.limit,
        )

    def gather(self, pictures: Mapping[str, Source]) -> Gathered:
        return gather(pictures, TENANT, self.records, FakeDarkroom(self.store), now=self.now)

    def studio(self, cut: Cut | None = None) -> Studio:
        return Studio(
            records=self.wired(self.records, "records", cut),
            model=self.wired(self.model, "model", cut),
            store=self.wired(self.store, "store", cut),
            pixels=self.pixels,
            queue=self.wired(self.queue, "queue", cut),
            clock=lambda: self.now,
            new_id=lambda: f"attempt-{next(self.made)}",
            chance=lambda: 0.5,
            lease=LEASE,
            limit=self.limit,
        )

    def deliver(self, cut: Cut | None = None) -> bool:
        """Hand one message to a painter; whether there was one.

        A painter that dies leaves its message invisible for a while.
        """
        ref = self.queue.receive()
        if ref is None:
            return False
        back = (self.now + VISIBILITY, ref)
        try:
            self.paint(ref, cut)
        except AlreadyClaimed:
            pass
        except BaseException:
            self.queue.messages.append(back)
            raise
        return True

    def paint(self, ref: ImageRef, cut: Cut | None = None) -> Image | None:
        place = parse_image(ref.image_id)
        image = self.records.image(ref.tenant, *place) if place else None
        if image is None:
            return None
        painted = paint(image, self.studio(cut))
        self.count([(image, painted)])
        return painted

    def count(self, steps: list[Step]) -> None:
        """Keep what a door would emit."""
        for before, after in steps:
            self.readings += between(before, after)

    def tend(self, cut: Cut | None = None) -> int:
        """Let the caretaker make one round."""
        house = Household(
            records=self.wired(self.records, "records", cut),
            queue=self.wired(self.queue, "queue", cut),
            store=self.wired(self.store, "store", cut),
            limit=self.limit,
        )
        made = care(house, now=self.now)
        self.count(made.steps)
        made.check()
        return made.looked_at

    def cancel(self, number: str) -> None:
        whole = self.generation(number)
        self.count(discard.cancel(whole, self.records, now=self.now, limit=self.limit))

    def delete(self, number: str, cut: Cut | None = None) -> None:
        erased = discard.delete(
            self.generation(number),
            self.wired(self.records, "records", cut),
            self.wired(self.store, "store", cut),
            now=self.now,
            limit=self.limit,
        )
        self.count(erased)

    def delete_image(self, image_id: str, cut: Cut | None = None) -> None:
        discard.delete_image(
            TENANT,
            image_id,
            self.wired(self.records, "records", cut),
            self.wired(self.store, "store", cut),
            now=self.now,
            limit=self.limit,
        )

    def note(
        self,
        image_id: str,
        *,
        favourite: bool | None = None,
        tags: tuple[str, ...] | None = None,
        cut: Cut | None = None,
    ) -> Image:
        records = self.wired(self.records, "records", cut)
        limit = self.limit
        return note(TENANT, image_id, records, favourite=favourite, tags=tags, limit=limit)

    def pick(self, number: str, image_id: str | None, cut: Cut | None = None) -> Generation:
        return pick(TENANT, f"gen_{number}", image_id, self.wired(self.records, "records", cut))

    def archive(self, number: str, about: bytes = b"about", cut: Cut | None = None) -> str:
        records = self.wired(self.records, "records", cut)
        store = self.wired(self.store, "store", cut)
        whole = self.generation(number)
        return archive(whole, self.images(number), about, records=records, store=store)

    def wired(self, port: Any, name: str, cut: Cut | None) -> Any:
        return Wired(port, name, cut) if cut else port

    def generation(self, number: str) -> Generation:
        return self.records.generations_[TENANT, number]

    def images(self, number: str) -> Sequence[Image]:
        return self.records.images(TENANT, number)

    def image(self, accepted: Accepted, number: int = 0) -> Image:
        return self.records.images_[TENANT, accepted.ulid, number]

    def settle_down(self, *, rounds: int = 500) -> None:
        """Let time pass until nothing is owed any more."""
        for _ in range(rounds):
            while self.deliver():
                pass
            self.tend()
            coming = [at for at, _ in self.queue.messages] + [due.at for due in self.records.due_]
            if not coming:
                return
            self.now = max(self.now, min(coming))
        raise AssertionError(f"still owed after {rounds} rounds: {self.records.due_}")

    def audit(self) -> None:
        """Hold the books against what happened; everything must have ended."""
        self.check_money()
        images = list(self.records.images_.values())
        pictures = [image for image in images if image.picture and not image.erased]
        assert all(image.terminal for image in images)
        assert self.records.due_ == set()
        assert self.queue.messages == []
        made = ("thumbs/", "archives/", "uploads/", "inputs/")
        kept = [key for key in self.store.objects if not key.startswith(made)]
        assert sorted(kept) == sorted(image.picture.key for image in pictures if image.picture)
        shown = {f"thumbs/{TENANT}/{image.id}.webp" for image in pictures}
        assert {key for key in self.store.objects if key.startswith("thumbs/")} <= shown
        alive = {each.ulid for each in self.records.generations_.values() if not each.deleted_at}
        zips = [key.split("/") for key in self.store.objects if key.startswith("archives/")]
        assert {place[2] for place in zips} <= alive
        asked_with = {
            input_key(TENANT, each.ulid, kept.file)
            for each in self.records.generations_.values()
            for kept in each.inputs
        }
        assert {key for key in self.store.objects if key.startswith("inputs/")} == asked_with
        for whole in self.records.generations_.values():
            marked = [image.id for image in self.images(whole.ulid) if image.picked]
            assert marked == ([whole.picked] if whole.picked else [])

    def check_money(self) -> None:
        """Nothing was called that is not paid or reserved; the month is the sum."""
        images = list(self.records.images_.values())
        bills = Counter(self.model.bills)
        for image in images:
            surely, perhaps = bills[image.call.seed, "yes"], bills[image.call.seed, "unknown"]
            written = image.spent + image.unknown if image.terminal else image.reserved
            assert (surely + perhaps) * PRICE <= written
            assert image.spent <= surely * PRICE
            assert len(image.attempts) >= surely + perhaps
        held = sum(image.reserved for image in images if not image.terminal)
        budget = self.records.budget(TENANT, MONTH, self.limit)
        ended = [image for image in images if image.terminal]
        assert budget.spent == sum(image.spent for image in ended)
        assert budget.unknown == sum(image.unknown for image in ended)
        assert budget.reserved == held
        assert budget.committed <= self.limit
        for whole in self.records.generations_.values():
            mine = [image for image in ended if image.ulid == whole.ulid]
            assert whole.spent == sum(image.spent for image in mine)
            assert whole.unknown == sum(image.unknown for image in mine)
            assert whole.counts.total - whole.counts.pending == len(mine)


POLICY = Policy(
    region="us-west-2",
    default_model="stable-image-core",
    intents={},
    on_retired="refuse",
    today=NOW.date(),
)


def a_request(**changes: Any) -> GenerationRequest:
    return GenerationRequest(**({"task": "text_to_image", "prompt": Prompt("a lake")} | changes))


def failing(outcome: str, words: str = "words") -> CallFailed:
    return CallFailed(outcome, words, "req-2")


def withheld(reason: str = "Filter reason: output image") -> Reply:
    return Reply(None, reason=reason, request_id="req-3")
