"""Every parameter that OpenAI's Python SDK has: applied, approximated, or refused by name.

The table below is compared with the SDK's own signatures, so that a parameter which its
next version brings fails here until somebody has decided what becomes of it.
"""

import inspect
from dataclasses import dataclass
from typing import Any

import openai
import pytest
from openai import OpenAI

from tests.e2e.openai_clients.files import picture

TRANSPORT = {"extra_headers", "extra_query", "extra_body", "timeout"}
"""What the SDK itself reads."""


@dataclass(frozen=True)
class Fate:
    """What becomes of a parameter.

    Attributes:
        sent: A value for it.
        status: The receipt's word for it, `""` where the answer itself shows it.
        code: Of its refusal, where it is refused.
    """

    sent: Any
    status: str = ""
    code: str = ""


SHARED = {
    "background": Fate("opaque", "applied"),
    "complexity": Fate("low", code="unknown_parameter"),
    "frame_count": Fate(4, code="unknown_parameter"),
    "frame_duration_ms": Fate(100, code="unknown_parameter"),
    "model": Fate("gpt-image-2", "applied"),
    "n": Fate(2),
    "partial_images": Fate(2, code="unsupported_parameter"),
    "quality": Fate("high", "ignored"),
    "response_format": Fate("url"),
    "safety_identifier": Fate("someone", "ignored"),
    "size": Fate("1536x1024", "approximated"),
    "stream": Fate(True, code="unsupported_parameter"),
    "svg": Fate({"model": "gpt-5"}, code="unknown_parameter"),
    "user": Fate("someone", "applied"),
    "prompt": Fate("a lake for this parameter", "applied"),
    "output_format": Fate("jpeg", "applied"),
}
GENERATE = SHARED | {
    "moderation": Fate("low", "ignored"),
    "style": Fate("vivid", "approximated"),
}
EDIT = SHARED | {
    "image": Fate(picture(), "applied"),
    "input_fidelity": Fate("high", "approximated"),
    "markup": Fate(picture(), code="unknown_parameter"),
    "mask": Fate(picture(hole=True), "applied"),
}
VARY = {
    name: fate
    for name, fate in EDIT.items()
    if name in {"image", "model", "n", "response_format", "size", "user"}
}
FATES = {"generate": GENERATE, "edit": EDIT, "create_variation": VARY}

ELSEWHERE = {"output_compression"}
"""Tested with the formats that it is for."""

NEEDED = {
    "generate": {"prompt": "a lake for each parameter"},
    "edit": {"prompt": "a hat for each parameter", "image": picture()},
    "create_variation": {"image": picture()},
}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.mark.parametrize("method", FATES)
def test_every_parameter_of_the_sdk_has_its_fate(method: str) -> None:
    for images in (openai.resources.Images, openai.resources.AsyncImages):
        known = set(inspect.signature(getattr(images, method)).parameters) - {"self"}

        assert known - TRANSPORT - ELSEWHERE == set(FATES[method])


@pytest.mark.parametrize(
    ("method", "name"), [(method, name) for method, fates in FATES.items() for name in fates]
)
def test_a_parameter_is_in_the_answer_or_refused_by_its_name(
    method: str, name: str, ai: OpenAI
) -> None:
    fate = FATES[method][name]
    sent = NEEDED[method] | {name: fate.sent}

    if fate.code:
        with pytest.raises(openai.BadRequestError) as refused:
            getattr(ai.images, method)(**sent)
        assert (refused.value.param, refused.value.code) == (name, fate.code)
        return
    answer = getattr(ai.images, method)(**sent)
    easel = answer.model_extra["easel"]
    receipt = {line["name"]: line for line in easel["receipt"]}
    if fate.status:
        assert receipt[name]["status"] == fate.status
    assert len(answer.data) == (fate.sent if name == "n" else 1)
    assert bool(answer.data[0].url) == (name == "response_format")
