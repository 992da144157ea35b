"""The far side of a benchmark: a fake AWS with what the doors ask it for."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import flat, item_of, plain_generation
from functions.adapters.dynamodb.writes import image_item
from functions.domain.image import Image
from functions.domain.ledger import ImageRef
from functions.domain.tenant import Key
from functions.settings import Settings
from functions.use_cases.admit import digest
from tests.bench import events
from tests.bench.picture import SIDE
from tests.bench.places import ROOT
from tests.samples import a_call, an_accepted

SECRET = "easel_" + "A" * 43
SCOPES = frozenset({"generate", "read"})
LONG = timedelta(days=365)
SETTINGS = Settings(
    stage="bench",
    table="records",
    bucket="pictures",
    queue_url="https://sqs.us-west-2.amazonaws.com/111122223333/paint",
)


@dataclass(frozen=True)
class Stand:
    """A fake AWS at work.

    Attributes:
        url: Where it listens.
        folder: Files that peers read: one event for each door, `painter.json` and the like.
        certificate: Whom to trust where it speaks TLS, else None.
    """

    url: str
    folder: Path
    certificate: Path | None = None

    def environment(self) -> Mapping[str, str]:
        """Return what makes a process talk to it as a Lambda function would."""
        trust = {"AWS_CA_BUNDLE": str(self.certificate)} if self.certificate else {}
        return {
            **SETTINGS.to_env(),
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": "us-west-2",
            "AWS_DEFAULT_REGION": "us-west-2",
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_SESSION_TOKEN": "T" * 800,  # as long as Lambda's are
            "AWS_EC2_METADATA_DISABLED": "true",
            "BENCH_EVENT": str(self.folder / "painter.json"),
            **trust,
        }


@contextmanager
def standing(
    folder: Path, *, picture: bytes, certificate: Path | None = None, calls: Path | None = None
) -> Iterator[Stand]:
    """Start a fake AWS whose table holds a queued image and a key; its model paints `picture`.

    With `calls`, each request is written there as a line of JSON.
    """
    now = datetime.now(UTC)
    generation, (image,) = an_accepted(created_at=now, deadline_at=now + LONG, month=f"{now:%Y-%m}")
    image = _square(image)
    key = Key(id="key_a", hash=digest(SECRET), tenant="ten_a", scopes=SCOPES, created_at=now)
    items = [
        image_item(image),
        keys.generation_key(generation.tenant, generation.ulid) | plain_generation(generation),
        {"PK": f"KEY#{key.hash}", "SK": "KEY", **flat(key), "scopes": sorted(key.scopes)},
    ]
    (folder / "items.json").write_text(json.dumps([item_of(item) for item in items]))
    (folder / "picture.png").write_bytes(picture)
    asked = {
        "api": events.api(image.tenant),
        "authorizer": events.authorizer(SECRET),
        "painter": events.painter(ImageRef(image.tenant, image.id)),
    }
    for door, event in asked.items():
        (folder / f"{door}.json").write_text(json.dumps(event))
    with _fake(folder, certificate, calls) as port:
        # An address, not a name: before a name, S3's clients would put the bucket's.
        scheme = "https" if certificate else "http"
        yield Stand(f"{scheme}://127.0.0.1:{port}", folder, certificate)


def cores() -> tuple[set[int], set[int]]:
    """Return the core of whoever is measured, and those of the rest."""
    known = sorted(os.sched_getaffinity(0))
    return {known[0]}, set(known[1:]) or {known[0]}


def _square(image: Image) -> Image:
    return replace(image, call=a_call(width=SIDE, height=SIDE, aspect_ratio="1:1", parameters={}))


@contextmanager
def _fake(folder: Path, certificate: Path | None, calls: Path | None) -> Iterator[int]:
    command = [sys.executable, "-m", "tests.bench.fake_aws", folder / "items.json"]
    command += [folder / "picture.png"]
    command += ["--certificate", certificate] if certificate else []
    command += ["--calls", calls] if calls else []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        os.sched_setaffinity(process.pid, cores()[1])
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()
