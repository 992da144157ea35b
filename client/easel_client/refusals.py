"""From a refusing answer to the error that says it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

import httpx

from easel_client.errors import BY_STATUS, EaselError, Fault


def refusal(response: httpx.Response) -> EaselError:
    """Return the error that an answer means; gateways and S3 speak no problem documents."""
    status = response.status_code
    document = _document(response)
    kind = BY_STATUS.get(status, EaselError)
    return kind(
        str(document.get("detail") or document.get("message") or _said(response)),
        status=status,
        code=str(document.get("code") or f"http_{status}"),
        title=str(document.get("title") or response.reason_phrase),
        errors=_faults(document.get("errors")),
        request_id=document.get("request_id") or response.headers.get("x-request-id"),
        retry_after=retry_after(response),
    )


def retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that an answer asks to wait, None where it does not.

    https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 checked 2026-11-22.
    """
    said = response.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", said, re.ASCII):
        return float(said)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    until = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((until - datetime.now(UTC)).total_seconds(), 0.0)


def _document(response: httpx.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {}


def _faults(raw: Any) -> list[Fault]:
    told = cast("list[Any]", raw) if isinstance(raw, list) else []
    objects = [cast("dict[str, Any]", each) for each in told if isinstance(each, dict)]
    return [Fault(*(str(each.get(name, "")) for name in _FAULT)) for each in objects]


_FAULT = ("pointer", "code", "detail")


def _said(response: httpx.Response) -> str:
    """Return what a page or S3's XML says, shortly."""
    message = re.search(r"<Message>(.*?)</Message>", response.text, re.DOTALL)
    said = message[1] if message else f"{response.status_code} {response.reason_phrase}"
    return f"{said.strip()[:300]} ({response.request.method} {response.request.url.path})"
