"""What the fields of Amazon's models may be, task by task, and the words of a refusal."""

from typing import Any

import pytest

from emulator.families.amazon.envelope import PARAMETERS
from emulator.refusal import Refusal
from tests.unit.emulator.families.amazon import (
    EVERY,
    MASK,
    NOVA,
    PICTURE,
    TASKS,
    TITAN_1,
    TITAN_2,
    asking,
    read,
)

MASKED = [each for each in EVERY if each[1] in ("INPAINTING", "OUTPAINTING")]
CONFIGURED = [each for each in EVERY if "BACKGROUND_REMOVAL" not in each]
WORDS = [
    (model, task, field)
    for model, task in EVERY
    for field in ("text", "negativeText")
    if task not in ("BACKGROUND_REMOVAL", "VIRTUAL_TRY_ON")
]


def refusal_of(model: str, body: Any) -> str:
    with pytest.raises(Refusal) as refused:
        read(model, body)
    assert (refused.value.type, refused.value.status) == ("ValidationException", 400)
    return refused.value.message


@pytest.mark.parametrize("model", TASKS)
def test_a_task_of_another_model_is_refused(model: str) -> None:
    others = {task for _, task in EVERY} - set(TASKS[model])

    for task in [*others, "UPSCALE"]:
        assert f"#/taskType: {task} is not a valid enum value" in refusal_of(
            model, {"taskType": task}
        )


@pytest.mark.parametrize(("model", "task"), EVERY)
def test_a_task_needs_its_own_parameters(model: str, task: str) -> None:
    sentence = f"#: required key [{PARAMETERS[task]}] not found"

    assert sentence in refusal_of(model, {"taskType": task})


@pytest.mark.parametrize(("model", "task"), EVERY)
def test_a_task_takes_no_other_parameters(model: str, task: str) -> None:
    foreign = "imageVariationParams" if task == "TEXT_IMAGE" else "textToImageParams"

    assert f"#: extraneous key [{foreign}] is not permitted" in refusal_of(
        model, {**asking(task), foreign: {}}
    )


@pytest.mark.parametrize(("model", "task"), EVERY)
def test_parameters_are_an_object_of_known_keys(model: str, task: str) -> None:
    key = PARAMETERS[task]

    assert f"#/{key}: expected type: JSONObject, found: JSONArray" in refusal_of(
        model, {"taskType": task, key: []}
    )
    assert f"#/{key}: extraneous key [strength] is not permitted" in refusal_of(
        model, asking(task, strength=1)
    )


@pytest.mark.parametrize(
    ("model", "task", "field"),
    [
        *((model, task, "text") for model in (TITAN_1, TITAN_2, NOVA) for task in ["TEXT_IMAGE"]),
        *((model, "COLOR_GUIDED_GENERATION", "text") for model in (TITAN_2, NOVA)),
        *((model, "COLOR_GUIDED_GENERATION", "colors") for model in (TITAN_2, NOVA)),
        *((model, "IMAGE_VARIATION", "images") for model in (TITAN_1, TITAN_2, NOVA)),
        *((model, "INPAINTING", "image") for model in (TITAN_1, TITAN_2, NOVA)),
        *((model, "OUTPAINTING", "image") for model in (TITAN_1, TITAN_2, NOVA)),
        *((model, "OUTPAINTING", "text") for model in (TITAN_1, TITAN_2)),
        *((model, "BACKGROUND_REMOVAL", "image") for model in (TITAN_2, NOVA)),
    ],
)
def test_what_a_page_requires_is_missed(model: str, task: str, field: str) -> None:
    sentence = f"#/{PARAMETERS[task]}: required key [{field}] not found"

    assert sentence in refusal_of(model, asking(task, field))


@pytest.mark.parametrize(("model", "task", "field"), WORDS)
def test_texts_have_a_least_and_a_most_length(model: str, task: str, field: str) -> None:
    most = 1024 if model == NOVA else 512
    at = f"#/{PARAMETERS[task]}/{field}"

    read(model, asking(task, **{field: "x" * most}))
    assert f"{at}: expected maxLength: {most}, actual: {most + 1}" in refusal_of(
        model, asking(task, **{field: "x" * (most + 1)})
    )
    assert f"{at}: expected minLength: 1, actual: 0" in refusal_of(
        model, asking(task, **{field: ""})
    )
    assert f"{at}: expected type: String, found: Integer" in refusal_of(
        model, asking(task, **{field: 7})
    )


