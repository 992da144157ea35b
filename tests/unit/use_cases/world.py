"""A whole service in memory, with a clock to turn; `books` audits what it wrote down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from functions.catalogue.plan import Plan, plan
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
from functions.use_cases import discard, upload
from functions.use_cases.archive import archive
from functions.use_cases.care import Household, care
from functions.use_cases.discard import Step
from functions.use_cases.gather import Gathered, gather
from functions.use_cases.note import note, pick
from functions.use_cases.paint import paint
from functions.use_cases.request import Accepted, accept, fingerprint, keyed
from functions.use_cases.studio import Studio
from tests.fakes import FakeDarkroom, FakeModel, FakePixels, FakeQueue, FakeRecords, FakeStore
from tests.samples import LEASE, LIMIT, NOW, TENANT, ulid
from tests.unit.use_cases import books
from tests.unit.use_cases.cut import Cut, Wired

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
        """Accept a request, as a door does that found its key unused a moment ago."""
        request = a_request(**changes)
        gathered = self.gather(request.pictures, cut)
        return accept(
            request,
            self.plan(request, gathered),
            asked=asked or {"prompt": "a lake", **{part: {} for part in request.pictures}},
            gathered=gathered,
            caller=CALLER,
            idempotency=keyed(key, fingerprint(request), now=self.now),
            records=self.wired(self.records, "records", cut),
            queue=self.wired(self.queue, "queue", cut),
            store=self.wired(self.store, "store", cut),
            now=self.now,
            new_ulid=lambda _: ulid(next(self.made)),
            limit=self.limit,
        )

    def gather(self, pictures: Mapping[str, Source], cut: Cut | None = None) -> Gathered:
        records = self.wired(self.records, "records", cut)
        darkroom = self.wired(FakeDarkroom(self.store), "darkroom", cut)
        return gather(pictures, TENANT, records, darkroom, now=self.now)

    def plan(self, request: GenerationRequest, gathered: Gathered) -> Plan:
        """Plan it; where its task takes no pictures, they are kept all the same."""
        takes = request if request.task != "text_to_image" else replace(request, pictures={})
        spare = 1000 * next(self.made)
        return plan(takes, POLICY, spare_seed=spare, found=gathered.found)

    def upload(self, raw: bytes | None, cut: Cut | None = None) -> Source:
        """Begin an upload, and send its file if there is one, past us to the bucket."""
        begun, form = upload.begin(
            TENANT,
            "image/png",
            records=self.wired(self.records, "records", cut),
            store=self.wired(self.store, "store", cut),
            seconds=900,
            now=self.now,
            new_ulid=lambda _: ulid(next(self.made)),
        )
        if raw is not None:
            self.store.objects[form.fields["key"]] = raw
        return Source("upload", begun.id)

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
        books.audit(self)

    def check(self) -> None:
        books.check(self)


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
