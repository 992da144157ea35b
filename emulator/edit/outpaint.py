"""More picture around a picture, or another one behind what is kept of it."""

import cv2
import numpy as np

from emulator.edit.beyond import Margins, beyond
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes, resized
from emulator.edit.fill import filled
from emulator.edit.imagine import imagined
from emulator.edit.masks import blend, inside
from emulator.edit.region import region
from emulator.edit.tones import matched
from emulator.paint.blur import blurred

SIDES = ("left", "right", "up", "down")
MOST_PAINTED = 4_000_000
"""Pixels of a canvas whose margins are painted at its own size."""

SEAM = 9
"""Pixels that the default mode may retouch on the kept side of the edge."""


def outpaint(desk: Desk) -> Bytes:
    """Enlarge the canvas by margins, or repaint all around what is kept."""
    if any(desk.number(side, 0) for side in SIDES):
        return _enlarged(desk)
    return _surrounded(desk)


def _enlarged(desk: Desk) -> Bytes:
    """Continue the picture into its margins; the picture itself stays to the bit.

    Creativity decides how soon, away from the edge, the prompt's scene takes over
    from what the picture itself would go on with. Margins of very large canvases are
    painted smaller and enlarged.
    """
    margins = Margins(*(int(desk.number(side, 0)) for side in SIDES))
    left, right, up, down = margins.sides
    inner = desk.width - left - right, desk.height - up - down
    if min(inner) < 1:
        raise ValueError("the margins are larger than the picture that they belong to")
    image = resized(desk.picture("image"), *inner)
    scale = min(1.0, (MOST_PAINTED / (desk.width * desk.height)) ** 0.5)
    small = resized(image, *(max(1, round(side * scale)) for side in inner))
    canvas = resized(_continued(desk, small, margins.scaled(scale)), desk.width, desk.height)
    canvas[up : up + inner[1], left : left + inner[0]] = image
    return canvas


def _continued(desk: Desk, image: Bytes, margins: Margins) -> Bytes:
    creativity = desk.number("creativity", 0.5)
    painted = beyond(image, margins, desk.rng("drift"), 0.008 + 0.03 * creativity)
    if not desk.prompt:
        return painted
    far = margins.far(image) / margins.widest
    return _led_over(desk, painted, far, creativity)


def _led_over(desk: Desk, painted: Bytes, far: np.ndarray, creativity: float) -> Bytes:
    """Let the prompt's scene take over, along a ragged line, where the picture is far.

    Near the picture it has the continuation's broad tones, so that no line shows.
    """
    tall, wide = far.shape
    scene = imagined(desk.commission, wide, tall).astype(np.float32)
    broad = 0.06 * min(wide, tall)
    continued = blurred(painted.astype(np.float32), broad)
    ragged = cv2.resize(desk.rng("seam").random((9, 9), np.float32), (wide, tall))
    begin = 0.8 - creativity * 0.7 + (ragged - 0.5) * 0.25
    share = np.clip((far - begin) / 0.35, 0, 1)[..., None] * min(1.0, 0.3 + creativity)
    tied = (1 - creativity * np.clip(far, 0, 1) ** 2)[..., None]
    scene += (continued - blurred(scene, broad)) * tied
    mixed = painted + (np.clip(scene, 0, 255) - painted) * share
    return (mixed + 0.5).astype(np.uint8)


def _surrounded(desk: Desk) -> Bytes:
    """Paint the prompt's scene where the mask is white, the rest kept.

    `precise` never touches what is kept; `default` may retouch the seam, so it does.
    """
    mask = surroundings(desk)
    behind = filled(desk.image, mask, desk.rng("fill"))
    if desk.prompt:
        scene = imagined(desk.commission, desk.width, desk.height)
        scene = matched(scene, desk.image, 0.25)
        reach = 0.02 * min(desk.width, desk.height)
        share = inside(mask, reach)[..., None].astype(np.float32)
        behind = (behind + (scene - behind.astype(np.float32)) * share + 0.5).astype(np.uint8)
    if desk.words("mode").lower() == "precise":
        return blend(desk.image, behind, mask)
    soft = np.maximum(mask, cv2.blur(mask, (SEAM, SEAM)))
    retouched = blend(desk.image, behind, mask)
    return blend(retouched, cv2.GaussianBlur(retouched, (0, 0), 1.2), _rim(mask, soft))


def surroundings(desk: Desk) -> Bytes:
    """Return what is regenerated: the mask, or all but what the words name.

    Raises:
        ValueError: Neither came.
    """
    if desk.mask is not None:
        return desk.mask
    if not desk.words("region"):
        raise ValueError("outpaint needs margins, a mask, or words for what is kept")
    kept = region(desk.image, desk.words("region"))
    rim = 2 * round(0.002 * min(kept.shape)) + 1
    return 255 - cv2.erode(kept, np.ones((rim, rim), np.uint8))


def _rim(mask: Bytes, soft: Bytes) -> Bytes:
    """Return the band along the mask's edge, on both sides of it."""
    return np.minimum(soft, 255 - cv2.erode(mask, np.ones((SEAM, SEAM), np.uint8)))
