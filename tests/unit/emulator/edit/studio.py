"""What the edits' tests share: pictures by the emulator's own painter, and commissions."""

from dataclasses import replace
from functools import cache
from typing import Any

import cv2
import numpy as np

from emulator.commission import Commission, Wish
from emulator.edit import edit
from emulator.paint import paint

SIDE = 160
PROMPTS = {
    "lake": "a mountain lake with a boat",
    "cat": "a cat on the hills",
    "portrait": "portrait of a woman",
    "still": "still life with fruit and a vase",
    "garment": "a macro of a rose",
}


@cache
def painted(name: str, side: int = SIDE) -> bytes:
    """Return one of the sample pictures as a PNG file."""
    return paint(Commission("m", (Wish(PROMPTS[name]),), side, side, 7))


def png(pixels: np.ndarray) -> bytes:
    """Return RGB, RGBA or grey pixels as a file."""
    if pixels.ndim == 3:
        code = cv2.COLOR_RGBA2BGRA if pixels.shape[2] == 4 else cv2.COLOR_RGB2BGR
        pixels = cv2.cvtColor(pixels, code)
    done, file = cv2.imencode(".png", pixels)
    assert done
    return file.tobytes()


def pixels_of(file: bytes) -> np.ndarray:
    """Read a file as RGB or RGBA."""
    pixels = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_UNCHANGED)
    assert pixels is not None
    code = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB
    return cv2.cvtColor(pixels, code)


def disc(side: int = SIDE, radius: int = 30, value: int = 255) -> np.ndarray:
    """Return a mask with a disc a little right of the middle."""
    mask = np.zeros((side, side), np.uint8)
    return cv2.circle(mask, (side * 6 // 10, side * 6 // 10), radius, value, -1)


def a_job(
    job: str,
    prompt: str = "",
    *,
    image: bytes | None = None,
    mask: np.ndarray | None = None,
    size: tuple[int, int] = (SIDE, SIDE),
    seed: int = 7,
    form: str = "png",
    preset: str | None = None,
    materials: dict[str, bytes] | None = None,
    **options: Any,
) -> Commission:
    """Return a commission as a dialect makes it."""
    parts = {"image": image or painted("lake")}
    if mask is not None:
        parts["mask"] = png(mask)
    return Commission(
        "m",
        (Wish(prompt),) if prompt else (),
        *size,
        seed,
        form,
        preset,
        job=job,
        materials=tuple({**parts, **(materials or {})}.items()),
        options=tuple(sorted(options.items())),
    )


@cache
def edited(commission: Commission) -> np.ndarray:
    """Return the pixels of an edit."""
    return pixels_of(edit(commission))


def distance(first: np.ndarray, second: np.ndarray) -> float:
    """Return how far two pictures are apart, 0 to 255."""
    return float(np.abs(first.astype(np.float32) - second.astype(np.float32)).mean())


def with_option(asked: Commission, name: str, value: object) -> Commission:
    """Return the commission with one option changed."""
    options = {**dict(asked.options), name: value}
    return replace(asked, options=tuple(sorted(options.items())))


SAMPLES = {
    "image_to_image": a_job("image_to_image", "a castle", strength=0.6),
    "inpaint": a_job("inpaint", "a cat", mask=disc()),
    "erase": a_job("erase", mask=disc()),
    "outpaint": a_job("outpaint", "a lake", size=(SIDE + 60, SIDE + 20), left=60, down=20),
    "search_replace": a_job("search_replace", "a lighthouse", region="boat"),
    "search_recolor": a_job("search_recolor", "purple", region="sky"),
    "remove_background": a_job("remove_background", image=painted("cat")),
    "control_sketch": a_job("control_sketch", "a forest", control_strength=0.7),
    "control_structure": a_job("control_structure", "a desert", control_strength=0.7),
    "style_guide": a_job("style_guide", "a castle", fidelity=0.6),
    "style_transfer": a_job("style_transfer", materials={"style_image": painted("portrait")}),
    "upscale_fast": a_job("upscale_fast", size=(4 * SIDE, 4 * SIDE)),
    "upscale_conservative": a_job("upscale_conservative", "a lake", size=(512, 512)),
    "upscale_creative": a_job("upscale_creative", "a lake", size=(512, 512)),
    "variation": a_job("variation", similarity=0.5, materials={"image_2": painted("cat")}),
    "color_guided": a_job("color_guided", "a city", colors=("#001f54", "#ffd700")),
    "virtual_try_on": a_job(
        "virtual_try_on",
        image=painted("portrait"),
        materials={"reference_image": painted("garment")},
        garment_class="UPPER_BODY",
    ),
}
"""One plain commission for each job."""
