"""Image to image with Ultra, SD3.5 and SD3."""

from typing import Any

import pytest

from emulator.commission import Commission
from emulator.refusal import Refusal
from tests.unit.emulator.drawn import a_picture, drawn, file_of, sent
from tests.unit.emulator.live import Bedrock, pixels_of
from tests.unit.emulator.services import said, taken

ULTRA = "stability.stable-image-ultra-v1:1"
SD3_5 = "stability.sd3-5-large-v1:0"
SD3 = "stability.sd3-large-v1:0"
MODED = [SD3_5, SD3]
ALL = [ULTRA, *MODED]
IMAGE = a_picture(96, 64)


def started(model: str, **body: Any) -> Commission:
    body = {"prompt": "a panda", "image": IMAGE, "strength": 0.7, **body}
    kept = {name: value for name, value in body.items() if value is not None}
    return taken(model, kept, "stability")


def complaint(model: str, **body: Any) -> str:
    with pytest.raises(Refusal) as refused:
        started(model, **body)
    return said(refused.value)


@pytest.mark.parametrize("model", ALL)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_image_is_the_start(model: str, kind: str) -> None:
    file = file_of(drawn(96, 64), kind)

    commission = started(model, image=sent(file), seed=7, negative_prompt="people")

    assert commission.job == "image_to_image"
    assert commission.materials == (("image", file),)
    assert commission.options == (("strength", 0.7),)
    assert (commission.width, commission.height, commission.seed) == (96, 64, 7)
    assert [wish.text for wish in commission.wishes] == ["a panda", "people"]


@pytest.mark.parametrize("model", MODED)
def test_the_mode_may_be_said(model: str) -> None:
    assert started(model, mode="image-to-image", seed=7) == started(model, seed=7)


@pytest.mark.parametrize("strength", [0, 0.0, 0.35, 1])
@pytest.mark.parametrize("model", ALL)
def test_strength_goes_from_keeping_to_ignoring(model: str, strength: float) -> None:
    assert started(model, strength=strength).option("strength") == strength


def test_ultra_has_a_default_strength() -> None:
    assert started(ULTRA, strength=None).option("strength") == 0.35


@pytest.mark.parametrize("model", MODED)
@pytest.mark.parametrize("mode", ["image-to-image", None])
@pytest.mark.parametrize("field", ["image", "strength"])
def test_sd3_requires_image_and_strength(model: str, mode: str | None, field: str) -> None:
    said = complaint(model, mode=mode, **{field: None})

    assert said == f"#: required key [{field}] not found"


@pytest.mark.parametrize("model", MODED)
def test_the_mode_alone_misses_both(model: str) -> None:
    said = complaint(model, mode="image-to-image", image=None, strength=None)

    assert said == "#: required key [image] not found, #: required key [strength] not found"


def test_ultra_requires_an_image_for_its_strength() -> None:
    assert complaint(ULTRA, image=None) == "#: required key [image] not found"


@pytest.mark.parametrize("model", ALL)
def test_what_belongs_to_the_other_mode_is_refused(model: str) -> None:
    assert complaint(model, aspect_ratio="1:1") == (
        "#: extraneous key [aspect_ratio] is not permitted"
    )
    assert complaint(model, mode="text-to-image", strength=None) == (
        "#: extraneous key [image] is not permitted"
    )
    assert complaint(model, mode="text-to-image", image=None) == (
        "#: extraneous key [strength] is not permitted"
    )


@pytest.mark.parametrize("model", ALL)
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"strength": -0.01}, "#/strength: -0.01 is not greater or equal to 0"),
        ({"strength": 1.01}, "#/strength: 1.01 is not less or equal to 1"),
        ({"strength": "0.7"}, "#/strength: expected type: Number, found: String"),
        ({"image": 7}, "#/image: expected type: String, found: Integer"),
        ({"image": "aGk="}, "#/image: it is neither PNG, JPEG nor WebP"),
        ({"image": a_picture(kind="GIF")}, "#/image: it is neither PNG, JPEG nor WebP"),
        ({"image": IMAGE[:400]}, "#/image: it is not base64"),
        ({"image": IMAGE[:200]}, "#/image: it is cut off"),
        (
            {"image": a_picture(63, 64)},
            "#/image: it has 63x64 px, and each side needs 64 px",
        ),
    ],
)
def test_a_wrong_start_is_refused_by_its_field(model: str, body: dict[str, Any], why: str) -> None:
    if body == {"image": IMAGE[:400]} and len(IMAGE[:400]) % 4 == 0:
        body = {"image": IMAGE[:201]}
    assert complaint(model, **body) == why


@pytest.mark.parametrize(
    ("image", "size"),
    [
        ((64, 64), (64, 64)),
        ((1024, 1024), (1024, 1024)),
        ((2048, 2048), (1024, 1024)),
        ((4096, 1024), (2048, 512)),
        ((2000, 1000), (1448, 724)),
    ],
)
def test_the_answer_has_the_images_shape_and_at_most_a_megapixel(
    image: tuple[int, int], size: tuple[int, int]
) -> None:
    commission = started(SD3_5, image=a_picture(*image, "1"))

    assert (commission.width, commission.height) == size


def test_the_pages_sample_without_a_mode_is_answered(bedrock: Bedrock) -> None:
    """https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html

    Checked 2026-11-22: its image-to-image sample sends prompt, image and strength 0.7.
    """
    body = {
        "prompt": "A car flying in the sky, photorealistic",
        "image": a_picture(320, 192),
        "strength": 0.7,
    }

    reply = bedrock.invoke(SD3_5, body)

    assert list(reply) == ["seeds", "finish_reasons", "images"]
    assert reply["finish_reasons"] == [None]
    assert pixels_of(reply["images"][0]).shape == (192, 320, 3)
