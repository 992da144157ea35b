"""Where the words of a prompt hang: neon over a street, a board elsewhere."""

from emulator.paint.canvas import Canvas
from emulator.paint.colour import rgb
from emulator.paint.lettering import board, hang, neon
from emulator.paint.scene import Scene

NEON = ("#ff4fa0", "#3fe0ff", "#ffcf4a")


def hang_sign(canvas: Canvas, scene: Scene) -> None:
    """Draw the quoted words of the prompt, if it has any, so that they can be read."""
    if scene.sign is None:
        return
    rng, light = scene.rng("sign"), canvas.light
    glowing = scene.place in ("city", "street", "space") or scene.has("neon")
    if glowing:
        sign = neon(scene.sign, rgb(str(rng.choice(NEON))), 200)
    else:
        sign = board(scene.sign, light, rng, 180)
    across = 0.5 - (0.2 if glowing else 0.18) * light.side
    hang(
        canvas,
        sign,
        canvas.width * across,
        canvas.height * (0.2 if scene.place == "street" else 0.13),
        width=canvas.width * 0.58,
        height=canvas.unit * 0.135,
    )
