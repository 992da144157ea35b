"""Virtual try-on: a region in exactly one of three ways, and what belongs to each."""

from dataclasses import replace
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.plan import plan
from functions.domain.errors import InvalidRequest
from functions.domain.prompt import Prompt
from functions.domain.source import Source
from tests.goldens import token
from tests.unit.catalogue.table import asking, faults, found, planned, policy_for

NOVA = CATALOGUE["amazon.nova-canvas-v1:0"]
TASK = "virtual_try_on"
GARMENT = {"garment_class": "shoes"}
WORDS = {"mask_prompt": "the shoes"}


def asked(*, mask: bool = False, **parameters: Any) -> dict[str, Any]:
    parts = ("image", "reference_image", *(("mask",) if mask else ()))
    pictures = {part: Source("inline", part) for part in parts}
    return {"pictures": pictures, "parameters": parameters}


def told(**request: Any) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in faults(NOVA, TASK, **asked(**request))]


def written(**request: Any) -> dict[str, Any]:
    [call] = planned(NOVA, TASK, **asked(**request)).calls
    return NOVA.encode(call, {part: token(part) for part in call.inputs})["virtualTryOnParams"]


@pytest.mark.parametrize(
    ("request_", "kind", "key"),
    [
        ({"mask": True}, "IMAGE", "imageBasedMask"),
        (GARMENT, "GARMENT", "garmentBasedMask"),
        (WORDS, "PROMPT", "promptBasedMask"),
    ],
)
def test_the_way_that_the_region_is_said_in_decides_the_type_of_mask(
    request_: dict[str, Any], kind: str, key: str
) -> None:
    body = written(**request_)

    assert body["maskType"] == kind
    assert {name for name in body if name.endswith("BasedMask")} == {key}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({"mask": True, **WORDS}, [("/mask", "conflict")]),
        ({"mask": True, **GARMENT}, [("/parameters/garment_class", "conflict")]),
        ({**WORDS, **GARMENT}, [("/parameters/garment_class", "conflict")]),
        (
            {"mask": True, **WORDS, **GARMENT},
            [("/parameters/garment_class", "conflict"), ("/mask", "conflict")],
        ),
    ],
)
def test_a_region_that_is_said_in_two_ways_is_refused(
    request_: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert told(**request_) == expected


def test_a_region_that_nobody_says_is_asked_for_in_all_three_ways() -> None:
    bare = replace(asking(NOVA, TASK), parameters={})

    with pytest.raises(InvalidRequest) as refusal:
        plan(bare, policy_for(NOVA), spare_seed=1, found=found(bare))

    [fault] = refusal.value.faults
    assert (fault.pointer, fault.code) == ("/mask", "required")
    for way in ("a mask", "parameters.garment_class", "parameters.mask_prompt"):
        assert way in fault.detail


@pytest.mark.parametrize("name", ["long_sleeve_style", "tucking_style", "outer_layer_style"])
@pytest.mark.parametrize("way", [{"mask": True}, WORDS])
def test_how_a_garment_is_worn_is_refused_where_no_garment_is_named(
    way: dict[str, Any], name: str
) -> None:
    [style] = [each for each in NOVA.tasks[TASK].parameters if each.name == name]

    assert told(**way, **{name: style.options[0]}) == [(f"/parameters/{name}", "conflict")]


def test_the_shape_of_a_mask_is_refused_beside_a_mask() -> None:
    assert told(mask=True, mask_shape="contour") == [("/parameters/mask_shape", "conflict")]


def test_what_nobody_asked_for_is_left_to_the_model() -> None:
    assert written(**GARMENT) == {
        "sourceImage": "{{image}}",
        "referenceImage": "{{reference_image}}",
        "maskType": "GARMENT",
        "garmentBasedMask": {"garmentClass": "SHOES"},
    }


def test_it_takes_no_texts() -> None:
    found = faults(NOVA, TASK, prompt=Prompt("a coat"), negative_prompt="stains")

    assert [(each.pointer, each.code) for each in found] == [
        ("/prompt", "unsupported"),
        ("/negative_prompt", "unsupported"),
    ]
