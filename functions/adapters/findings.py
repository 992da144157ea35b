"""What `api` and the darkroom write to each other, in one place.

Asked is `{"correlation_id": …, "pictures": {part: {"key": …} or {"data": base64}}}`,
answered `{part: {"measured": {…}} or {"flaw": {"code", "detail"}}}`. A request body has at
most 4 MiB (`functions.http.doorstep`), and its pictures are in base64 there as here: far
from the 6 MB that Lambda takes.
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html checked 2026-11-22.
"""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from functions.domain.source import Findings, Flaw, Measured, Place, Tones


def question(places: Mapping[str, Place], correlation_id: str) -> dict[str, Any]:
    """Return what the darkroom is asked."""
    pictures = {part: _written(place) for part, place in places.items()}
    return {"correlation_id": correlation_id, "pictures": pictures}


def places(question: Mapping[str, Any]) -> dict[str, Place]:
    """Return where the pictures of a question are."""
    return {part: _place(each) for part, each in question.get("pictures", {}).items()}


def answer(found: Findings) -> dict[str, Any]:
    """Return what the darkroom says."""
    return {part: _told(each) for part, each in found.items()}


def findings(answer: Mapping[str, Any]) -> Findings:
    """Return what was found, as the darkroom says it."""
    return {part: _finding(each) for part, each in answer.items()}


def _written(place: Place) -> dict[str, str]:
    if place.key:
        return {"key": place.key}
    return {"data": base64.b64encode(place.raw).decode()}


def _place(plain: Mapping[str, str]) -> Place:
    if "key" in plain:
        return Place(key=plain["key"])
    return Place(raw=base64.b64decode(plain["data"]))


def _told(finding: Measured | Flaw) -> dict[str, Any]:
    return {"flaw" if isinstance(finding, Flaw) else "measured": asdict(finding)}


def _finding(plain: Mapping[str, Any]) -> Measured | Flaw:
    if "flaw" in plain:
        return Flaw(**plain["flaw"])
    known: dict[str, Any] = dict(plain["measured"])
    known["light"] = Tones(**known["light"])
    known["alpha"] = Tones(**known["alpha"]) if known.get("alpha") else None
    return Measured(**known)
