"""The enumerations that Stability's models share, and the seeds they pick.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22.
"""

import secrets

ASPECT_RATIOS = {
    "16:9": (1344, 768),
    "1:1": (1024, 1024),
    "21:9": (1536, 640),
    "2:3": (832, 1216),
    "3:2": (1216, 832),
    "4:5": (896, 1088),
    "5:4": (1088, 896),
    "9:16": (768, 1344),
    "9:21": (640, 1536),
}
"""Pixels are not documented for Bedrock (unconfirmed): these keep to the 640 to
1,536 px a side and the megapixel that AWS's pages name."""

STYLE_PRESETS = (
    "3d-model",
    "analog-film",
    "anime",
    "cinematic",
    "comic-book",
    "digital-art",
    "enhance",
    "fantasy-art",
    "isometric",
    "line-art",
    "low-poly",
    "modeling-compound",
    "neon-punk",
    "origami",
    "photographic",
    "pixel-art",
    "tile-texture",
)


def seed_or_random(seed: int, maximum: int) -> int:
    """Return `seed`, or a random one for 0, which means "pick one" here."""
    return seed or 1 + secrets.randbelow(maximum)
