"""What paints: one call, one reply."""

from typing import Protocol

from functions.domain.call import Call, Reply


class ImageModel(Protocol):
    """Calls an image model once, without retries of its own."""

    def invoke(
        self, call: Call, region: str, *, attempt_id: str, correlation_id: str = ""
    ) -> Reply:
        """Return what came back; both ids go along as labels.

        Raises:
            CallFailed: nothing usable did; carries the outcome's word.
        """
        ...
