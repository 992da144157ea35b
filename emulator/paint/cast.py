"""Who stands in the foreground, and how large."""

from collections.abc import Callable

import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.figures import people, wheels
from emulator.paint.figures.cat import cat
from emulator.paint.figures.dog import dog
from emulator.paint.figures.robot import robot
from emulator.paint.light import Light
from emulator.paint.scene import Scene
from emulator.paint.sprite import Sprite, shadow, stamp


def growth(scene: Scene, name: str) -> float:
    """Return how much larger a weight makes a thing."""
    return float(np.clip(scene.weight(name), 0.5, 1.8))


def stand_figures(
    canvas: Canvas, scene: Scene, *, foot: float = 0.965, middle: float = 0.5
) -> None:
    """Stand those who look at us into the foreground, side by side.

    Args:
        canvas: The picture so far.
        scene: Who is asked for.
        foot: Row they stand on, in shares of the height.
        middle: Column around which they stand, in shares of the width.
    """
    cast = [(sprite, height) for _, sprite, height in cast_of(scene, canvas.light.near())]
    for number, (sprite, height) in enumerate(cast):
        place = (number + 1) / (len(cast) + 1)
        stand(canvas, sprite, middle + (place - 0.5) * 0.92, foot, height)


def stand(canvas: Canvas, sprite: Sprite, x: float, foot: float, height: float) -> None:
    """Stand a sprite on the ground, with its shadow.

    Args:
        canvas: The picture so far.
        sprite: Who it is.
        x: Column, in shares of the width.
        foot: Row in shares of the height; below 0.4 it counts from the horizon.
        height: In shares of the shorter side.
    """
    row = foot * canvas.height if foot > 0.4 else canvas.horizon + foot * canvas.height
    size = height * canvas.unit
    shadow(canvas, x * canvas.width, row - size * 0.012, size * sprite.ratio * 0.42, 0.55)
    stamp(canvas, sprite, x * canvas.width, row, size)


def cast_of(scene: Scene, light: Light) -> list[tuple[str, Sprite, float]]:
    """Return who stands in front: name, cut-out, height; as the prompt names them."""
    makers: dict[str, tuple[Callable[[np.random.Generator], Sprite], float]] = {
        "cat": (lambda rng: cat(rng, light, _coat(scene, "cat")), 0.44),
        "dog": (lambda rng: dog(rng, light, _coat(scene, "dog")), 0.46),
        "robot": (
            lambda rng: robot(rng, light, _metal(scene), scene.painted.get("robot")),
            0.72,
        ),
        "cowboy": (lambda rng: people.cowboy(rng, light), 0.72),
        "astronaut": (lambda rng: people.astronaut(rng, light), 0.66),
        "person": (lambda rng: people.wanderer(rng, light), 0.4),
        "car": (lambda rng: wheels.car(rng, light, scene.painted.get("car")), 0.3),
    }
    if scene.has("cowboy", "astronaut"):
        makers.pop("person")
    if scene.has("person", "cowboy", "astronaut"):
        for animal in ("cat", "dog"):
            makers[animal] = (makers[animal][0], 0.24)
    return [
        (name, make(scene.rng(name)), height * growth(scene, name))
        for name, (make, height) in ((n, makers[n]) for n in scene.features if n in makers)
    ]


def _coat(scene: Scene, name: str) -> str | None:
    """Return the coat that stands in the prompt, if the animal can have it."""
    words = {
        "calico": ("calico", "삼색"),
        "tabby": ("tabby", "striped"),
        "black": (f"black {name}", "검은", "까만"),
        "white": (f"white {name}", "하얀", "흰"),
        "orange": ("ginger", f"orange {name}", "치즈"),
        "grey": (f"gray {name}", f"grey {name}", "회색"),
        "gold": ("golden", "retriever", "corgi"),
        "brown": (f"brown {name}", "갈색"),
    }
    coats = ("calico", "tabby", "black", "white", "orange", "grey") if name == "cat" else ()
    coats = coats or ("gold", "brown", "black", "white")
    return next((coat for coat in coats if any(w in scene.text for w in words[coat])), None)


def _metal(scene: Scene) -> str | None:
    steam = any(word in scene.text for word in ("steampunk", "brass", "sepia", "스팀펑크"))
    return "brass" if steam else None
