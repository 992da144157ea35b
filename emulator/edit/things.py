"""Single things that a prompt can ask for, cut out, to be stood into a picture."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from emulator.edit.files import Bytes
from emulator.edit.subject import small
from emulator.paint.cast import cast_of
from emulator.paint.colour import luminance, mix, rgb
from emulator.paint.figures import buildings, camp, furniture, portrait, table, vessels, wheels
from emulator.paint.figures.bridge import bridge
from emulator.paint.light import Light, light_at
from emulator.paint.scene import Scene
from emulator.paint.sprite import Sprite
from emulator.paint.trees import broadleaf, conifer, palm

Maker = Callable[[Scene, Light], Sprite]

_COLOURED = {
    "castle": buildings.castle,
    "pagoda": buildings.pagoda,
    "windmill": buildings.windmill,
    "house": buildings.cabin,
    "lighthouse": buildings.lighthouse,
    "bridge": bridge,
    "boat": vessels.sailboat,
    "balloon": vessels.balloon,
    "train": wheels.train,
    "campfire": camp.camp,
    "fruit": table.fruit_bowl,
    "cup": table.cup,
    "vase": table.vase,
}

_OTHERS: dict[str, Maker] = {
    "sofa": lambda scene, light: furniture.sofa(light, scene.painted.get("sofa", rgb("#8a4a3f"))),
    "portrait": lambda scene, light: portrait.portrait(scene.rng("sitter"), light, scene.text),
    "palms": lambda scene, light: palm(scene.rng("palms"), light),
    "pines": lambda scene, light: conifer(scene.rng("pines"), light),
    "blossom": lambda scene, light: broadleaf(scene.rng("blossom"), light, rgb("#f0b6c8")),
    "trees": lambda scene, light: broadleaf(scene.rng("trees"), light, rgb("#4f7f3a")),
    "flowers": lambda scene, light: table.vase(scene.rng("flowers"), light),
}

AIRBORNE = frozenset({"balloon"})
"""What casts no shadow on the ground below it."""


def thing_of(scene: Scene, light: Light) -> tuple[str, Sprite] | None:
    """Return the first thing that the prompt names and its cut-out, None if it names none."""
    actors = {name: sprite for name, sprite, _ in cast_of(scene, light)}
    for name in scene.features:
        if name in actors:
            return name, actors[name]
        if name in _COLOURED:
            sprite = _COLOURED[name](scene.rng(name), light, scene.painted.get(name))
            return name, sprite
        if name in _OTHERS:
            return name, _OTHERS[name](scene, light)
    return None


def light_in(image: Bytes, scene: Scene) -> Light:
    """Guess the light that a picture was made in: how bright, how warm, from which side."""
    copy = small(image, 96).astype(np.float32) / 255
    grey = luminance(copy)
    wide = grey.shape[1] // 2
    brighter_left = float(grey[:, :wide].mean()) > float(grey[:, wide:].mean())
    mean = copy.reshape(-1, 3).mean(axis=0)
    tint = mean / max(0.05, float(mean.max()))
    plain = light_at("day", scene.rng("light"))
    return replace(
        plain,
        key=mix(plain.key, tint, 0.35),
        ambient=mix(plain.ambient, mean * np.float32(1.1), 0.6),
        power=float(np.clip(0.45 + 1.0 * grey.mean(), 0.5, 1.05)),
        sun=(0.25 if brighter_left else 0.75, 0.3),
    ).near()
