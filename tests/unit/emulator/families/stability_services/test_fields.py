"""Every field of every tool: its range, its type, and whether it must be there."""

from typing import Any

import pytest

from emulator.families.stability_services.tools import TOOLS
from emulator.refusal import Refusal
from tests.unit.emulator.services import (
    CONSERVATIVE,
    CONTROL_SKETCH,
    CONTROL_STRUCTURE,
    CREATIVE,
    ERASE,
    FAST,
    INPAINT,
    OUTPAINT,
    REMOVE_BACKGROUND,
    SEARCH_RECOLOR,
    SEARCH_REPLACE,
    SMALLEST,
    STYLE_GUIDE,
    STYLE_TRANSFER,
    complaint,
    edited,
    taken,
)

REQUIRED = {
    INPAINT: {"prompt", "image"},
    OUTPAINT: {"image"},
    ERASE: {"image"},
    SEARCH_REPLACE: {"prompt", "image", "search_prompt"},
    SEARCH_RECOLOR: {"prompt", "image", "select_prompt"},
    REMOVE_BACKGROUND: {"image"},
    CONTROL_SKETCH: {"prompt", "image"},
    CONTROL_STRUCTURE: {"prompt", "image"},
    STYLE_GUIDE: {"prompt", "image"},
    STYLE_TRANSFER: {"init_image", "style_image"},
    FAST: {"image"},
    CONSERVATIVE: {"prompt", "image"},
    CREATIVE: {"prompt", "image"},
}
STYLED = {"negative_prompt", "seed", "output_format", "style_preset"}
OPTIONAL = {
    INPAINT: {*STYLED, "mask", "grow_mask"},
    OUTPAINT: {
        *("prompt", "seed", "output_format", "style_preset"),
        *("left", "right", "up", "down", "creativity"),
    },
    ERASE: {"mask", "grow_mask", "seed", "output_format"},
    SEARCH_REPLACE: {*STYLED, "grow_mask"},
    SEARCH_RECOLOR: {*STYLED, "grow_mask"},
    REMOVE_BACKGROUND: {"output_format"},
    CONTROL_SKETCH: {*STYLED, "control_strength"},
    CONTROL_STRUCTURE: {*STYLED, "control_strength"},
    STYLE_GUIDE: {*STYLED, "aspect_ratio", "fidelity"},
    STYLE_TRANSFER: {
        *("prompt", "negative_prompt", "seed", "output_format"),
        *("composition_fidelity", "style_strength", "change_strength"),
    },
    FAST: {"output_format"},
    CONSERVATIVE: {"negative_prompt", "seed", "output_format", "creativity"},
    CREATIVE: {*STYLED, "creativity"},
}
"""Copied from AWS's page by hand, beside the table in the emulator."""

EVERY = sorted({name for names in (*REQUIRED.values(), *OPTIONAL.values()) for name in names})
WORDS = ("prompt", "negative_prompt", "search_prompt", "select_prompt")
PICTURES = ("image", "mask", "init_image", "style_image")
TEXTS = (*WORDS, *PICTURES, "aspect_ratio", "style_preset", "output_format")
RANGES: dict[str, tuple[float, float]] = {
    "seed": (0, 4294967294),
    "grow_mask": (0, 20),
    "left": (0, 2000),
    "right": (0, 2000),
    "up": (0, 2000),
    "down": (0, 2000),
    "control_strength": (0, 1),
    "fidelity": (0, 1),
    "composition_fidelity": (0, 1),
    "style_strength": (0, 1),
    "change_strength": (0.1, 1),
}
CREATIVITY = {OUTPAINT: (0.1, 1.0), CONSERVATIVE: (0.1, 0.5), CREATIVE: (0.1, 0.5)}
WHOLE = ("seed", "grow_mask", "left", "right", "up", "down")
FIELDS = [(tool, name) for tool in TOOLS for name in sorted(REQUIRED[tool] | OPTIONAL[tool])]


def ranged() -> list[tuple[str, str, float, float]]:
    """Return every number of every tool with its bounds."""
    numbers = [(tool, name, *RANGES[name]) for tool, name in FIELDS if name in RANGES]
    return numbers + [(tool, "creativity", *both) for tool, both in CREATIVITY.items()]


def within(name: str, share: float, least: float, most: float) -> float:
    value = least + (most - least) * share
    return round(value) if name in WHOLE else value


def test_there_are_thirteen_tools() -> None:
    assert len(TOOLS) == 13
    assert set(TOOLS) == set(REQUIRED) == set(OPTIONAL) == set(SMALLEST)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_smallest_body_is_taken(tool: str) -> None:
    assert edited(tool).model == tool


