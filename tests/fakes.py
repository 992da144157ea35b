"""In-memory twins of the ports; `tests/contract` holds them to the same promises.

Each keeps its state in plain attributes that a test may read.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import IO

from functions.domain.call import Call, Pictures, Reply, Writing
from functions.domain.image import Image
from functions.domain.input import Input
from functions.domain.inscription import Header, Inscription
from functions.domain.ledger import ImageRef
from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listing, ListingFailed
from functions.domain.outcome import RULES, Billed, CallFailed
from functions.domain.ports.model import NONE
from functions.domain.ports.pixels import Look, NotAPicture
from functions.domain.ports.store import Held, Moved
from functions.domain.source import Findings, Flaw, Measured, Place, Tones
from functions.domain.tenant import Key
from functions.domain.upload import Form, Upload, input_key, upload_key
from tests.fake_enhancements import FakeWriter
from tests.fake_records import FakeRecords

__all__ = [
    "FakeDarkroom",
    "FakeDirectory",
    "FakeKeyRing",
    "FakeListings",
    "FakeModel",
    "FakePixels",
    "FakeQueue",
    "FakeRecords",
    "FakeShareSecret",
    "FakeStore",
    "FakeWriter",
    "picture_of",
]


@dataclass
class FakeKeyRing:
    """Keys by their hash."""

    keys: dict[str, Key] = field(default_factory=dict)

    def by_hash(self, digest: str) -> Key | None:
        return self.keys.get(digest)

    def by_id(self, key_id: str) -> Key | None:
        return next((key for key in self.keys.values() if key.id == key_id), None)

    def add(self, key: Key) -> None:
        self.keys[key.hash] = key

    def revoke(self, key: Key, now: datetime) -> None:
        known = self.keys[key.hash]
        self.keys[key.hash] = replace(known, revoked_at=known.revoked_at or now)


@dataclass
class FakeShareSecret:
    """A secret of the test's own; `made` counts them."""

    made: int = 0

    def get(self) -> bytes:
        self.made = self.made or 1
        return hashlib.sha256(f"secret {self.made} of {id(self)}".encode()).digest()

    def renew(self) -> None:
        self.made += 1


@dataclass
class FakeListings:
    """Listings by Region."""

    kept_: dict[str, Listing] = field(default_factory=dict)

    def kept(self, region: str) -> Listing:
        return self.kept_.get(region, Listing(region))

    def begin(self, region: str, now: datetime) -> None:
        self.kept_[region] = replace(self.kept(region), tried_at=now)

    def keep(self, listing: Listing) -> None:
        self.kept_[listing.region] = listing


@dataclass
class FakeDirectory:
    """Lists what it was told, or fails as it was told; counts how often it was asked."""

    says: dict[str, Lifecycle] | ListingFailed
    asked: int = 0

    def listed(self) -> dict[str, Lifecycle]:
        self.asked += 1
        if isinstance(self.says, ListingFailed):
            raise self.says
        return self.says


@dataclass
class FakeQueue:
    """Messages with the time from which they can be received."""

    clock: Callable[[], datetime]
    messages: list[tuple[datetime, ImageRef]] = field(default_factory=list)
    delays: list[int] = field(default_factory=list)
    loses: int = 0

    def send(self, refs: Sequence[ImageRef], *, delay_seconds: int = 0) -> bool:
        """Take messages, but for the last `loses` of one call."""
        lost, self.loses = self.loses, 0
        taken = list(refs)[: len(refs) - lost]
        visible = self.clock() + timedelta(seconds=delay_seconds)
        self.messages += [(visible, ref) for ref in taken]
        self.delays += [delay_seconds] * len(taken)
        return not lost

    def receive(self) -> ImageRef | None:
        """Take the first message that can be seen, if there is one."""
        ripe = [message for message in self.messages if message[0] <= self.clock()]
        if not ripe:
            return None
        first = min(ripe, key=lambda message: message[0])
        self.messages.remove(first)
        return first[1]


