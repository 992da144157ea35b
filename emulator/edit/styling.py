"""Another picture's manner: its palette, its grain, its brush."""

import cv2
import numpy as np

from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.edit.imagine import LARGEST, covering, imagined
from emulator.edit.tones import matched
from emulator.paint.styles.painted import strokes

BANDS = 4


def guide(desk: Desk) -> Bytes:
    """Paint a new scene in the manner of the reference, as far as fidelity says."""
    size = _work_size(desk)
    reference = desk.picture("image")
    scene = imagined(desk.commission, *size)
    fidelity = desk.number("fidelity", 0.5)
    styled = manner_of(scene, reference, fidelity, desk.rng("brush"))
    return covering(styled, desk.width, desk.height)


def transfer(desk: Desk) -> Bytes:
    """Paint the picture in the manner of another one.

    Composition fidelity keeps its shapes: what is missing of it lets the prompt's
    scene in, or else broadens the brush. Style strength is how far palette and brush
    are taken over, change strength how much of all that is seen in the end.
    """
    size = _work_size(desk)
    content = covering(desk.picture("image"), *size)
    loose = 1 - desk.number("composition_fidelity", 0.9)
    strength = desk.number("style_strength", 1.0)
    subject = content
    if desk.prompt:
        scene = imagined(desk.commission, *size)
        subject = cv2.addWeighted(content, 1 - 0.6 * loose, scene, 0.6 * loose, 0)
    rng = desk.rng("brush")
    styled = manner_of(subject, desk.picture("style_image"), strength, rng, looseness=loose)
    change = desk.number("change_strength", 0.9)
    mixed = cv2.addWeighted(content, 1 - change, styled, change, 0)
    return covering(mixed, desk.width, desk.height)


def manner_of(
    picture: Bytes, model: Bytes, share: float, rng: np.random.Generator, looseness: float = 0.0
) -> Bytes:
    """Return the picture in a model's manner.

    Args:
        picture: What is shown.
        model: Whose palette, brush and grain are taken.
        share: How far, 0 to 1.
        rng: Places the strokes.
        looseness: How much broader than the model's the brush may be, 0 to 1.
    """
    toned = matched(picture, model, share)
    brushed = _brushed(toned, _breadth(model) * (1 + 3 * looseness), share, rng)
    return _grained(brushed, model, share)


def _brushed(picture: Bytes, breadth: float, share: float, rng: np.random.Generator) -> Bytes:
    """Paint with strokes as broad as the model's; below two pixels they are none."""
    pixels = picture.astype(np.float32) / 255
    if breadth * min(picture.shape[:2]) < 2 or share <= 0:
        return picture
    painted = strokes(pixels, rng, (breadth * 2, breadth), turn=None)
    mixed = pixels + (painted - pixels) * np.float32(min(1.0, share * 0.85))
    return (np.clip(mixed, 0, 1) * 255 + 0.5).astype(np.uint8)


def _breadth(model: Bytes) -> float:
    """Guess how broad the model's brush is, in shares of its shorter side.

    A brush leaves pixels that are like their neighbours along it, and steps between
    strokes: the more of a picture's unrest is in its second octaves, the broader.
    """
    energies = _energies(cv2.cvtColor(_fitted(model), cv2.COLOR_RGB2GRAY))
    fine, middle = energies[0], energies[1] + energies[2]
    return 0.006 + 0.014 * float(np.clip(middle / (fine + middle + 1e-6) - 0.55, 0, 0.4)) / 0.4


def _grained(picture: Bytes, model: Bytes, share: float) -> Bytes:
    """Give each octave of the picture's lightness the model's contrast."""
    colours = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    own = _energies(colours[..., 0])
    theirs = _energies(cv2.cvtColor(_fitted(model), cv2.COLOR_RGB2GRAY))
    rest = colours[..., 0].astype(np.float32)
    light = np.zeros_like(rest)
    for mine, wanted in zip(own, theirs, strict=True):
        soft = cv2.GaussianBlur(rest, (0, 0), 1.2 if not light.any() else 3.0)
        gain = float(np.clip((wanted + 0.3) / (mine + 0.3), 0.5, 2.2)) ** share
        light += (rest - soft) * np.float32(gain)
        rest = soft
    colours[..., 0] = np.clip(light + rest + 0.5, 0, 255).astype(np.uint8)
    return cv2.cvtColor(colours, cv2.COLOR_YCrCb2RGB)


def _energies(grey: Bytes) -> list[float]:
    """Return the mean unrest of each octave, the finest first."""
    rest, found = grey.astype(np.float32), []
    for _ in range(BANDS):
        soft = cv2.GaussianBlur(rest, (0, 0), 1.2)
        found.append(float(np.abs(rest - soft).mean()))
        rest = cv2.resize(soft, None, fx=0.5, fy=0.5) if min(soft.shape) > 8 else soft
    return found


def _fitted(model: Bytes) -> Bytes:
    """Return the model at the size that its unrest is measured at."""
    scale = 768 / max(model.shape[:2])
    size = tuple(max(8, round(side * scale)) for side in model.shape[1::-1])
    return cv2.resize(model, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)


def _work_size(desk: Desk) -> tuple[int, int]:
    scale = min(1.0, (LARGEST / (desk.width * desk.height)) ** 0.5)
    return max(1, round(desk.width * scale)), max(1, round(desk.height * scale))
