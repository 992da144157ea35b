"""A request's surroundings, read from the gateway's event."""

from typing import Any
from urllib.parse import urlsplit

from functions.domain.frozen import frozen
from functions.domain.tenant import Caller, Scope


@frozen
class Visit:
    """Who came, and under which address.

    Attributes:
        request_id: The gateway's id of this request.
        base: Absolute address of the API, without a slash at its end.
        prefix: Path of that address; links in answers begin with it.
        path: Path behind it.
        received: When the gateway received it, in milliseconds.
        authorised: What the authorizer knows of the caller.
    """

    request_id: str
    base: str
    prefix: str
    authorised: dict[str, str]
    path: str = "/"
    received: int = 0

    def caller(self, scope: Scope) -> Caller:
        """Return who asks.

        Raises:
            MissingScope: their key lacks `scope`.
        """
        known = self.authorised
        caller = Caller(known["tenant"], known["key_id"], frozenset(known["scopes"].split()))
        caller.must(scope)
        return caller


def visit(event: dict[str, Any], public_url: str) -> Visit:
    """Return the surroundings of a REST API's proxy event.

    The prefix is the stage's segment on the gateway's own host and nothing
    behind a custom domain: the gateway puts it into `requestContext.path`.
    """
    context: dict[str, Any] = event.get("requestContext") or {}
    inner: str = event.get("path") or "/"
    outer: str = context.get("path") or inner
    headers: dict[str, str] = event.get("headers") or {}
    host = {name.lower(): value for name, value in headers.items()}.get("host", "localhost")
    prefix = outer.removesuffix(inner) if outer != inner else ""
    base = public_url.rstrip("/") or f"https://{host}{prefix}"
    return Visit(
        request_id=context.get("requestId", ""),
        base=base,
        prefix=urlsplit(base).path,
        authorised=context.get("authorizer") or {},
        path=inner,
        received=int(context.get("requestTimeEpoch") or 0),
    )
