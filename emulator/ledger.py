"""What was asked and what it would have cost: every invocation, newest last.

It is AWS's side of the story. A client that was cut off cannot know what it pays;
the ledger does, and says `yes` or `no`.
"""

import json
from collections import deque
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

CAPACITY = 100_000
LABEL = "easel-attempt"
"""The member of the request's metadata that names an attempt."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One invocation.

    Attributes:
        time: When its outcome was decided, RFC 3339; the answer may be later.
        request_id: The `x-amzn-RequestId` of the answer.
        model: The identifier as it was called.
        region: The Region it was signed for, if it was.
        status: HTTP status of the answer; None where there was no whole one.
        outcome: `painted`, a verdict's name, the refusal's type, or `unpainted`
            where the call ended before any of these.
        images: Pictures that were painted.
        billed: `yes` or `no`.
        metadata: The `X-Amzn-Bedrock-Request-Metadata` header, if sent.
        attempt: The caller's own name of the call, from that header.
        fault: The kind of fault that struck, if one did.
    """

    time: str
    request_id: str
    model: str
    region: str | None
    status: int | None
    outcome: str
    images: int
    billed: str
    metadata: str | None
    attempt: str | None = None
    fault: str | None = None


class Ledger:
    """The newest invocations; `total` also counts those that were let go."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=CAPACITY)
        self.total = 0

    def book(self, **facts: Any) -> None:
        """Write down an invocation, once, when it is decided what came of it."""
        now, attempt = datetime.now(UTC).isoformat(), _attempt_in(facts["metadata"])
        self._entries.append(Entry(time=now, attempt=attempt, **facts))
        self.total += 1

    def entries(self) -> list[dict[str, Any]]:
        """Return the invocations, oldest first."""
        return [asdict(entry) for entry in self._entries]

    def reset(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.total = 0


def _attempt_in(metadata: str | None) -> str | None:
    try:
        said = json.loads(metadata or "null")
    except ValueError:
        return None
    attempt = said.get(LABEL) if isinstance(said, dict) else None
    return attempt if isinstance(attempt, str) else None
