"""The thirteen tools, and an emulator that has them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from emulator import lifecycle
from emulator.commission import Commission
from emulator.families import DIALECTS
from emulator.options import Options
from emulator.refusal import Refusal, malformed
from emulator.schema import violations
from functions.catalogue import CATALOGUE
from tests.unit.emulator.drawn import a_picture
from tests.unit.emulator.live import Bedrock, running

INPAINT = "us.stability.stable-image-inpaint-v1:0"
OUTPAINT = "us.stability.stable-outpaint-v1:0"
ERASE = "us.stability.stable-image-erase-object-v1:0"
SEARCH_REPLACE = "us.stability.stable-image-search-replace-v1:0"
SEARCH_RECOLOR = "us.stability.stable-image-search-recolor-v1:0"
REMOVE_BACKGROUND = "us.stability.stable-image-remove-background-v1:0"
CONTROL_SKETCH = "us.stability.stable-image-control-sketch-v1:0"
CONTROL_STRUCTURE = "us.stability.stable-image-control-structure-v1:0"
STYLE_GUIDE = "us.stability.stable-image-style-guide-v1:0"
STYLE_TRANSFER = "us.stability.stable-style-transfer-v1:0"
FAST = "us.stability.stable-fast-upscale-v1:0"
CONSERVATIVE = "us.stability.stable-conservative-upscale-v1:0"
CREATIVE = "us.stability.stable-creative-upscale-v1:0"

SQUARE, MASK = a_picture(), a_picture(mode="L")
SMALLEST: Mapping[str, Mapping[str, Any]] = {
    INPAINT: {"prompt": "a hat", "image": SQUARE, "mask": MASK},
    OUTPAINT: {"image": SQUARE, "left": 1},
    ERASE: {"image": SQUARE, "mask": MASK},
    SEARCH_REPLACE: {"prompt": "a hat", "image": SQUARE, "search_prompt": "hair"},
    SEARCH_RECOLOR: {"prompt": "pink", "image": SQUARE, "select_prompt": "hair"},
    REMOVE_BACKGROUND: {"image": SQUARE},
    CONTROL_SKETCH: {"prompt": "a house", "image": SQUARE},
    CONTROL_STRUCTURE: {"prompt": "a house", "image": SQUARE},
    STYLE_GUIDE: {"prompt": "a house", "image": SQUARE},
    STYLE_TRANSFER: {"init_image": SQUARE, "style_image": SQUARE},
    FAST: {"image": SQUARE},
    CONSERVATIVE: {"prompt": "a house", "image": SQUARE},
    CREATIVE: {"prompt": "a house", "image": SQUARE},
}
"""The smallest body that each tool takes."""


def taken(model: str, body: Mapping[str, Any], family: str = "stability_services") -> Commission:
    """Read a body as the runtime does: against the page first."""
    dialect = DIALECTS[family]
    broken = list(violations(dict(body), dialect.page(model).schema))
    if broken:
        raise malformed(*broken)
    (commission,) = dialect.read(model, dict(body))
    return commission


def edited(model: str, **changes: Any) -> Commission:
    """Read a tool's smallest body with changes; None takes a field away."""
    return taken(model, changed(model, **changes))


def changed(model: str, **changes: Any) -> dict[str, Any]:
    """Return a tool's smallest body with changes; None takes a field away."""
    body = {**SMALLEST[model], **changes}
    return {name: value for name, value in body.items() if value is not None}


def complaint(model: str, **changes: Any) -> str:
    """Return what is said of a body that is refused, without the frame."""
    with pytest.raises(Refusal) as refused:
        edited(model, **changes)
    return said(refused.value)


def said(refusal: Refusal) -> str:
    """Return what a refusal says of a body, without the frame."""
    assert (refusal.type, refusal.status) == ("ValidationException", 400)
    begin, end = "Malformed input request: ", ", please reformat your input and try again."
    assert refusal.message.startswith(begin)
    assert refusal.message.endswith(end)
    return refusal.message.removeprefix(begin).removesuffix(end)


REGIONS = ("us-east-1", "us-east-2", "us-west-2")
ROWS = {
    model: replace(
        CATALOGUE["stability.stable-image-core-v1:1"],
        id=model,
        name=model.removeprefix("us.stability.").removesuffix("-v1:0"),
        title=model.removeprefix("us.stability.").removesuffix("-v1:0").replace("-", " ").title(),
        family="stability_services",
        regions=REGIONS,
        profile_of=model.removeprefix("us."),
    )
    for model in SMALLEST
}
"""Rows for the tools where the catalogue has none."""


@contextmanager
def with_tools() -> Iterator[Bedrock]:
    """Run an emulator whose catalogue has the thirteen tools."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lifecycle, "CATALOGUE", {**ROWS, **CATALOGUE})
        with running(Options(flat=True)) as bedrock:
            yield bedrock
