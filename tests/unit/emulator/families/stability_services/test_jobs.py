"""What each tool commissions: job, options, size, seed and words."""

from typing import Any

import pytest

from emulator.families import stability_services
from emulator.families.stability_services.tools import TOOLS
from emulator.filters import Verdict
from tests.unit.emulator.drawn import a_picture
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
    STYLE_GUIDE,
    STYLE_TRANSFER,
    complaint,
    edited,
)

MARGINS = {"left": 0, "right": 0, "up": 0, "down": 0}


@pytest.mark.parametrize(
    ("tool", "job", "options"),
    [
        (INPAINT, "inpaint", {"grow_mask": 5}),
        (OUTPAINT, "outpaint", {**MARGINS, "left": 1, "creativity": 0.5}),
        (ERASE, "erase", {"grow_mask": 5}),
        (SEARCH_REPLACE, "search_replace", {"grow_mask": 5, "region": "hair"}),
        (SEARCH_RECOLOR, "search_recolor", {"grow_mask": 5, "region": "hair"}),
        (REMOVE_BACKGROUND, "remove_background", {}),
        (CONTROL_SKETCH, "control_sketch", {"control_strength": 0.7}),
        (CONTROL_STRUCTURE, "control_structure", {"control_strength": 0.7}),
        (STYLE_GUIDE, "style_guide", {"fidelity": 0.5}),
        (
            STYLE_TRANSFER,
            "style_transfer",
            {"composition_fidelity": 0.9, "style_strength": 1.0, "change_strength": 0.9},
        ),
        (FAST, "upscale_fast", {}),
        (CONSERVATIVE, "upscale_conservative", {"creativity": 0.35}),
        (CREATIVE, "upscale_creative", {"creativity": 0.3}),
    ],
)
def test_a_tool_has_its_job_and_the_pages_defaults(
    tool: str, job: str, options: dict[str, Any]
) -> None:
    commission = edited(tool)

    assert commission.job == job
    assert dict(commission.options) == options
    assert [name for name, _ in commission.options] == sorted(options)


@pytest.mark.parametrize(
    ("tool", "sent", "options"),
    [
        (INPAINT, {"grow_mask": 0}, {"grow_mask": 0}),
        (ERASE, {"grow_mask": 20}, {"grow_mask": 20}),
        (OUTPAINT, {"up": 3, "creativity": 1}, {**MARGINS, "left": 1, "up": 3, "creativity": 1}),
        (SEARCH_REPLACE, {"search_prompt": "cat"}, {"grow_mask": 5, "region": "cat"}),
        (SEARCH_RECOLOR, {"select_prompt": "cat"}, {"grow_mask": 5, "region": "cat"}),
        (CONTROL_SKETCH, {"control_strength": 0}, {"control_strength": 0}),
        (STYLE_GUIDE, {"fidelity": 1}, {"fidelity": 1}),
        (
            STYLE_TRANSFER,
            {"composition_fidelity": 0, "style_strength": 0, "change_strength": 0.1},
            {"composition_fidelity": 0, "style_strength": 0, "change_strength": 0.1},
        ),
        (CREATIVE, {"creativity": 0.1}, {"creativity": 0.1}),
    ],
)
def test_what_was_sent_steers_the_job(
    tool: str, sent: dict[str, Any], options: dict[str, Any]
) -> None:
    assert dict(edited(tool, **sent).options) == options


@pytest.mark.parametrize(
    ("tool", "size"),
    [
        (INPAINT, (320, 200)),
        (ERASE, (320, 200)),
        (SEARCH_REPLACE, (320, 200)),
        (SEARCH_RECOLOR, (320, 200)),
        (REMOVE_BACKGROUND, (320, 200)),
        (CONTROL_SKETCH, (320, 200)),
        (CONTROL_STRUCTURE, (320, 200)),
        (OUTPAINT, (321, 200)),
        (STYLE_GUIDE, (1024, 1024)),
        (FAST, (1280, 800)),
        (CONSERVATIVE, (3643, 2277)),
        (CREATIVE, (3643, 2277)),
    ],
)
def test_the_answer_has_the_size_of_its_task(tool: str, size: tuple[int, int]) -> None:
    commission = edited(tool, image=a_picture(320, 200))

    assert (commission.width, commission.height) == size


