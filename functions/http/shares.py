"""The shapes of share links."""

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from functions.http.fields import Strict, View
from functions.http.views import Time

YEAR = 31_536_000


class ShareBody(Strict):
    """How long a link shall work; without a body it works until it is revoked."""

    expires_in: Annotated[int, Field(ge=60, le=YEAR)] | None = Field(
        None, description="Seconds; null for a link that works until it is revoked"
    )

    def ends(self, now: datetime) -> datetime | None:
        """Return from when the link shall not work."""
        if self.expires_in is None:
            return None
        return now.replace(microsecond=0) + timedelta(seconds=self.expires_in)


class ShareView(View):
    """A share link."""

    url: str = Field(description="Absolute; needs no key, and is not logged by us")
    expires_at: Time | None = Field(description="Null if it works until it is revoked")