@pytest.mark.parametrize(("tool", "field"), [(t, f) for t in REQUIRED for f in sorted(REQUIRED[t])])
def test_a_field_that_is_required_is_missed(tool: str, field: str) -> None:
    assert complaint(tool, **{field: None}) == f"#: required key [{field}] not found"


@pytest.mark.parametrize(("tool", "field"), [(t, f) for t in OPTIONAL for f in EVERY])
def test_a_tool_takes_its_own_fields_and_no_others(tool: str, field: str) -> None:
    known = field in REQUIRED[tool] | OPTIONAL[tool]
    said = complaint(tool, **{field: {}})

    assert ("extraneous key" in said) is not known


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("field", ["taskType", "text_prompts", "cfg_scale", "steps", "mode", "n"])
def test_a_field_of_no_tool_is_refused(tool: str, field: str) -> None:
    assert complaint(tool, **{field: 1}) == f"#: extraneous key [{field}] is not permitted"


@pytest.mark.parametrize(("tool", "field", "least", "most"), ranged())
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_number_is_taken_from_its_least_to_its_most(
    tool: str, field: str, least: float, most: float, share: float
) -> None:
    margin = {"down": 1} if tool == OUTPAINT else {}

    assert edited(tool, **{**margin, field: within(field, share, least, most)})


@pytest.mark.parametrize(("tool", "field", "least", "most"), ranged())
def test_a_number_beyond_its_bounds_is_refused(
    tool: str, field: str, least: float, most: float
) -> None:
    step = 1 if field in WHOLE else 0.01

    assert complaint(tool, **{field: least - step}).endswith(
        f"{least - step} is not greater or equal to {least}"
    )
    assert complaint(tool, **{field: most + step}).endswith(
        f"{most + step} is not less or equal to {most}"
    )


@pytest.mark.parametrize(("tool", "field", "least", "most"), ranged())
@pytest.mark.parametrize("wrong", ["1", True, [1], {}])
def test_a_number_is_a_number(tool: str, field: str, least: float, most: float, wrong: Any) -> None:
    del least, most

    assert complaint(tool, **{field: wrong}).startswith(f"#/{field}: expected type: ")


@pytest.mark.parametrize(("tool", "field"), [each for each in FIELDS if each[1] in WHOLE])
def test_a_whole_number_has_no_fraction(tool: str, field: str) -> None:
    said = complaint(tool, **{field: 1.5})

    assert said == f"#/{field}: expected type: Integer, found: BigDecimal"


@pytest.mark.parametrize(("tool", "field"), [each for each in FIELDS if each[1] in TEXTS])
@pytest.mark.parametrize("wrong", [1, 0.5, True, {}, ["a", "b"]])
def test_a_text_is_a_text(tool: str, field: str, wrong: Any) -> None:
    said = complaint(tool, **{field: wrong})

    assert said.startswith(f"#/{field}: expected type: String, found: ")


@pytest.mark.parametrize(("tool", "field"), [each for each in FIELDS if each[1] in WORDS])
def test_words_have_at_most_ten_thousand_characters(tool: str, field: str) -> None:
    assert edited(tool, **{field: "x" * 10_000})
    assert complaint(tool, **{field: "x" * 10_001}) == (
        f"#/{field}: expected maxLength: 10000, actual: 10001"
    )


@pytest.mark.parametrize(
    ("field", "allowed"),
    [
        ("output_format", "jpeg png webp"),
        ("aspect_ratio", "16:9 1:1 21:9 2:3 3:2 4:5 5:4 9:16 9:21"),
        (
            "style_preset",
            "3d-model analog-film anime cinematic comic-book digital-art enhance fantasy-art "
            "isometric line-art low-poly modeling-compound neon-punk origami photographic "
            "pixel-art tile-texture",
        ),
    ],
)
def test_a_choice_is_one_of_the_pages(field: str, allowed: str) -> None:
    for tool in (tool for tool, name in FIELDS if name == field):
        for value in allowed.split():
            assert edited(tool, **{field: value})
        for value in ("4:3", "gif", "PNG", "baroque", ""):
            assert complaint(tool, **{field: value}) == (
                f"#/{field}: {value} is not a valid enum value"
            )


@pytest.mark.parametrize(("tool", "field"), FIELDS)
def test_null_is_no_value(tool: str, field: str) -> None:
    with pytest.raises(Refusal, match=f"#/{field}: expected type: .*, found: Null"):
        taken(tool, {**SMALLEST[tool], field: None})


@pytest.mark.parametrize("tool", TOOLS)
def test_every_violation_is_told_at_once(tool: str) -> None:
    said = complaint(tool, output_format="gif", steps=3)

    assert "#/output_format: gif is not a valid enum value" in said
    assert "#: extraneous key [steps] is not permitted" in said
