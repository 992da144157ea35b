"""What inspecting a file answers: its shape, and how it comes from the noun."""

from typing import Any

from pydantic import Field

from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.http.fields import View
from functions.http.refusal_views import FaultView
from functions.http.restate import restated
from functions.use_cases.inspect import Inspection

FILE_TYPES = ("image/png", "image/jpeg", "image/webp", "application/octet-stream")
"""What the body of an inspection may say that it is; its first bytes decide."""


class NamedModel(View):
    """The model that a file names."""

    named: str = Field(description="As the file says it")
    id: str | None = Field(description="Of this deployment's catalogue, null where it has none")
    available: bool = Field(description="Whether this deployment runs it today")


class InspectionView(View):
    """What a file says of its making. Nothing of it was stored."""

    format: str
    width: int = Field(description="Measured from the header, in pixels")
    height: int = Field(description="Measured from the header, in pixels")
    complete: bool = Field(description="Whether the file was sent to its end")
    source: str | None = Field(
        description="`easel`, `a1111`, or null where the file says nothing that can be read"
    )
    task: str | None = None
    prompt: str | None = None
    negative_prompt: str | None = None
    seed: int | None = None
    model: NamedModel | None = None
    parameters: dict[str, Any] = Field(default_factory=dict[str, Any])
    image: str | None = Field(default=None, description="Id of the image, where Easel made it")
    software: str | None = None
    request: dict[str, Any] | None = Field(
        default=None, description="A body for POST /v1/generations, null where none can be made"
    )
    unmapped: list[FaultView] = Field(
        default_factory=list[FaultView], description="What is not in that body, and why"
    )


def present(inspection: Inspection, policy: Policy) -> InspectionView:
    """Return an inspection as clients see it."""
    header, said = inspection.header, inspection.inscription
    view = InspectionView(
        format=header.format,
        width=header.width,
        height=header.height,
        complete=header.complete,
        source=said.source if said else None,
    )
    if said is None:
        return view
    return view.model_copy(
        update={
            "task": said.task,
            "prompt": said.prompt,
            "negative_prompt": said.negative_prompt,
            "seed": said.seed,
            "model": _model(said.model, inspection.spec, policy) if said.model else None,
            "parameters": dict(said.parameters),
            "image": said.image,
            "software": said.software,
            "request": restated(inspection.request) if inspection.request else None,
            "unmapped": [
                FaultView(pointer=fault.pointer, code=fault.code, detail=fault.detail)
                for fault in inspection.unmapped
            ],
        }
    )


def _model(named: str, spec: ModelSpec | None, policy: Policy) -> NamedModel:
    runs = spec is not None and policy.runs(spec)
    return NamedModel(named=named, id=spec.id if spec else None, available=runs)
