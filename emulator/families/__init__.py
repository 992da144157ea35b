"""The families' dialects: what each reads on the wire and how it answers.

Written from AWS's pages, not from `functions.catalogue`: an encoder of ours that
misreads a page must fail here.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from emulator.commission import Commission
from emulator.families import nova, sdxl, stability, stability_services, titan
from emulator.families.page import Page
from emulator.filters import Verdict

Body = dict[str, Any]


class Dialect(Protocol):
    """What a family's module offers; `DIALECTS` holds the modules themselves."""

    SHOWS_FILTERED: bool
    """Whether a filtered call is answered with a blurred picture."""

    def page(self, model: str) -> Page:
        """Return what AWS's page says of a model; of one unknown, the family's newest."""
        ...

    def read(self, model: str, body: Body) -> list[Commission]:
        """Turn a body that keeps to the page into commissions, or refuse it."""
        ...

    def answer(self, commissions: Sequence[Commission], images: Sequence[str]) -> Body:
        """Write the reply that carries `images`, in base64."""
        ...

    def decline(self, verdict: Verdict, seed: int, images: Sequence[str]) -> Body:
        """Write the reply of a call that ended without its picture."""
        ...


DIALECTS: Mapping[str, Dialect] = {
    "stability": stability,
    "stability_services": stability_services,
    "sdxl": sdxl,
    "titan": titan,
    "nova": nova,
}
"""By the catalogue's name of the family."""
