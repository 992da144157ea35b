"""What a picture may be that is sent to Amazon's models, and how a bad one is refused."""

import base64
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from emulator.families import titan_page
from emulator.refusal import Refusal
from tests.unit.emulator.drawn import a_picture, drawn, file_of, halved, holed, sent
from tests.unit.emulator.families.amazon import (
    HIGH,
    NOVA,
    PICTURE,
    TITAN_1,
    TITAN_2,
    WIDE,
    asking,
    masked,
    read,
)

PLACES = [
    ("TEXT_IMAGE", "conditionImage", "#/textToImageParams/conditionImage"),
    ("COLOR_GUIDED_GENERATION", "referenceImage", "#/colorGuidedGenerationParams/referenceImage"),
    ("IMAGE_VARIATION", "images", "#/imageVariationParams/images/1"),
    ("INPAINTING", "image", "#/inPaintingParams/image"),
    ("OUTPAINTING", "image", "#/outPaintingParams/image"),
    ("BACKGROUND_REMOVAL", "image", "#/backgroundRemovalParams/image"),
]


def bomb(width: int, height: int) -> str:
    """A PNG whose header promises more than its few bytes can hold."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + checksum

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    content = chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return sent(b"\x89PNG\r\n\x1a\n" + header + content)


def padded(size: int) -> str:
    """A whole PNG of exactly so many bytes: what follows its end is no part of it."""
    whole = base64.b64decode(PICTURE)
    return sent(whole + bytes(size - len(whole)))


BAD = [
    ("aGk=", "it is neither PNG, JPEG nor WebP"),
    ("a picture", "it is not base64"),
    (f"data:image/png;base64,{PICTURE}", "it is a data URI"),
    (a_picture(WIDE, HIGH, kind="WEBP"), "it is neither JPEG nor PNG"),
    (sent(file_of(drawn(WIDE, HIGH))[:-200]), "it is cut off"),
    (sent(file_of(drawn(WIDE, HIGH), "JPEG")[:-200]), "it is cut off"),
    (sent(holed(WIDE, HIGH)), "it has transparent or translucent pixels"),
    (sent(Image.new("I;16", (WIDE, HIGH), 9)), "it has more than 8 bits per color channel"),
    (bomb(30_000, 30_000), "it has 30000x30000 px"),
]


def refusal_of(model: str, body: Any) -> str:
    with pytest.raises(Refusal) as refused:
        read(model, body)
    assert (refused.value.type, refused.value.status) == ("ValidationException", 400)
    return refused.value.message


def with_picture(task: str, field: str, picture: str) -> dict[str, Any]:
    """A request whose second picture is this one, where there may be several."""
    return asking(task, **{field: [PICTURE, picture] if field == "images" else picture})


@pytest.mark.parametrize(("task", "field", "pointer"), PLACES)
@pytest.mark.parametrize("model", [TITAN_2, NOVA])
@pytest.mark.parametrize(("picture", "why"), BAD)
def test_a_bad_picture_is_refused_by_its_place_and_its_fault(
    model: str, task: str, field: str, pointer: str, picture: str, why: str
) -> None:
    said = refusal_of(model, with_picture(task, field, picture))

    assert said.startswith(f"Invalid image at {pointer}: {why}")
    assert said.endswith(".")


@pytest.mark.parametrize("mode", ["L", "P", "RGB", "RGBA", "LA", "1"])
def test_an_opaque_picture_of_any_mode_is_taken(mode: str) -> None:
    for model in (TITAN_1, TITAN_2, NOVA):
        read(model, asking("INPAINTING", image=sent(drawn(WIDE, HIGH).convert(mode))))


@pytest.mark.parametrize("model", [TITAN_1, TITAN_2])
@pytest.mark.parametrize("size", [(1409, 400), (400, 1409)])
def test_titan_takes_1408_px_on_the_longer_side(model: str, size: tuple[int, int]) -> None:
    width, height = size

    for task in ("INPAINTING", "OUTPAINTING"):
        read(model, asking(task, image=a_picture(min(width, 1408), min(height, 1408))))
        assert f"it has {width}x{height} px, and 1408 px are the most for a side" in refusal_of(
            model, asking(task, image=a_picture(width, height))
        )


def test_titan_takes_4096_px_for_a_variation() -> None:
    """AWS's page of the models has 4,096 px, that of the parameters 1,408 px."""
    read(TITAN_1, asking("IMAGE_VARIATION", images=[a_picture(4096, 64)]))

    assert "4096 px are the most" in refusal_of(
        TITAN_1, asking("IMAGE_VARIATION", images=[a_picture(4097, 64)])
    )


