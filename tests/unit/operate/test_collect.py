"""Evidence is read whole: every page, every kind of item, nothing taken away."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from functions.adapters.dynamodb import keys, writes
from functions.adapters.dynamodb.codec import item_of, plain_generation
from functions.domain.ledger import Due
from operate.collect import Sources, calls_at, collect, depth
from tests.samples import MONTH, NOW, PRICE, a_generation, an_image

TENANT, ULID = a_generation().tenant, a_generation().ulid
ITEMS: list[dict[str, Any]] = [
    keys.generation_key(TENANT, ULID) | plain_generation(a_generation()),
    writes.image_item(an_image()),
    keys.budget_key(TENANT, MONTH) | {"committed": PRICE},
    keys.idempotency_key(TENANT, "order#1") | {"ulid": ULID, "fingerprint": "f", "expires_at": 1},
    keys.due_item(Due(NOW, TENANT, ULID, "dispatch")),
]


class Pages:
    """A paginator of so many pages, whatever is asked."""

    def __init__(self, *pages: dict[str, Any]) -> None:
        self.pages = pages

    def paginate(self, **_: Any) -> tuple[dict[str, Any], ...]:
        return self.pages


class FakeAws:
    """A table of one item a page, a bucket of one object a page, a queue of letters."""

    def __init__(self) -> None:
        self.letters = [{"MessageId": str(number), "Body": "{}"} for number in range(12)]

    def __call__(self, _: str) -> "FakeAws":
        return self

    def get_paginator(self, verb: str) -> Pages:
        if verb == "scan":
            return Pages(*({"Items": [item_of(item)]} for item in ITEMS), {"Items": []})
        sizes = {"images/ten_a/x/00.png": 7, "quarantine/x/00/a": 7}
        return Pages(*({"Contents": [{"Key": k, "Size": n}]} for k, n in sizes.items()), {})

    def get_object(self, **_: Any) -> dict[str, Any]:
        return {"Body": io.BytesIO(b"picture")}

    def receive_message(self, **_: Any) -> dict[str, Any]:
        self.letters = self.letters[10:] + self.letters[:10]
        return {"Messages": self.letters[:10]}

    def get_queue_attributes(self, *, AttributeNames: list[str], **_: Any) -> dict[str, Any]:  # noqa: N803
        return {"Attributes": dict.fromkeys(AttributeNames, "2")}


def test_every_page_and_every_kind_of_item_is_read() -> None:
    sources = Sources(table="t", bucket="b", dead_letters="q", digests=True, keep_days=7)

    evidence = collect(sources, FakeAws())

    assert [image.id for image in evidence.images] == [an_image().id]
    assert [each.id for each in evidence.generations] == [a_generation().id]
    assert evidence.months[TENANT, MONTH].committed == PRICE
    assert evidence.keys == {(TENANT, "order#1"): ULID}
    assert evidence.due == [Due(NOW, TENANT, ULID, "dispatch")]
    assert len(evidence.items) == len(ITEMS)
    assert len(evidence.messages) == 12
    assert evidence.files_kept_since is not None
    assert evidence.calls is None


def test_only_published_pictures_are_hashed_and_only_when_asked() -> None:
    sources = Sources(table="t", bucket="b", digests=True)

    hashed = {key for key, file in collect(sources, FakeAws()).files.items() if file.sha256}
    plain = collect(Sources(table="t", bucket="b"), FakeAws()).files

    assert hashed == {"images/ten_a/x/00.png"}
    assert not any(file.sha256 for file in plain.values())


def test_a_queue_holds_what_waits_what_is_in_work_and_what_is_delayed() -> None:
    assert depth("q", FakeAws()) == 6


def test_the_ledger_is_read_with_its_labels_and_bills() -> None:
    line = {
        "request_id": "r",
        "attempt": "a",
        "billed": "yes",
        "fault": "late",
        "outcome": "painted",
    }

    with _emulator({"invocations": [line], "total": 1}) as url:
        [call] = calls_at(url)

    assert (call.request_id, call.attempt, call.billed, call.outcome) == ("r", "a", "yes", "late")


def test_a_ledger_that_has_forgotten_proves_nothing() -> None:
    with (
        _emulator({"invocations": [], "total": 1}) as url,
        pytest.raises(ValueError, match="reset it"),
    ):
        calls_at(url)


@contextmanager
def _emulator(ledger: dict[str, Any]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(ledger).encode())

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
