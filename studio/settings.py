"""Where the API is and with which key the studio speaks to it, from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


class MissingSetting(Exception):
    """A setting is not there; its text names it and the next step."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a studio needs to know.

    Attributes:
        api_url: The API's address as `make run` prints it, without `/v1`.
        api_key: The key of the tenant whose pictures are made and shown; never sent to a browser.
    """

    api_url: str
    api_key: str

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read `EASEL_URL` and `EASEL_API_KEY`.

        Raises:
            MissingSetting: one of them is not set or blank.
        """
        found = {name: environ.get(name, "").strip() for name in ("EASEL_URL", "EASEL_API_KEY")}
        for name, value in found.items():
            if not value:
                raise MissingSetting(
                    f"{name} is not set. `make run` starts a studio with both settings; "
                    "for another API, set EASEL_URL to its address and EASEL_API_KEY to a key."
                )
        return cls(api_url=found["EASEL_URL"].rstrip("/"), api_key=found["EASEL_API_KEY"])
