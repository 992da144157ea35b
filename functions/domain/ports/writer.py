"""What writes: one order, one form filled in."""

from typing import Protocol

from functions.domain.writing import Order, Written


class Writer(Protocol):
    """Calls a text model once, without retries of its own."""

    def write(
        self, order: Order, model: str, *, attempt_id: str, correlation_id: str = ""
    ) -> Written:
        """Return what the model wrote; both ids go along as labels.

        Raises:
            CallFailed: nothing usable came back; carries the outcome's word.
        """
        ...
