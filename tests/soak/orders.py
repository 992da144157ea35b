"""What customers of a campaign ask for: random, and the same for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any

from tests.soak import edits
from tests.soak.edits import Edit, an_edit

TENANTS = ("ada", "bob", "cy", "dee")
RATIOS = ("1:1", "16:9", "3:2", "2:3")
STYLES = ("photographic", "anime", "pixel-art", "origami")
WORDS = ("lake", "tower", "harbour", "meadow", "forest", "bridge", "cat", "lamp", "train", "sky")


@dataclass(frozen=True, slots=True)
class Order:
    """One customer's request, and what he does with it afterwards.

    Attributes:
        tenant: Who asks.
        body: What is sent.
        key: The idempotency key, None for one who sends once and never again.
        resends: How often he sends it again although it was accepted.
        then: `keep`, `cancel` or `delete`, after `pause` seconds.
        ambush: Whether the API is killed once the request is written.
        edit: Where its pictures come from; None: it makes new ones.
    """

    tenant: str
    body: dict[str, Any]
    key: str | None
    resends: int
    then: str
    pause: float
    ambush: bool
    edit: Edit | None = None

    @property
    def count(self) -> int:
        """How many images it asks for, in all cells of its sweep."""
        cells = prod(len(values) for values in self.body.get("sweep", {}).values())
        return int(self.body["count"]) * cells


def orders(images: int, seed: int, *, ambushes: float, edited: float) -> list[Order]:
    """Return orders for exactly so many images."""
    dice = random.Random(seed)
    made: list[Order] = []
    for number, count in enumerate(_counts(images, dice)):
        keyed = dice.random() < 0.85
        edit = an_edit(dice) if dice.random() < edited else None
        made.append(
            Order(
                tenant=dice.choice(TENANTS),
                body=edits.body(edit, number, count, dice) if edit else _body(number, count, dice),
                key=f"order-{seed}-{number}" if keyed else None,
                resends=dice.choice((0, 0, 0, 1, 2)) if keyed else 0,
                then=dice.choices(("keep", "cancel", "delete"), (84, 8, 8))[0],
                pause=dice.uniform(0, 3),
                ambush=keyed and dice.random() < ambushes,
                edit=edit,
            )
        )
    return made


def _counts(images: int, dice: random.Random) -> Iterator[int]:
    while images:
        count = min(images, dice.choice((1, 1, 1, 2, 3, 4, 6, 10)))
        images -= count
        yield count


def _body(number: int, count: int, dice: random.Random) -> dict[str, Any]:
    model = dice.choice(("stable-image-core", "titan-v2", "sdxl"))
    parameters: dict[str, Any] = {}
    size: dict[str, Any] = {"aspect_ratio": dice.choice(RATIOS)}
    if model == "titan-v2":
        parameters["quality"] = dice.choice(("standard", "premium"))
        size = {"size": dice.choice(("512x512", "576x384", "1024x1024"))}
    elif model == "sdxl":
        parameters = {"steps": dice.randint(10, 60), "style_preset": dice.choice(STYLES)}
    body = {
        "model": model,
        "prompt": f"{' and '.join(dice.sample(WORDS, 3))}, number {number}",
        "count": count,
        "seed": dice.randint(1, 10**9),
        "parameters": parameters,
        "retry_unknown": dice.random() < 0.8,
        "deadline_seconds": dice.choices((30, 120, 900), (15, 25, 60))[0],
        "metadata": {"order": str(number)},
    }
    if number % 4 == 0 and count % 2 == 0:
        body |= {"count": count // 2, "sweep": {"negative_prompt": ["fog", ""]}}
    return body | size
