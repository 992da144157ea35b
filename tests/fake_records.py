"""The records' twin: one lock, so that a step is whole or not at all."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import RLock

from functions.domain.errors import BudgetExhausted, IdempotencyMismatch
from functions.domain.filters import ALL_GENERATIONS, ALL_IMAGES, GenerationFilter, ImageFilter
from functions.domain.generation import Generation
from functions.domain.ids import parse_image
from functions.domain.image import Image
from functions.domain.ledger import (
    Budget,
    Canceled,
    Changed,
    Deleted,
    Due,
    Idempotency,
    Page,
    Replay,
)
from functions.domain.money import Micro
from functions.domain.tries import MOST_KNOWN, Known, Overtaken, Try, joined
from functions.domain.upload import Upload
from tests.fake_enhancements import FakeEnhancements


@dataclass
class FakeRecords(FakeEnhancements):
    """`refusals` are raised by the next writes, one each: so a test plays a conflict."""

    generations_: dict[tuple[str, str], Generation] = field(default_factory=dict)
    images_: dict[tuple[str, str, int], Image] = field(default_factory=dict)
    keys_: dict[tuple[str, str], tuple[Idempotency, str]] = field(default_factory=dict)
    budgets_: dict[tuple[str, str], Budget] = field(default_factory=dict)
    due_: set[Due] = field(default_factory=set)
    tries_: dict[tuple[str, str, str], tuple[datetime, Known]] = field(default_factory=dict)
    heads_: Counter[tuple[str, str]] = field(default_factory=Counter)
    aheads_: Counter[tuple[str, str]] = field(default_factory=Counter)
    uploads: dict[tuple[str, str], Upload] = field(default_factory=dict)
    refusals: deque[Exception] = field(default_factory=deque)
    lock: RLock = field(default_factory=RLock)

    def accept(
        self,
        generation: Generation,
        images: Sequence[Image],
        idempotency: Idempotency | None,
        *,
        limit: Micro,
        dispatch_by: datetime,
        first_try: Try | None = None,
    ) -> None:
        with self.lock:
            self._conflict()
            tenant, ulid = generation.tenant, generation.ulid
            if idempotency:
                self.recall(tenant, idempotency, now=generation.created_at)
            if first_try and self._overtaken(tenant, first_try):
                raise Overtaken
            self._book(tenant, generation.month, limit, committed=generation.estimated)
            if idempotency:
                self.keys_[tenant, idempotency.key] = (idempotency, ulid)
            if first_try:
                self._asked(generation, first_try)
            self.generations_[tenant, ulid] = generation
            self.images_ |= {(tenant, ulid, image.number): image for image in images}
            self.due_.add(Due(dispatch_by, tenant, ulid, "dispatch"))
            self.due_.add(Due(generation.deadline_at, tenant, ulid, "deadline"))

    def _asked(self, generation: Generation, attempt: Try) -> None:
        known = Known(generation.ulid, attempt.number + 1, attempt.retried)
        self.tries_[generation.tenant, attempt.what, known.ulid] = (attempt.expires_at, known)
        self.heads_[generation.tenant, attempt.what] += 1
        self.aheads_[generation.tenant, attempt.what] += attempt.retried

    def _overtaken(self, tenant: str, attempt: Try) -> bool:
        seen = attempt.version if attempt.retried else attempt.ahead
        heads = self.heads_ if attempt.retried else self.aheads_
        return seen != heads[tenant, attempt.what]

    def recall(self, tenant: str, idempotency: Idempotency, *, now: datetime) -> None:
        known, ulid = self.keys_.get((tenant, idempotency.key), (None, ""))
        if known is None or known.expires_at <= now:
            return
        if known.fingerprint != idempotency.fingerprint:
            raise IdempotencyMismatch("another request")
        raise Replay(ulid)

    def tried(self, tenant: str, attempt: Try, *, now: datetime) -> tuple[str | None, Try]:
        with self.lock:
            mine = sorted(key for key in self.tries_ if key[:2] == (tenant, attempt.what))
            held = [self.tries_[key] for key in mine[-MOST_KNOWN:]]
            if chosen := joined([known for ends, known in held if ends > now], attempt):
                owes = chosen.owes and attempt.retried
                tries = max(chosen.tries, attempt.number + 1)
                kept = (attempt.expires_at, replace(chosen, owes=owes, tries=tries))
                self.tries_[tenant, attempt.what, chosen.ulid] = kept
            place = (tenant, attempt.what)
            looked = replace(attempt, version=self.heads_[place], ahead=self.aheads_[place])
            return (chosen.ulid if chosen else None), looked

    def answered(self, tenant: str, what: str, ulid: str, *, now: datetime) -> None:
        if (tenant, what, ulid) in self.tries_:
            expires_at, known = self.tries_[tenant, what, ulid]
            at = int(now.timestamp() * 1000)
            self.tries_[tenant, what, ulid] = (expires_at, replace(known, answered_at=at))

    def generation(self, tenant: str, ulid: str, *, fresh: bool = True) -> Generation | None:
        return self.generations_.get((tenant, ulid))

    def generations(
        self,
        tenant: str,
        *,
        limit: int,
        after: str | None,
        wanted: GenerationFilter = ALL_GENERATIONS,
    ) -> Page[Generation]:
        mine = [each for each in self.generations_.values() if each.tenant == tenant]
        older = [each for each in mine if after is None or each.ulid < after]
        shown = [each for each in older if each.deleted_at is None and wanted.takes(each)]
        page = sorted(shown, key=lambda each: each.ulid, reverse=True)[:limit]
        return Page(page, page[-1].ulid if len(page) == limit else None, len(page))

    def begin_upload(self, upload: Upload) -> None:
        self.uploads[upload.tenant, upload.ulid] = upload

    def upload(self, tenant: str, ulid: str) -> Upload | None:
        return self.uploads.get((tenant, ulid))

    def image(self, tenant: str, ulid: str, number: int) -> Image | None:
        return self.images_.get((tenant, ulid, number))

    def images(self, tenant: str, ulid: str) -> Sequence[Image]:
        return [self.images_[key] for key in sorted(self.images_) if key[:2] == (tenant, ulid)]

    def gallery(
        self, tenant: str, *, limit: int, after: str | None, wanted: ImageFilter = ALL_IMAGES
    ) -> Page[Image]:
        start = parse_image(after) if after else None
        shown = [
            image
            for key, image in sorted(self.images_.items(), reverse=True)
            if key[0] == tenant and image.published
            if (start is None or key[1:] < start) and wanted.takes(image)
        ]
        page = shown[:limit]
        return Page(page, page[-1].id if len(page) == limit else None, len(page))

    def children(self, tenant: str, parent: str, *, limit: int, after: str | None) -> Page[Image]:
        start = parse_image(after) if after else None
        shown = [
            image
            for key, image in sorted(self.images_.items(), reverse=True)
            if key[0] == tenant and image.published and parent in image.parents
            if (start is None or key[1:] < start) and not self.generations_[key[:2]].deleted_at
        ]
        page = shown[:limit]
        return Page(page, page[-1].id if len(page) == limit else None, len(page))

    def change(self, before: Image, after: Image, *, limit: Micro, deleted: bool = False) -> None:
        with self.lock:
            self._conflict()
            place = (after.tenant, after.ulid, after.number)
            stands = self.images_.get(place)
            if stands is None or stands.version != before.version:
                raise Changed(after.id)
            starts = after.status == "running" and after.lease_until != before.lease_until
            ends = after.terminal and not before.terminal
            whole = self.generations_[place[:2]]
            if (starts or ends) and (whole.deleted_at is not None) != deleted:
                raise Deleted(after.id)
            if starts and whole.canceled_at and not before.open_attempt:
                raise Canceled(after.id)
            if ends:
                self._end(before, after, whole)
            elif after.reserved > before.reserved:
                more = after.reserved - before.reserved
                self._book(after.tenant, after.month, limit, committed=more)
            if starts:
                started_at = whole.started_at or after.started_at
                self.generations_[place[:2]] = replace(whole, started_at=started_at)
            if before.picked and not after.picked:
                standing = self.generations_[place[:2]]
                self.generations_[place[:2]] = replace(standing, picked=None)
            self.images_[place] = after
            self._owe(before, after)

    def pick(self, generation: Generation, chosen: Image | None, dropped: Image | None) -> None:
        with self.lock:
            self._conflict()
            place = (generation.tenant, generation.ulid)
            whole = self.generations_[place]
            images = [image for image in (chosen, dropped) if image]
            moved = [self.images_[*place, each.number].version != each.version for each in images]
            if whole.deleted_at or whole.picked != generation.picked or any(moved):
                raise Changed(generation.id)
            self.generations_[place] = replace(whole, picked=chosen.id if chosen else None)
            for image in images:
                self.images_[*place, image.number] = image.chosen(image is chosen)

    def cancel(self, generation: Generation, now: datetime) -> None:
        with self.lock:
            place = (generation.tenant, generation.ulid)
            whole = self.generations_[place]
            self.generations_[place] = replace(whole, canceled_at=whole.canceled_at or now)

    def entomb(self, generation: Generation, *, finish_by: datetime, now: datetime) -> None:
        with self.lock:
            place = (generation.tenant, generation.ulid)
            bare = {"request": {}, "receipt": (), "metadata": {}, "group": None, "picked": None}
            bare |= {"inputs": ()}
            self.generations_[place] = replace(self.generations_[place], deleted_at=now, **bare)
            self.due_.add(Due(finish_by, *place, "discard"))

    def budget(self, tenant: str, month: str, limit: Micro) -> Budget:
        return replace(self.budgets_.get((tenant, month), Budget(month, limit)), limit=limit)

    def due(self, now: datetime, *, limit: int) -> Sequence[Due]:
        ripe = [due for due in self.due_ if due.at <= now]
        return sorted(ripe, key=lambda due: due.at)[:limit]

    def owe(self, due: Due) -> None:
        self.due_.add(due)

    def done(self, due: Due) -> None:
        self.due_.discard(due)

    def postpone(self, due: Due, until: datetime) -> None:
        with self.lock:
            if due in self.due_:
                self.due_.remove(due)
                self.due_.add(replace(due, at=until))

    def _conflict(self) -> None:
        if self.refusals:
            raise self.refusals.popleft()

    def _book(self, tenant: str, month: str, limit: Micro, *, committed: Micro) -> None:
        budget = self.budget(tenant, month, limit)
        if budget.committed + committed > limit:
            raise BudgetExhausted("the month leaves no room")
        self.budgets_[tenant, month] = replace(budget, committed=budget.committed + committed)

    def _end(self, before: Image, after: Image, whole: Generation) -> None:
        budget = self.budget(after.tenant, after.month, 0)
        self.budgets_[after.tenant, after.month] = replace(
            budget,
            committed=budget.committed + after.spent + after.unknown - before.reserved,
            spent=budget.spent + after.spent,
            unknown=budget.unknown + after.unknown,
        )
        ended = getattr(whole.counts, after.status) + 1
        counts = replace(whole.counts, **{after.status: ended})
        self.generations_[after.tenant, after.ulid] = replace(
            whole,
            counts=counts,
            spent=whole.spent + after.spent,
            unknown=whole.unknown + after.unknown,
            completed_at=None if counts.pending else after.completed_at,
        )

    def _owe(self, before: Image, after: Image) -> None:
        owed = (after.tenant, after.ulid, f"{after.number:02d}")
        if before.due_at:
            self.due_.discard(Due(before.due_at, *owed))
        if after.due_at:
            self.due_.add(Due(after.due_at, *owed))
