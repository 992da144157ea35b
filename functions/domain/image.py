"""An image: one output, one model call, and every state that it can be in.

Transitions are pure: each returns the image as it will be. Writing one is
conditional on `version`, so of two writers that read the same image exactly one
goes on; that is what keeps a doubled message from paying twice.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from functions.domain.attempt import Attempt, Picture, Problem
from functions.domain.call import Call
from functions.domain.frozen import frozen
from functions.domain.ids import image_id
from functions.domain.money import Micro
from functions.domain.outcome import Billed, Outcome

ImageStatus = Literal["queued", "running", "succeeded", "filtered", "failed", "canceled"]
TERMINAL: frozenset[ImageStatus] = frozenset({"succeeded", "filtered", "failed", "canceled"})

DEADLINE = timedelta(seconds=900)
"""Time for an image whose client names none."""


@frozen(kw_only=True)
class Image:
    """One image of a generation.

    Attributes:
        tenant: Who pays.
        ulid: The generation's ULID.
        number: 0 to 99 within the generation.
        call: The model call, to the last parameter.
        region: Where the model is called.
        price: What one call costs.
        reserved: What the budget holds for this image.
        month: The budget's month, `2026-11`; settling books there.
        created_at: When the generation was accepted.
        deadline_at: When it fails if it has not been painted.
        retry_unknown: Whether an unknown outcome is tried once more.
        status: Where it stands.
        version: Counts writes; every write is conditional on it.
        due_at: When the caretaker looks, if nobody else moves it before.
        lease_until: Until when the running claim holds.
        attempts: Every call, oldest first.
        seed: The seed that was used.
        picture: The published file, when succeeded.
        problem: Why not, otherwise.
        started_at: When it was claimed first.
        completed_at: When it became terminal.
        parents: Ids of images that it was made from.
        tries: Times it was put back or sent again; sets the backoff.
        erased: Whether it was deleted; the money and the times are left.
        cell: Its values on the axes of a sweep; empty without one.
        correlation_id: The gateway's id of the request that asked for it.
        favourite: Whether the client likes it.
        tags: The client's words for it, sorted, each once.
        picked: Whether it was chosen as its generation's best.
        share_version: Counts revocations; share links of earlier ones are dead.
    """

    tenant: str
    ulid: str
    number: int
    call: Call
    region: str
    price: Micro
    reserved: Micro
    month: str
    created_at: datetime
    deadline_at: datetime
    retry_unknown: bool
    status: ImageStatus = "queued"
    version: int = 0
    due_at: datetime | None = None
    lease_until: datetime | None = None
    attempts: tuple[Attempt, ...] = ()
    seed: int | None = None
    picture: Picture | None = None
    problem: Problem | None = None
    started_at: datetime | None = None
    completed_at: datetime | None = None
    parents: tuple[str, ...] = ()
    tries: int = 0
    erased: bool = False
    cell: Mapping[str, Any] = field(default_factory=dict[str, Any])
    correlation_id: str = ""
    favourite: bool = False
    tags: tuple[str, ...] = ()
    picked: bool = False
    share_version: int = 0

    @property
    def id(self) -> str:
        """The id that clients see."""
        return image_id(self.ulid, self.number)

    @property
    def terminal(self) -> bool:
        """Whether nothing will change any more."""
        return self.status in TERMINAL

    @property
    def published(self) -> bool:
        """Whether galleries show it."""
        return self.status == "succeeded" and not self.erased

    @property
    def open_attempt(self) -> Attempt | None:
        """The attempt that was started and never came back, if there is one."""
        last = self.attempts[-1] if self.attempts else None
        return last if last and last.outcome is None else None

    @property
    def spent(self) -> Micro:
        """What its attempts cost for certain."""
        return self.price * self._billed("yes")

    @property
    def unknown(self) -> Micro:
        """What its attempts may have cost; counts as spent."""
        return self.price * self._billed("unknown")

    def outcomes(self, outcome: Outcome) -> int:
        """How many attempts ended that way."""
        return sum(attempt.outcome == outcome for attempt in self.attempts)

    def claimed(self, now: datetime, lease: timedelta) -> "Image":
        """Take the image for painting; the caretaker looks when the lease ends."""
        until = now + lease
        began = self.started_at or now
        return self._next(status="running", lease_until=until, due_at=until, started_at=began)

    def attempting(self, attempt: Attempt) -> "Image":
        """Record a call before it is made, and reserve its price if need be."""
        reserved = max(self.reserved, self.spent + self.unknown + self.price)
        return self._next(attempts=(*self.attempts, attempt), reserved=reserved)

    def returned(self, attempt: Attempt) -> "Image":
        """Record how the open attempt came back; not a write of its own."""
        return replace(self, attempts=(*self.attempts[:-1], attempt))

    def put_back(self, due_at: datetime) -> "Image":
        """Give the claim up; a new message carries on, the caretaker if it is lost."""
        tries = self.tries + 1
        return self._next(status="queued", lease_until=None, due_at=due_at, tries=tries)

    def looked_after(self, due_at: datetime) -> "Image":
        """Send a queued image again, and look again later."""
        return self._next(due_at=due_at, tries=self.tries + 1)

    def succeeded(self, now: datetime, picture: Picture, seed: int | None) -> "Image":
        """End with a published picture."""
        return self._ended(now, "succeeded", picture=picture, seed=seed)

    def filtered(self, now: datetime, reason: str) -> "Image":
        """End without a picture because the model withheld it."""
        return self._ended(now, "filtered", problem=Problem("filtered", reason))

    def failed(self, now: datetime, code: str, detail: str) -> "Image":
        """End without a picture, with a code and words."""
        return self._ended(now, "failed", problem=Problem(code, detail))

    def late(self, now: datetime) -> "Image":
        """End without a picture, because the deadline passed first."""
        words = "The deadline passed before it was painted; nothing more will be spent on it."
        return self.failed(now, "deadline_exceeded", words)

    def noted(
        self, *, favourite: bool | None = None, tags: tuple[str, ...] | None = None
    ) -> "Image":
        """Keep what the client says of it; None leaves a note as it is."""
        likes = self.favourite if favourite is None else favourite
        words = self.tags if tags is None else tuple(sorted(set(tags)))
        return self._next(favourite=likes, tags=words)

    def chosen(self, picked: bool) -> "Image":
        """Mark it as its generation's best, or no longer."""
        return self._next(picked=picked)

    def unshared(self) -> "Image":
        """Let no share link that was made so far open it."""
        return self._next(share_version=self.share_version + 1)

    def canceled(self, now: datetime) -> "Image":
        """End before it was painted, because the client said so."""
        return self._ended(now, "canceled")

    def erase(self) -> "Image":
        """Forget all but the money, because the client deleted it."""
        bare = replace(self.call, prompt="", negative_prompt=None, parameters={}, inputs={})
        attempts = tuple(replace(attempt, detail="") for attempt in self.attempts)
        erased = replace(self, call=bare, attempts=attempts, picture=None, erased=True)
        bare_notes = replace(erased, cell={}, favourite=False, tags=(), picked=False)
        return replace(bare_notes, problem=None, seed=None, parents=(), version=self.version + 1)

    def deleted(self, until: datetime) -> "Image":
        """Erase it alone; its files are looked for once more at `until`."""
        return replace(self.erase(), due_at=until)

    def cleared(self) -> "Image":
        """Owe nothing more: the files of an erased image are gone."""
        return self._next(due_at=None)

    def _billed(self, billed: Billed) -> int:
        return sum(attempt.billed == billed for attempt in self.attempts)

    def _ended(self, now: datetime, status: ImageStatus, **more: Any) -> "Image":
        """End; a call that is still out then may have been billed."""
        stale = self.open_attempt
        settled = replace(stale, outcome="interrupted", billed="unknown") if stale else None
        image = self.returned(settled) if settled else self
        over: Any = {"due_at": None, "lease_until": None, **more}
        return image._next(status=status, completed_at=now, **over)

    def _next(self, **changes: Any) -> "Image":
        return replace(self, version=self.version + 1, **changes)
