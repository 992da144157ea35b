"""The tables of sizes that several models share."""

from functions.catalogue.grid import Grid, Size
from functions.catalogue.spec import Canvas

STABILITY_RATIOS = {
    "1:1": (1024, 1024),
    "16:9": (1344, 768),
    "21:9": (1536, 640),
    "2:3": (832, 1216),
    "3:2": (1216, 832),
    "4:5": (896, 1088),
    "5:4": (1088, 896),
    "9:16": (768, 1344),
    "9:21": (640, 1536),
}
"""Stability's nine ratios. The pixels are not documented for Bedrock; these fit
what AWS says (640 to 1,536 px a side, about 1 megapixel), and results report what
was measured.
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
checked 2026-11-22."""


def by_ratio(ratios: dict[str, Size]) -> Canvas:
    """Return a canvas whose wire takes a ratio's name."""
    return Canvas(sizes=tuple(ratios.values()), ratios=ratios, asked_by_ratio=True)


def by_size(sizes: tuple[Size, ...], ratios: dict[str, Size]) -> Canvas:
    """Return a canvas whose wire takes pixels; `ratios` name some of its sizes."""
    return Canvas(sizes=sizes, ratios=ratios, asked_by_ratio=False)


def by_rule(grid: Grid, ratios: dict[str, Size], *more: Size) -> Canvas:
    """Return a canvas that takes any size of `grid`; ratios and `more` are examples."""
    return Canvas(sizes=(*ratios.values(), *more), ratios=ratios, asked_by_ratio=False, grid=grid)
