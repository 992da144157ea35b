"""What holds for every job: size, format, chance, and no crash on hard pictures."""

import base64
import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from emulator import worker
from emulator.commission import Commission
from emulator.edit import JOBS, MASKS, edit
from tests.unit.emulator.edit.studio import SAMPLES, a_job, disc, edited, painted, pixels_of, png

ROOT = Path(__file__).parents[4]
CHANCE = set(SAMPLES) - {"remove_background", "upscale_fast"}
"""Jobs with a seed."""


def test_every_job_has_a_sample() -> None:
    assert SAMPLES.keys() == JOBS.keys()


@pytest.mark.parametrize("job", SAMPLES)
def test_an_edit_has_the_size_that_was_asked(job: str) -> None:
    asked = SAMPLES[job]

    assert edited(asked).shape[:2] == (asked.height, asked.width)


@pytest.mark.parametrize("job", SAMPLES)
def test_equal_commissions_give_equal_bytes(job: str) -> None:
    assert edit(SAMPLES[job]) == edit(replace(SAMPLES[job]))


def test_another_process_gives_the_same_bytes() -> None:
    jobs = ("inpaint", "search_recolor", "control_structure", "variation")
    script = (
        "import hashlib;from emulator.edit import edit;"
        "from tests.unit.emulator.edit.studio import SAMPLES;"
        f"print(*(hashlib.sha256(edit(SAMPLES[job])).hexdigest() for job in {jobs}))"
    )

    other = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    ours = [hashlib.sha256(edit(SAMPLES[job])).hexdigest() for job in jobs]
    assert other.stdout.split() == ours


@pytest.mark.parametrize("job", sorted(CHANCE))
def test_another_seed_gives_another_picture(job: str) -> None:
    other = replace(SAMPLES[job], seed=8)

    assert not np.array_equal(edited(SAMPLES[job]), edited(other))


@pytest.mark.parametrize("job", SAMPLES)
@pytest.mark.parametrize("kind", ["rgba", "grey", "deep", "palette"])
def test_any_kind_of_picture_is_taken(job: str, kind: str) -> None:
    asked = SAMPLES[job]
    parts = dict(asked.materials)
    parts["image"] = HARD[kind]()

    picture = edited(replace(asked, materials=tuple(parts.items())))

    assert picture.shape[:2] == (asked.height, asked.width)


def _rgba() -> bytes:
    pixels = pixels_of(painted("lake"))
    alpha = np.linspace(0, 255, pixels.shape[1]).astype(np.uint8)
    return png(np.dstack([pixels, np.broadcast_to(alpha, pixels.shape[:2])]))


def _palette() -> bytes:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.fromarray(pixels_of(painted("lake"))).quantize(16).save(file, "PNG")
    return file.getvalue()


HARD = {
    "rgba": _rgba,
    "grey": lambda: png(pixels_of(painted("lake"))[..., 1]),
    "deep": lambda: png(pixels_of(painted("lake"))[..., 1].astype(np.uint16) * 257),
    "palette": _palette,
}


@pytest.mark.parametrize("job", SAMPLES)
@pytest.mark.parametrize("size", [(300, 1), (1, 300), (1, 1), (9, 7)])
def test_slim_and_tiny_pictures_are_no_trouble(job: str, size: tuple[int, int]) -> None:
    wide, tall = size
    strip = np.arange(wide * tall * 3, dtype=np.uint32).reshape(tall, wide, 3).astype(np.uint8)
    parts = {part: png(strip) for part, _ in SAMPLES[job].materials}
    if "mask" in parts:
        parts["mask"] = png(np.full((tall, wide), 255, np.uint8))
    margins = (60, 20) if job == "outpaint" else (0, 0)
    asked = replace(
        SAMPLES[job],
        width=wide + margins[0],
        height=tall + margins[1],
        materials=tuple(parts.items()),
    )

    assert edited(asked).shape[:2] == (asked.height, asked.width)


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_an_edit_comes_in_the_format_that_was_asked(form: str) -> None:
    magic = {"png": b"\x89PNG", "jpeg": b"\xff\xd8\xff", "webp": b"RIFF"}

    assert edit(replace(SAMPLES["inpaint"], format=form)).startswith(magic[form])


