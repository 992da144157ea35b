"""The control plane's door to inference profiles: ListInferenceProfiles, GetInferenceProfile.

Shapes as in botocore's service model `bedrock` (2023-04-20); names as in
https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
(checked 2026-11-22). Descriptions are unconfirmed.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from emulator.access import region_of
from emulator.answers import answered
from emulator.lifecycle import Lifecycle
from emulator.refusal import invalid
from functions.catalogue.spec import ModelSpec

ACCOUNT = "123456789012"
"""AWS's example account, to which the profiles are shown."""

_TYPES = ("SYSTEM_DEFINED", "APPLICATION")
_MOST = 1000


class ProfileDoor:
    """Describes the profiles that AWS defines; nobody can make others here."""

    def __init__(self, lifecycle: Lifecycle) -> None:
        self._lifecycle = lifecycle

    async def list(self, request: Request) -> Response:
        """Answer ListInferenceProfiles, a page at a time."""
        region = region_of(request.headers.get("authorization"))
        kind = request.query_params.get("type", _TYPES[0])
        if kind not in _TYPES:
            raise invalid(
                f"1 validation error detected: Value '{kind}' at 'typeEquals' failed to satisfy "
                f"constraint: Member must satisfy enum value set: [{', '.join(_TYPES)}]"
            )
        rows = self._lifecycle.listed(region) if kind == _TYPES[0] else []
        summaries = [_summary(spec, region) for spec in rows if spec.profile_of]
        return answered(_page(summaries, request.query_params))

    async def get(self, request: Request) -> Response:
        """Answer GetInferenceProfile."""
        region = region_of(request.headers.get("authorization"))
        spec = self._lifecycle.profile(request.path_params["profile"], region)
        return answered(_summary(spec, region))


def _page(summaries: list[dict[str, Any]], asked: Any) -> dict[str, Any]:
    """Cut out the page that a token and a number of results name."""
    token, size = asked.get("nextToken", "0"), asked.get("maxResults", str(_MOST))
    if not token.isdecimal() or not size.isdecimal() or not 1 <= int(size) <= _MOST:
        raise invalid("The provided pagination is invalid.")  # unconfirmed text
    end = int(token) + int(size)
    more = {"nextToken": str(end)} if end < len(summaries) else {}
    return {"inferenceProfileSummaries": summaries[int(token) : end], **more}


def _summary(spec: ModelSpec, region: str) -> dict[str, Any]:
    """Describe a profile: where it is, and every Region that it may run in."""
    places = ", ".join(spec.regions[:-1]) + f" and {spec.regions[-1]}"
    arn = "arn:aws:bedrock:{}::foundation-model/{}"
    return {
        "inferenceProfileName": f"US {spec.title}",
        "description": f"Routes requests to {spec.title} in {places}.",
        "inferenceProfileArn": f"arn:aws:bedrock:{region}:{ACCOUNT}:inference-profile/{spec.id}",
        "models": [{"modelArn": arn.format(place, spec.foundation)} for place in spec.regions],
        "inferenceProfileId": spec.id,
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }
