"""Paints the pictures of the studio's page Learn: `python -m operate.illustrations URL KEY`.

They are made through the API like anybody's, on a local stack, so that the page shows what
the reader's own requests will do there; they are kept in the repository (WebP, 480 px), since
the studio must show them before anything was painted. The frames of the denoising are no
model's: they mix a finished picture with noise, and the page says so.
"""

import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
from easel_client import Easel, Generation
from PIL import Image, ImageDraw

HERE = Path(__file__).parents[1] / "studio" / "static" / "learn"
WIDE = 480
SEED = 11

LADDER = (
    {"prompt": "Doctor"},
    {"prompt": "Painting of a doctor"},
    {"prompt": "Painting of a doctor, Impressionist style"},
    {"prompt": "Painting of a doctor, Impressionist style, low-angle shot"},
    {"prompt": "Painting of a doctor, Impressionist style, low-angle shot, dim lighting"},
    {
        "prompt": "Painting of a doctor, Impressionist style, low-angle shot, dim lighting, "
        "blue and purple color scheme"
    },
    {
        "prompt": "Painting of a doctor, Impressionist style, low-angle shot, dim lighting, "
        'blue and purple color scheme, sign reading "The Doctor is in"'
    },
)
"""The lab's ladder: each step adds one element, with the same seed."""

LAKE = {
    "prompt": {
        "image_type": "photograph",
        "description": "a mountain lake at dawn, a small boat, hot air balloons",
        "style": "cinematic",
    },
    "aspect_ratio": "3:2",
}
NOISE = (1.0, 0.75, 0.5, 0.3, 0.12, 0.0)
"""How much of each frame is noise."""


def main(url: str, key: str) -> None:
    """Paint all of them anew."""
    HERE.mkdir(parents=True, exist_ok=True)
    with Easel(url, key) as easel:
        for step, asked in enumerate(LADDER):
            _keep(easel, _paint(easel, **asked, aspect_ratio="1:1", seed=SEED), f"ladder-{step}")
        for seed in (1, 2, 3, 4):
            _keep(easel, _paint(easel, **LAKE, seed=seed), f"seed-{seed}")
        lake = _paint(easel, **LAKE, seed=4)
        _denoise(_keep(easel, lake, "lake"))
        for name, asked in _tasks(easel, lake).items():
            _keep(easel, _paint(easel, **asked), name)


def _tasks(easel: Easel, lake: Generation) -> dict[str, dict[str, Any]]:
    """Return what each task is asked to do with the lake."""
    image = {"image_id": lake.images[0].id}
    size = (lake.images[0].width or 0, lake.images[0].height or 0)
    sky = {"upload_id": easel.upload(_ellipse(size, (0.16, 0.08, 0.42, 0.48))).id}
    sketch = {"upload_id": easel.upload(_sketch(), content_type="image/png").id}
    return {
        "image_to_image": {
            "task": "image_to_image",
            "prompt": "oil painting of a lake in autumn",
            "image": image,
            "parameters": {"strength": 0.6},
        },
        "inpaint": {
            "task": "inpaint",
            "prompt": "a red hot air balloon",
            "image": image,
            "mask": sky,
            "seed": 7,
        },
        "erase": {"task": "erase", "image": image, "mask": sky},
        "outpaint": {
            "task": "outpaint",
            "image": image,
            "parameters": {"left": 320, "right": 320},
        },
        "search_replace": {
            "task": "search_replace",
            "prompt": "stormy clouds",
            "image": image,
            "parameters": {"search_prompt": "sky"},
        },
        "search_recolor": {
            "task": "search_recolor",
            "prompt": "emerald",
            "image": image,
            "parameters": {"select_prompt": "water"},
        },
        "remove_background": {"task": "remove_background", "image": image},
        "control_sketch": {
            "task": "control_sketch",
            "prompt": "watercolour of a house by a lake",
            "image": sketch,
        },
        "control_structure": {
            "task": "control_structure",
            "prompt": "a snowy winter landscape",
            "image": image,
        },
        "style_guide": {"task": "style_guide", "prompt": "a cat in a meadow", "image": image},
    }


def _paint(easel: Easel, **asked: Any) -> Generation:
    asked.setdefault("model", None)
    whole = {name: value for name, value in asked.items() if value is not None}
    done = easel.wait(easel.generate(**whole).id)
    if done.status != "succeeded":
        raise SystemExit(f"{asked}: {done.status}")
    print(f"{done.task:20} {done.raw['model']['used']:45} {done.status}")
    return done


def _keep(easel: Easel, done: Generation, name: str) -> Image.Image:
    with Image.open(io.BytesIO(easel.content(done.images[0].id))) as opened:
        picture = opened.convert("RGBA" if "A" in opened.getbands() else "RGB")
    picture.thumbnail((WIDE, WIDE), Image.Resampling.LANCZOS)
    picture.save(HERE / f"{name}.webp", quality=80, method=6)
    return picture


def _denoise(picture: Image.Image) -> None:
    small = picture.convert("RGB").resize((240, 240 * picture.height // picture.width))
    clean = np.asarray(small, dtype=np.float64)
    noise = np.random.default_rng(SEED).normal(127, 70, clean.shape)
    for frame, share in enumerate(NOISE):
        mixed = (1 - share) * clean + share * noise
        Image.fromarray(mixed.clip(0, 255).astype(np.uint8)).save(
            HERE / f"denoise-{frame}.webp", quality=80, method=6
        )


def _ellipse(size: tuple[int, int], box: tuple[float, ...]) -> bytes:
    mask = Image.new("L", size, 0)
    corners = [round(part * size[index % 2]) for index, part in enumerate(box)]
    ImageDraw.Draw(mask).ellipse(corners, fill=255)
    return _png(mask)


def _sketch() -> bytes:
    """Return a child's house by the water, in black lines on white."""
    paper = Image.new("RGB", (960, 640), "white")
    pen = ImageDraw.Draw(paper)
    pen.line([(0, 420), (300, 410), (620, 425), (960, 412)], fill="black", width=6)
    pen.rectangle((330, 260, 560, 420), outline="black", width=7)
    pen.polygon([(310, 262), (445, 150), (580, 262)], outline="black", width=7)
    pen.rectangle((420, 330, 470, 420), outline="black", width=6)
    pen.ellipse((720, 70, 820, 170), outline="black", width=6)
    pen.line([(60, 500), (200, 490), (340, 502)], fill="black", width=5)
    pen.line([(520, 540), (700, 528), (860, 542)], fill="black", width=5)
    paper.copy().resize((480, 320)).save(HERE / "sketch.webp", quality=80)
    return _png(paper)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