@pytest.mark.parametrize(("model", "task"), MASKED)
@pytest.mark.parametrize(("given", "found"), [({}, 0), ({"maskImage": MASK}, 2)])
def test_a_mask_is_told_by_words_or_by_a_picture_and_not_by_both(
    model: str, task: str, given: dict[str, str], found: int
) -> None:
    body = asking(task, **given) if given else asking(task, "maskPrompt")

    assert (
        f"#/{PARAMETERS[task]}: exactly one of [maskPrompt] and [maskImage] is required, "
        f"found: {found}" in refusal_of(model, body)
    )


@pytest.mark.parametrize(("model", "task"), MASKED)
def test_an_unknown_mode_of_outpainting_is_refused(model: str, task: str) -> None:
    said = refusal_of(model, asking(task, outPaintingMode="LOOSE"))

    if task == "OUTPAINTING":
        assert "outPaintingMode: LOOSE is not a valid enum value" in said
    else:
        assert "extraneous key [outPaintingMode] is not permitted" in said


@pytest.mark.parametrize("task", ["INPAINTING", "OUTPAINTING"])
def test_only_titan_returns_the_mask_of_an_edit(task: str) -> None:
    assert "extraneous key [returnMask] is not permitted" in refusal_of(
        NOVA, asking(task, returnMask=True)
    )
    assert "returnMask: expected type: Boolean, found: String" in refusal_of(
        TITAN_1, asking(task, returnMask="true")
    )


@pytest.mark.parametrize("model", [TITAN_2, NOVA])
@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"controlMode": "CANNY_EDGE"}, "property [conditionImage] is required"),
        ({"controlStrength": 0.5}, "property [conditionImage] is required"),
        (
            {"conditionImage": PICTURE, "controlMode": "DEPTH"},
            "/controlMode: DEPTH is not a valid enum value",
        ),
        (
            {"conditionImage": PICTURE, "controlStrength": -0.1},
            "/controlStrength: -0.1 is not greater or equal to 0",
        ),
        (
            {"conditionImage": PICTURE, "controlStrength": 1.1},
            "/controlStrength: 1.1 is not less or equal to 1",
        ),
    ],
)
def test_a_condition_is_an_image_with_a_mode_and_a_strength(
    model: str, more: dict[str, Any], sentence: str
) -> None:
    assert f"#/textToImageParams{':' if 'property' in sentence else ''}" in refusal_of(
        model, asking("TEXT_IMAGE", **more)
    )
    assert sentence in refusal_of(model, asking("TEXT_IMAGE", **more))


@pytest.mark.parametrize("field", ["conditionImage", "controlMode", "controlStrength"])
def test_titan_s_first_version_has_no_conditions(field: str) -> None:
    assert f"extraneous key [{field}] is not permitted" in refusal_of(
        TITAN_1, asking("TEXT_IMAGE", **{field: PICTURE})
    )


@pytest.mark.parametrize("model", [TITAN_2, NOVA])
@pytest.mark.parametrize(
    ("colors", "sentence"),
    [
        ([], "/colors: expected minimum item count: 1, found: 0"),
        (["#000000"] * 11, "/colors: expected maximum item count: 10, found: 11"),
        ("#000000", "/colors: expected type: JSONArray, found: String"),
        ([0], "/colors/0: expected type: String, found: Integer"),
        (["#000000", "red"], "/colors/1: string [red] does not match pattern"),
        (["000000"], "/colors/0: string [000000] does not match pattern"),
        (["#0000000"], "/colors/0: string [#0000000] does not match pattern"),
        (["#00000g"], "/colors/0: string [#00000g] does not match pattern"),
        (["#000000\n"], "/colors/0: string [#000000\n] does not match pattern"),
        (["#fff"], "/colors/0: string [#fff] does not match pattern"),
    ],
)
def test_a_palette_is_one_to_ten_colours_of_six_digits(
    model: str, colors: Any, sentence: str
) -> None:
    assert f"#/colorGuidedGenerationParams{sentence}" in refusal_of(
        model, asking("COLOR_GUIDED_GENERATION", colors=colors)
    )


