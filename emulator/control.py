"""The control plane's door: ListFoundationModels and GetFoundationModel.

Shapes as in botocore's service model `bedrock` (2023-04-20). A model that is called
through an inference profile is listed by its own id in each of the profile's Regions,
with INFERENCE_PROFILE, a value that botocore does not know (unconfirmed).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from emulator.access import region_of
from emulator.answers import answered
from emulator.families import DIALECTS
from emulator.lifecycle import Lifecycle
from emulator.refusal import invalid
from functions.catalogue.spec import ModelSpec

Summary = dict[str, Any]

_ENUMERATIONS = {
    "byCustomizationType": ("FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"),
    "byOutputModality": ("TEXT", "IMAGE", "EMBEDDING"),
    "byInferenceType": ("ON_DEMAND", "PROVISIONED"),
}
_FILTERS: dict[str, Callable[[Summary, str], bool]] = {
    "byProvider": lambda summary, value: summary["providerName"].lower() == value.lower(),
    "byCustomizationType": lambda summary, value: value in summary["customizationsSupported"],
    "byOutputModality": lambda summary, value: value in summary["outputModalities"],
    "byInferenceType": lambda summary, value: value in summary["inferenceTypesSupported"],
}


class ControlDoor:
    """Describes the models of a Region as they stand on the emulator's day."""

    def __init__(self, lifecycle: Lifecycle) -> None:
        self._lifecycle = lifecycle

    async def list(self, request: Request) -> Response:
        """Answer ListFoundationModels."""
        region = region_of(request.headers.get("authorization"))
        asked = {name: value for name, value in request.query_params.items() if name in _FILTERS}
        for name, value in asked.items():
            _check(name, value)
        summaries = (self._summary(spec, region) for spec in self._lifecycle.listed(region))
        kept = [
            summary
            for summary in summaries
            if all(_FILTERS[name](summary, value) for name, value in asked.items())
        ]
        return answered({"modelSummaries": kept})

    async def get(self, request: Request) -> Response:
        """Answer GetFoundationModel."""
        region = region_of(request.headers.get("authorization"))
        spec = self._lifecycle.described(request.path_params["model"], region)
        return answered({"modelDetails": self._summary(spec, region)})

    def _summary(self, spec: ModelSpec, region: str) -> Summary:
        page = DIALECTS[spec.family].page(spec.id)
        return {
            "modelArn": f"arn:aws:bedrock:{region}::foundation-model/{spec.foundation}",
            "modelId": spec.foundation,
            "modelName": spec.title,
            "providerName": spec.provider,
            "inputModalities": list(page.inputs),
            "outputModalities": ["IMAGE"],
            "responseStreamingSupported": False,
            "customizationsSupported": list(page.customizations),
            "inferenceTypesSupported": list(page.inference),
            "modelLifecycle": self._stage_of_life(spec),
        }

    def _stage_of_life(self, spec: ModelSpec) -> dict[str, str]:
        """Write `modelLifecycle`: dates appear once they are known on that day."""
        legacy = self._lifecycle.is_legacy(spec)
        times = {
            "startOfLifeTime": spec.lifecycle.launched,
            "legacyTime": spec.lifecycle.legacy if legacy else None,
            "endOfLifeTime": spec.lifecycle.end_of_life if legacy else None,
        }
        said = {name: _midnight(day) for name, day in times.items() if day}
        return {"status": "LEGACY" if legacy else "ACTIVE", **said}


def _check(name: str, value: str) -> None:
    """Refuse a filter's value as AWS's request validation words it."""
    allowed = _ENUMERATIONS.get(name)
    if allowed and value not in allowed:
        raise invalid(
            f"1 validation error detected: Value '{value}' at '{name}' failed to satisfy "
            f"constraint: Member must satisfy enum value set: [{', '.join(allowed)}]"
        )


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