@dataclass
class FakeModel:
    """Answers as its script says, then with pictures; knows what it billed by seed."""

    script: deque[Reply | Exception] = field(default_factory=deque)
    calls: list[Call] = field(default_factory=list)
    bills: list[tuple[int | None, Billed]] = field(default_factory=list)
    pictures: list[Pictures] = field(default_factory=list)

    def invoke(
        self,
        call: Call,
        region: str,
        *,
        attempt_id: str,
        correlation_id: str = "",
        pictures: Pictures = NONE,
    ) -> Reply:
        self.calls.append(call)
        self.pictures.append(pictures)
        answer = self.script.popleft() if self.script else picture_of(call)
        failed = isinstance(answer, CallFailed)
        self.bills.append((call.seed, RULES[answer.outcome].billed if failed else "yes"))
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class FakeStore:
    """Objects by key."""

    objects: dict[str, bytes] = field(default_factory=dict)

    def publish(
        self, image: Image, attempt_id: str, raw: bytes, file_format: str, *, sha256: str
    ) -> str:
        assert hashlib.sha256(raw).hexdigest() == sha256
        key = f"images/{image.tenant}/{image.id}-{attempt_id}.{file_format}"
        self.objects[key] = raw
        return key

    def form(self, upload: Upload, *, seconds: int) -> Form:
        key = upload_key(upload.tenant, upload.ulid)
        fields = {"key": key, "Content-Type": upload.content_type, "policy": f"for {seconds} s"}
        return Form("https://files.example/", fields)

    def keep_input(
        self, tenant: str, ulid: str, part: str, place: Place, *, found: Measured
    ) -> None:
        raw = self.objects.get(place.key) if place.key else place.raw
        if raw is None or hashlib.sha256(raw).hexdigest() != found.sha256:
            raise Moved(place.key)
        self.objects[input_key(tenant, ulid, part)] = raw

    def input(self, tenant: str, ulid: str, part: str) -> bytes | None:
        return self.objects.get(input_key(tenant, ulid, part))

    def remove_inputs(self, tenant: str, ulid: str) -> None:
        for key in [key for key in self.objects if key.startswith(f"inputs/{tenant}/{ulid}/")]:
            del self.objects[key]

    def quarantine(self, image: Image, attempt_id: str, raw: bytes) -> None:
        self.objects[f"quarantine/{image.id}/{attempt_id}"] = raw

    def left_behind(self, image: Image, attempt_id: str) -> Held | None:
        published = f"images/{image.tenant}/{image.id}-{attempt_id}."
        aside = self.objects.get(f"quarantine/{image.id}/{attempt_id}")
        found = (raw for key, raw in self.objects.items() if key.startswith(published))
        held = None if aside is None else Held(aside, "quarantine")
        return next((Held(raw, "published") for raw in found), held)

    def release(self, image: Image, attempt_id: str) -> None:
        self.objects.pop(f"quarantine/{image.id}/{attempt_id}", None)

    def put_thumbnail(self, image: Image, webp: bytes) -> None:
        self.objects[f"thumbs/{image.tenant}/{image.id}.webp"] = webp

    def address(self, key: str, *, filename: str) -> str:
        if not key.startswith(("images/", "thumbs/", "archives/", "inputs/")):
            raise ValueError(key)
        return f"https://files.example/{key}?filename={filename}"

    def thumbnail_key(self, image: Image) -> str | None:
        key = f"thumbs/{image.tenant}/{image.id}.webp"
        return key if key in self.objects else None

    def exists(self, key: str) -> bool:
        return key in self.objects

    def pieces(self, key: str) -> Iterator[bytes] | None:
        return iter([self.objects[key]]) if key in self.objects else None

    def archived(self, tenant: str, ulid: str, digest: str) -> str | None:
        key = f"archives/{tenant}/{ulid}/{digest}.zip"
        return key if key in self.objects else None

    def put_archive(self, tenant: str, ulid: str, digest: str, content: IO[bytes]) -> str:
        key = f"archives/{tenant}/{ulid}/{digest}.zip"
        self.objects[key] = content.read()
        return key

    def remove_archives(self, tenant: str, ulid: str) -> None:
        for key in [key for key in self.objects if key.startswith(f"archives/{tenant}/{ulid}/")]:
            del self.objects[key]

    def remove(self, image: Image) -> None:
        for key in [key for key in self.objects if image.id in key]:
            del self.objects[key]


class FakePixels:
    """Takes what `picture_of` makes for a PNG, what it wrote itself, and nothing else."""

    def look(self, raw: bytes) -> Look:
        first, _, rest = raw.partition(b" at ")
        if first in (b"jpeg", b"webp") and b"picture" in rest:
            return Look(first.decode(), 1024, 1024)
        if not raw.startswith(b"picture"):
            raise NotAPicture("the bytes are not a PNG, JPEG or WebP picture")
        return Look("png", 1024, 1024)

    def transcode(self, raw: bytes, writing: Writing) -> tuple[bytes, Look]:
        written = f"{writing.format} at {writing.quality} of ".encode() + raw
        return written, replace(self.look(raw), format=writing.format)

    def prepare(self, raw: bytes, made: Input) -> bytes:
        if raw.startswith(b"broken"):
            raise NotAPicture("the picture's bytes are broken")
        return b"prepared " + raw

    def thumbnail(self, raw: bytes) -> bytes:
        return b"thumbnail of " + raw


@dataclass
class FakeDarkroom:
    """Says of each picture what it was told, by the SHA-256 of its bytes.

    Otherwise they are fine, and begin with `clear` where they are transparent in places.
    """

    store: "FakeStore"
    says: dict[str, Measured | Flaw] = field(default_factory=dict)
    asked: int = 0

    def measure(self, places: Mapping[str, Place], *, correlation_id: str = "") -> Findings:
        self.asked += 1
        return {part: self._one(place) for part, place in places.items()}

    def _one(self, place: Place) -> Measured | Flaw:
        raw = self.store.objects.get(place.key) if place.key else place.raw
        if raw is None:
            return Flaw("missing", "there is no file")
        digest = hashlib.sha256(raw).hexdigest()
        if digest in self.says:
            return self.says[digest]
        light = Tones(0, 255, between=True)
        alpha = light if raw.startswith(b"clear") else None
        return Measured("png", 1024, 1024, len(raw), digest, light, alpha)


@dataclass
class FakeInscriber:
    """Puts the model and the seed behind the bytes; reads what it was told to."""

    inscription: Inscription | None = None
    measured: Header = field(default_factory=lambda: Header("png", 1024, 1024, complete=True))

    def write(self, raw: bytes, inscription: Inscription) -> bytes:
        return raw + f" by {inscription.model} with {inscription.seed}".encode()

    def read(self, raw: bytes) -> Inscription | None:
        return self.inscription

    def header(self, raw: bytes) -> Header:
        if not raw.startswith(b"picture"):
            raise NotAPicture("the bytes do not begin as a PNG, JPEG or WebP picture")
        return self.measured


def picture_of(call: Call) -> Reply:
    """Return what `FakeModel` paints for a call."""
    return Reply(f"picture with seed {call.seed}".encode(), seed=call.seed, request_id="req-1")