def test_titan_takes_five_megabytes() -> None:
    most = titan_page.MOST_PICTURE_BYTES

    read(TITAN_2, asking("BACKGROUND_REMOVAL", image=padded(most)))

    assert f"it has {most + 1} bytes, and {most} are the most" in refusal_of(
        TITAN_2, asking("BACKGROUND_REMOVAL", image=padded(most + 1))
    )


@pytest.mark.parametrize("task", ["INPAINTING", "BACKGROUND_REMOVAL"])
@pytest.mark.parametrize(
    ("size", "why"),
    [
        ((319, 320), "it has 319x320 px, and each side needs 320 px"),
        ((4097, 1025), "it has 4097x1025 px"),
        ((2049, 2049), "it has 2049x2049 px, and 4194304 px are the most"),
        ((1281, 320), "it has 1281x320 px, which is not between 1:4 and 4:1"),
    ],
)
def test_nova_measures_pictures_as_it_measures_results(
    task: str, size: tuple[int, int], why: str
) -> None:
    assert why in refusal_of(NOVA, asking(task, image=a_picture(*size)))


@pytest.mark.parametrize("size", [(320, 320), (2048, 2048), (4096, 1024), (333, 777)])
def test_nova_s_pictures_need_no_multiple_of_16(size: tuple[int, int]) -> None:
    (commission,) = read(NOVA, asking("BACKGROUND_REMOVAL", image=a_picture(*size)))

    assert (commission.width, commission.height) == size


GREY = halved(WIDE, HIGH)
GREY.putpixel((9, 9), 128)
NEARLY_WHITE = halved(WIDE, HIGH)
NEARLY_WHITE.putpixel((WIDE - 1, 0), 254)
RED = halved(WIDE, HIGH).convert("RGB")
RED.putpixel((0, 0), (255, 0, 0))


@pytest.mark.parametrize("model", [TITAN_1, TITAN_2, NOVA])
@pytest.mark.parametrize(
    ("mask", "why"),
    [
        (sent(GREY), "it has pixels that are neither pure black nor white"),
        (sent(NEARLY_WHITE), "it has pixels that are neither pure black nor white"),
        (sent(RED), "it has pixels that are neither pure black nor white"),
        (
            sent(halved(WIDE, HIGH).rotate(30), "JPEG", quality=60),
            "it has pixels that are neither pure black nor white",
        ),
        (sent(halved(WIDE, HIGH + 1)), "it has 400x331 px, and its image 400x330"),
        (sent(halved(HIGH, WIDE)), "it has 330x400 px, and its image 400x330"),
        (sent(holed(WIDE, HIGH)), "it has transparent or translucent pixels"),
        (sent(halved(WIDE, HIGH), "WEBP"), "it is neither JPEG nor PNG"),
    ],
)
def test_a_mask_is_pure_black_and_white_of_its_image_s_size(
    model: str, mask: str, why: str
) -> None:
    for task, key in (("INPAINTING", "inPaintingParams"), ("OUTPAINTING", "outPaintingParams")):
        said = refusal_of(model, masked(task, mask))

        assert said.startswith(f"Invalid image at #/{key}/maskImage: {why}")