@pytest.mark.parametrize(
    ("image", "size"),
    [((64, 64), (2880, 2880)), ((1280, 720), (3840, 2160)), ((3072, 3072), (3072, 3072))],
)
def test_four_k_keeps_the_shape_and_never_shrinks(
    image: tuple[int, int], size: tuple[int, int]
) -> None:
    commission = edited(CONSERVATIVE, image=a_picture(*image, "1"))

    assert (commission.width, commission.height) == size


def test_style_transfer_keeps_the_size_of_its_subject() -> None:
    images = {"init_image": a_picture(128, 96), "style_image": a_picture(200, 300)}

    commission = edited(STYLE_TRANSFER, **images)

    assert (commission.width, commission.height) == (128, 96)


@pytest.mark.parametrize(("ratio", "size"), [("16:9", (1344, 768)), ("9:21", (640, 1536))])
def test_style_guide_paints_the_ratio_that_is_asked(ratio: str, size: tuple[int, int]) -> None:
    commission = edited(STYLE_GUIDE, aspect_ratio=ratio)

    assert (commission.width, commission.height) == size


def test_outpaint_adds_every_margin() -> None:
    commission = edited(OUTPAINT, left=10, right=20, up=300, down=4)

    assert (commission.width, commission.height) == (64 + 30, 64 + 304)


@pytest.mark.parametrize("none", [{"left": None}, {"left": 0}, {"left": 0, "up": 0, "down": 0}])
def test_outpaint_needs_a_margin(none: dict[str, Any]) -> None:
    assert complaint(OUTPAINT, **none) == "#: one of [left, right, up, down] must be above 0"


def test_outpaint_has_an_end() -> None:
    all_round = dict.fromkeys(MARGINS, 2000)

    assert edited(OUTPAINT, **all_round, image=a_picture(2400, 2250, "1")).width == 6400
    assert complaint(OUTPAINT, **all_round, image=a_picture(2400, 2251, "1")) == (
        "#: 6400x6251 px is above 40000000 px with its margins"
    )


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if "seed" in TOOLS[tool].takes])
def test_a_seed_is_kept_and_zero_is_random(tool: str) -> None:
    assert edited(tool, seed=7).seed == 7
    assert edited(tool, seed=4294967294).seed == 4294967294
    assert 0 < edited(tool, seed=0).seed != edited(tool).seed > 0


@pytest.mark.parametrize("tool", [REMOVE_BACKGROUND, FAST])
def test_a_tool_without_seeds_does_the_same_each_time(tool: str) -> None:
    assert edited(tool) == edited(tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_format_is_png_unless_another_is_asked(tool: str) -> None:
    assert edited(tool).format == "png"
    assert edited(tool, output_format="webp").format == "webp"


def test_words_and_style_reach_the_painter() -> None:
    commission = edited(INPAINT, negative_prompt="people", style_preset="anime")

    assert [(wish.text, wish.weight) for wish in commission.wishes] == [
        ("a hat", 1),
        ("people", -1),
    ]
    assert commission.preset == "anime"


@pytest.mark.parametrize("tool", [ERASE, REMOVE_BACKGROUND, FAST, OUTPAINT, STYLE_TRANSFER])
def test_a_tool_needs_no_words_where_none_are_asked(tool: str) -> None:
    assert edited(tool).wishes == ()


def test_an_empty_prompt_is_the_pages_minimum() -> None:
    assert edited(INPAINT, prompt="").prompts == [""]


def test_the_answer_is_that_of_stabilitys_models() -> None:
    commission = edited(INPAINT, seed=7)

    reply = stability_services.answer([commission], ["cGljdHVyZQ=="])

    assert reply == {"seeds": [7], "finish_reasons": [None], "images": ["cGljdHVyZQ=="]}
    assert stability_services.decline(Verdict.INPUT_FILTERED, 7, []) == {
        "finish_reasons": ["Filter reason: input image"]
    }
