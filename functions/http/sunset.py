"""A model's end as HTTP knows it: Deprecation, Sunset and a link to the successor.

`Deprecation` (RFC 9745) carries the first legacy day as seconds since 1970,
`Sunset` (RFC 8594) the first day without the model as an HTTP date; either may
lie ahead. `successor-version` is the relation of RFC 5829. A client that knows
these headers warns its people without knowing anything of models.
"""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from functions.catalogue import find
from functions.catalogue.lifecycle import heir
from functions.catalogue.policy import Policy
from functions.http.present import Place

MEANINGS = {
    "Deprecation": "Since when, or from when on, the model is legacy (RFC 9745); if announced",
    "Sunset": "When the model ends, or ended (RFC 8594); if announced",
    "Link": 'The successor, `rel="successor-version"`; if there is one',
}
ANSWERS = (
    ("/v1/models/{model_id}", "get"),
    ("/v1/plans", "post"),
    ("/v1/generations", "post"),
    ("/v1/generations/{generation_id}", "get"),
)
"""The calls whose answers are about one model."""


def headers(model: str, policy: Policy, place: Place) -> dict[str, str]:
    """Return what an answer about a model says of its end; nothing where none is set."""
    spec = find(model)
    if spec is None:
        return {}
    life = policy.lifecycle(spec)
    found: dict[str, str] = {}
    if life.legacy:
        found["Deprecation"] = f"@{int(_midnight(life.legacy).timestamp())}"
    if life.end_of_life:
        found["Sunset"] = format_datetime(_midnight(life.end_of_life), usegmt=True)
    if found and (following := heir(spec, policy)):
        found["Link"] = f'<{place.model(following.id)}>; rel="successor-version"'
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
