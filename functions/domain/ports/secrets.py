"""Where the deployment keeps what only it may know."""

from typing import Protocol


class ShareSecret(Protocol):
    """The secret that share links are sealed with."""

    def get(self) -> bytes:
        """Return it; whoever asks first makes it, and everybody gets the same."""
        ...

    def renew(self) -> None:
        """Replace it by a new one, so that no link that was made before opens anything."""
        ...
