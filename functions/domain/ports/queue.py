"""What carries images to painters."""

from collections.abc import Sequence
from typing import Protocol

from functions.domain.ledger import ImageRef


class PaintQueue(Protocol):
    """Carries images to painters; loses nothing that the records do not know."""

    def send(self, refs: Sequence[ImageRef], *, delay_seconds: int = 0) -> bool:
        """Send one message for each image; whether all were accepted."""
        ...
