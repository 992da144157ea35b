"""Where the API is and with which key the studio speaks to it, from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from studio.users import Users

ALONE = ("EASEL_URL", "EASEL_API_KEY")
HOSTED = ("EASEL_URL", "EASEL_USERS", "EASEL_BALANCER_ARN")


class MissingSetting(Exception):
    """A setting is not there; its text names it and the next step."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a studio needs to know.

    Attributes:
        api_url: The API's address as `make run` prints it, without `/v1`.
        api_key: The key of the tenant whose pictures are made and shown; never sent to a browser.
            Empty where each user has a tenant.
        users: Who draws for which tenant; None where all draw with `api_key`.
        balancer: ARN of the load balancer that signs users in.
    """

    api_url: str
    api_key: str
    users: Users | None = None
    balancer: str = ""

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read `EASEL_URL` and `EASEL_API_KEY`; hosted, `EASEL_USERS` and `EASEL_BALANCER_ARN`.

        Raises:
            MissingSetting: one of them is not set or blank.
            UnreadableUsers: the users are not what they should be.
        """
        hosted = bool(environ.get("EASEL_USERS", "").strip())
        names = HOSTED if hosted else ALONE
        found = {name: environ.get(name, "").strip() for name in names}
        for name, value in found.items():
            if not value:
                raise MissingSetting(
                    f"{name} is not set. `make run` starts a studio with all it needs; for another "
                    f"API, set {' and '.join(ALONE)} to its address and a key."
                )
        return cls(
            api_url=found["EASEL_URL"].rstrip("/"),
            api_key=found.get("EASEL_API_KEY", ""),
            users=Users.of(found["EASEL_USERS"]) if hosted else None,
            balancer=found.get("EASEL_BALANCER_ARN", ""),
        )
