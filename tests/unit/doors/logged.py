"""What a door wrote while a test ran: its JSON lines, apart from its metrics."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from functions.adapters.telemetry import logger


@contextmanager
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """Collect what is logged inside; the list is filled at the end."""
    stream, found = io.StringIO(), []
    handler: Any = logger.registered_handler
    monkeypatch.setattr(handler, "stream", stream)
    yield found
    found += [json.loads(line) for line in stream.getvalue().splitlines()]
