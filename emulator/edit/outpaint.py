"""More picture around a picture, or another one behind what is kept of it."""

import cv2
import numpy as np

from emulator.edit.desk import Desk
from emulator.edit.files import Bytes, resized
from emulator.edit.fill import filled
from emulator.edit.imagine import imagined
from emulator.edit.masks import blend, inside
from emulator.edit.region import region
from emulator.edit.tones import matched

SIDES = ("left", "right", "up", "down")
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
    from what the picture itself would go on with.
    """
    left, right, up, down = (int(desk.number(side, 0)) for side in SIDES)
    inner = desk.width - left - right, desk.height - up - down
    if min(inner) < 1:
        raise ValueError("the margins are larger than the picture that they belong to")
    image = resized(desk.picture("image"), *inner)
    canvas = cv2.copyMakeBorder(image, up, down, left, right, cv2.BORDER_REFLECT)
    mask = np.full(canvas.shape[:2], 255, np.uint8)
    mask[up : up + inner[1], left : left + inner[0]] = 0
    creativity = desk.number("creativity", 0.5)
    painted = filled(canvas, mask, desk.rng("fill"), freedom=creativity)
    if desk.prompt:
        painted = _led_over(desk, painted, image, mask, creativity)
    return blend(canvas, painted, mask)


def _led_over(desk: Desk, painted: Bytes, image: Bytes, mask: Bytes, creativity: float) -> Bytes:
    """Let the prompt's scene take over, along a ragged line, where the picture is far."""
    scene = imagined(desk.commission, desk.width, desk.height)
    scene = matched(scene, image, 0.85 - 0.45 * creativity)
    reach = max(1, *(int(desk.number(side, 0)) for side in SIDES))
    far = cv2.distanceTransform((mask > 0).astype(np.uint8), cv2.DIST_L2, 3) / reach
    ragged = cv2.resize(desk.rng("seam").random((9, 9), np.float32), far.shape[::-1])
    begin = 1.0 - creativity * 0.95 + (ragged - 0.5) * 0.3
    share = np.clip((far - begin) / 0.3, 0, 1)[..., None] * min(1.0, 0.35 + creativity)
    return (painted + (scene - painted.astype(np.float32)) * share + 0.5).astype(np.uint8)


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
    return 255 - region(desk.image, desk.words("region"))


def _rim(mask: Bytes, soft: Bytes) -> Bytes:
    """Return the band along the mask's edge, on both sides of it."""
    return np.minimum(soft, 255 - cv2.erode(mask, np.ones((SEAM, SEAM), np.uint8)))
