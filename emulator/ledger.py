"""What was asked and what it would have cost: every invocation, newest last."""

from collections import deque
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

CAPACITY = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One invocation.

    Attributes:
        time: When it was answered, RFC 3339.
        request_id: The `x-amzn-RequestId` of the answer.
        model: The identifier as it was called.
        region: The Region it was signed for, if it was.
        status: HTTP status of the answer.
        outcome: `painted`, a verdict's name, or the refusal's type.
        images: Pictures in the answer.
        billed: `yes`, `no` or `unknown`.
        metadata: The `X-Amzn-Bedrock-Request-Metadata` header, if sent.
    """

    time: str
    request_id: str
    model: str
    region: str | None
    status: int
    outcome: str
    images: int
    billed: str
    metadata: str | None


class Ledger:
    """The newest invocations; `total` also counts those that were let go."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=CAPACITY)
        self.total = 0

    def book(self, **facts: Any) -> None:
        """Write down an invocation that was just answered."""
        self._entries.append(Entry(time=datetime.now(UTC).isoformat(), **facts))
        self.total += 1

    def entries(self) -> list[dict[str, Any]]:
        """Return the invocations, oldest first."""
        return [asdict(entry) for entry in self._entries]

    def reset(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.total = 0
