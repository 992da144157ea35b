"""Where the service is, and with which key it is asked."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import httpx

from easel_client.errors import InvalidRequest
from easel_client.steps import Ask

URL, KEY = "EASEL_URL", "EASEL_API_KEY"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The API's address and a key; turns what is asked into what httpx sends."""

    base_url: str
    api_key: str | None
    timeout: float

    def __post_init__(self) -> None:
        """Refuse at once what could only fail later."""
        if not _is_web(self.base_url):
            raise InvalidRequest(
                f"{self.base_url!r} is no http:// or https:// address.", code="no_address"
            )

    def sent(self, ask: Ask) -> dict[str, Any]:
        """Return the arguments of httpx's `build_request`."""
        known = {"params": ask.params, "json": ask.json, "content": ask.content}
        form = {"data": ask.fields, "files": ask.files}
        return {
            "method": ask.method,
            "url": f"{self.base_url.rstrip('/')}/{ask.url}" if ask.ours else ask.url,
            "headers": {**(self._headers() if ask.ours else {}), **ask.headers},
            "timeout": httpx.Timeout(self.timeout, read=self.timeout + ask.hold),
            **{name: value for name, value in (known | form).items() if value},
        }

    def _headers(self) -> dict[str, str]:
        agent = f"easel-client/{own_version()} httpx/{httpx.__version__}"
        key = {"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}
        return {"User-Agent": agent, "Accept": "application/json", **key}


def surroundings(env: Mapping[str, str] | None = None) -> tuple[str, str | None]:
    """Return address and key from the environment.

    Raises:
        InvalidRequest: there is no address.
    """
    known = os.environ if env is None else env
    if not known.get(URL):
        raise InvalidRequest(
            f"Set {URL} and {KEY}: `make run` and `make up` print the line that does.",
            code="no_address",
            title="Nobody said where Easel is",
        )
    return known[URL], known.get(KEY) or None


def own_version() -> str:
    """Return this distribution's version; `source` where it is not installed."""
    try:
        return version("easel-client")
    except PackageNotFoundError:
        return "source"


def _is_web(address: str) -> bool:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        return False
    return url.scheme in ("http", "https") and bool(url.host)