@pytest.mark.parametrize("file", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
@pytest.mark.parametrize("job", SAMPLES)
def test_a_broken_picture_is_refused_in_words(job: str, file: bytes) -> None:
    parts = {part: file for part, _ in SAMPLES[job].materials}
    if job == "color_guided":
        parts = {"reference_image": file}

    with pytest.raises(ValueError, match="cannot be read"):
        edit(replace(SAMPLES[job], materials=tuple(parts.items())))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (a_job("inpaint", "a cat"), "mask"),
        (replace(SAMPLES["erase"], materials=SAMPLES["erase"].materials[1:]), "image"),
        (replace(SAMPLES["color_guided"], options=()), "colors"),
        (replace(SAMPLES["style_transfer"], materials=SAMPLES["erase"].materials), "style_image"),
        (a_job("outpaint", "a cat"), "margins"),
        (a_job("outpaint", left=500), "margins"),
        (a_job("sculpt"), "sculpt"),
    ],
    ids=lambda value: value.job if isinstance(value, Commission) else value,
)
def test_what_is_missing_is_named(asked: Commission, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        edit(asked)


@pytest.mark.parametrize("job", SAMPLES)
def test_a_filtered_edit_cannot_be_recognised(job: str) -> None:
    sharp, soft = edited(SAMPLES[job]), edited(replace(SAMPLES[job], blurred=True))

    def unrest(pixels: np.ndarray) -> float:
        return float(np.abs(np.diff(pixels[..., :3].astype(int), axis=1)).mean())

    assert unrest(soft) < 0.4 * unrest(sharp)


@pytest.mark.parametrize("paint", ["black", "white"])
@pytest.mark.parametrize("job", sorted(MASKS))
def test_the_mask_that_was_used_can_be_had_and_sent_again(job: str, paint: str) -> None:
    asked = SAMPLES[job]
    if job == "outpaint":
        asked = a_job("outpaint", "a desert", region="boat", mode="precise")

    file = base64.b64decode(worker.paint_base64(asked.showing_mask(paint), flat=False))

    mask = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_UNCHANGED)
    assert mask.shape == (asked.height, asked.width)
    assert set(np.unique(mask)) == {0, 255}
    kept = mask == (255 if paint == "black" else 0)
    if job != "search_replace":
        image = pixels_of(dict(asked.materials)["image"])
        assert np.array_equal(edited(asked)[kept], image[kept])


def test_the_worker_does_edits_on_both_kinds_of_pixels() -> None:
    for asked in SAMPLES.values():
        file = base64.b64decode(worker.paint_base64(asked, flat=True))

        assert pixels_of(file).shape[:2] == (asked.height, asked.width)
    painted_ = base64.b64decode(worker.paint_base64(SAMPLES["erase"], flat=False))
    assert np.array_equal(pixels_of(painted_), edited(SAMPLES["erase"]))


def test_flat_edits_keep_what_is_to_be_kept_and_cut_out_with_alpha() -> None:
    asked = SAMPLES["inpaint"]

    kept = pixels_of(base64.b64decode(worker.paint_base64(asked, flat=True)))
    cut = pixels_of(base64.b64decode(worker.paint_base64(SAMPLES["remove_background"], flat=True)))

    outside = disc() == 0
    assert np.array_equal(kept[outside], pixels_of(painted("lake"))[outside])
    assert not np.array_equal(kept, pixels_of(painted("lake")))
    assert set(np.unique(cut[..., 3])) == {0, 255}


def test_flat_edits_tell_pictures_apart_even_where_they_keep_nothing() -> None:
    asked = SAMPLES["control_structure"]
    other = replace(asked, materials=(("image", painted("cat")),))

    files = {worker.paint_base64(each, flat=True) for each in (asked, replace(asked), other)}

    assert len(files) == 2
