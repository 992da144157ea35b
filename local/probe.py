"""Small questions over HTTP to what runs on this machine."""

import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping


def status_of(
    url: str, *, ca_bundle: str | None = None, headers: Mapping[str, str] = {}, seconds: float = 2
) -> int | None:
    """Return the status of an answer to GET, or None where nobody answers.

    No proxy is asked: what is meant is always this machine.
    """
    request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310 - our own addresses
    handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
    try:
        if ca_bundle:
            context = ssl.create_default_context(cafile=ca_bundle)
            handlers.append(urllib.request.HTTPSHandler(context=context))
        with urllib.request.build_opener(*handlers).open(request, timeout=seconds) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, ValueError):
        return None


def bearer(key: str) -> dict[str, str]:
    """Return the header that carries a key."""
    return {"Authorization": f"Bearer {key}"}