@pytest.mark.parametrize("model", [TITAN_1, TITAN_2, NOVA])
@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"images": []}, "/images: expected minimum item count: 1, found: 0"),
        ({"images": [PICTURE] * 6}, "/images: expected maximum item count: 5, found: 6"),
        ({"images": PICTURE}, "/images: expected type: JSONArray, found: String"),
        ({"images": [None]}, "/images/0: expected type: String, found: Null"),
        ({"similarityStrength": 0.19}, "0.19 is not greater or equal to 0.2"),
        ({"similarityStrength": 1.01}, "1.01 is not less or equal to 1"),
        ({"similarityStrength": "0.7"}, "expected type: Number, found: String"),
    ],
)
def test_a_variation_has_bounds(model: str, more: dict[str, Any], sentence: str) -> None:
    assert sentence in refusal_of(model, asking("IMAGE_VARIATION", **more))


@pytest.mark.parametrize(("model", "task"), CONFIGURED)
@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ({"numberOfImages": 0}, "/numberOfImages: 0 is not greater or equal to 1"),
        ({"numberOfImages": 6}, "/numberOfImages: 6 is not less or equal to 5"),
        ({"numberOfImages": 1.5}, "/numberOfImages: expected type: Integer, found: BigDecimal"),
        ({"cfgScale": 1.0}, "/cfgScale: 1.0 is not greater or equal to 1.1"),
        ({"cfgScale": 10.1}, "/cfgScale: 10.1 is not less or equal to 10"),
        ({"seed": -1}, "/seed: -1 is not greater or equal to 0"),
        ({"seed": 2_147_483_647}, "/seed: 2147483647 is not less or equal to 2147483646"),
        ({"quality": "best"}, "/quality: best is not a valid enum value"),
        ({"style": "MAXIMALISM"}, ": extraneous key [style] is not permitted"),
    ],
)
def test_every_configuration_has_the_same_bounds(
    model: str, task: str, config: dict[str, Any], sentence: str
) -> None:
    assert f"#/imageGenerationConfig{sentence}" in refusal_of(model, asking(task, config=config))


@pytest.mark.parametrize("model", [TITAN_2, NOVA])
def test_the_removal_of_a_background_takes_no_configuration(model: str) -> None:
    assert "#: extraneous key [imageGenerationConfig] is not permitted" in refusal_of(
        model, asking("BACKGROUND_REMOVAL", config={})
    )


@pytest.mark.parametrize("task", ["INPAINTING", "OUTPAINTING", "VIRTUAL_TRY_ON"])
@pytest.mark.parametrize("side", ["width", "height"])
def test_nova_takes_no_size_where_an_image_has_one(task: str, side: str) -> None:
    assert f"#/imageGenerationConfig: extraneous key [{side}] is not permitted" in refusal_of(
        NOVA, asking(task, config={side: 512})
    )


@pytest.mark.parametrize("task", ["COLOR_GUIDED_GENERATION", "IMAGE_VARIATION", "TEXT_IMAGE"])
@pytest.mark.parametrize(
    ("model", "size", "sentence"),
    [
        (TITAN_2, {"width": 512, "height": 768}, "The image size 512x768 is not supported."),
        (NOVA, {"width": 1000}, "/width: 1000 is not a multiple of 16"),
        (NOVA, {"width": 2064, "height": 2048}, "2064x2048 is above 4194304 pixels"),
        (NOVA, {"width": 1296, "height": 320}, "1296x320 is not between 1:4 and 4:1"),
    ],
)
def test_a_new_picture_keeps_to_its_model_s_sizes(
    task: str, model: str, size: dict[str, int], sentence: str
) -> None:
    assert sentence in refusal_of(model, asking(task, config=size))


def test_a_style_is_of_texts_alone_and_of_nova() -> None:
    sentence = "extraneous key [style] is not permitted"

    assert sentence in refusal_of(TITAN_2, asking("TEXT_IMAGE", style="MAXIMALISM"))
    assert sentence in refusal_of(NOVA, asking("COLOR_GUIDED_GENERATION", style="MAXIMALISM"))
