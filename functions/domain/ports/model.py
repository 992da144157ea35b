"""What paints: one call, one reply."""

from typing import Protocol

from functions.domain.call import Call, Pictures, Reply

NONE: Pictures = {}


class ImageModel(Protocol):
    """Calls an image model once, without retries of its own."""

    def invoke(
        self,
        call: Call,
        region: str,
        *,
        attempt_id: str,
        correlation_id: str = "",
        pictures: Pictures = NONE,
    ) -> Reply:
        """Return what came back; both ids go along as labels.

        Args:
            call: The call, to the last parameter.
            region: Where the model is called.
            attempt_id: Ours of the attempt.
            correlation_id: The gateway's of the request that asked.
            pictures: Those of the call's inputs, ready for the wire.

        Raises:
            CallFailed: nothing usable did; carries the outcome's word.
        """
        ...
