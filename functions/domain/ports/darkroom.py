"""What looks at pictures that strangers made."""

from collections.abc import Mapping
from typing import Protocol

from functions.domain.source import Findings, Place


class Darkroom(Protocol):
    """Decodes pictures where a decoder's fault can do no harm."""

    def measure(self, places: Mapping[str, Place], *, correlation_id: str = "") -> Findings:
        """Return what each picture holds, or what is wrong with it.

        Bytes and pixels are bounded by the header before anything is decoded.

        Args:
            places: Where each picture is, by its part.
            correlation_id: The gateway's of the request that asked, for logs.

        Raises:
            Unavailable: nobody could look; the same question may work soon.
        """
        ...
