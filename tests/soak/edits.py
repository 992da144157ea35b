"""Edits in a campaign: where their pictures come from, and which of them are refused."""

import random
from dataclasses import dataclass
from typing import Any

import httpx

IMAGES = ("data", "upload", "result")
MASKS = ("data", "upload", "alpha", "small")

FAULTS = {
    "small": ("mask_size",),
    "late": ("upload_expired",),
    "result": ("unknown_image", "picture_expired", "changed"),
}
"""Codes of a refusal that is right: a result may be deleted while it is edited."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Where an edit's pictures come from.

    Attributes:
        image: `data` in the body, an `upload`, or a `result` of the customer's own.
        mask: `data`, an `upload`, the image's own `alpha`, or one that is too `small`.
        late: Whether an uploaded image has expired when it is named.
    """

    image: str
    mask: str
    late: bool

    def refusal(self, answer: httpx.Response) -> str:
        """Return the code of a refusal that is right, else nothing."""
        known = FAULTS.get("late" if self.late else self.mask) or FAULTS.get(self.image, ())
        faults = answer.json().get("errors", ()) if answer.status_code == 400 else ()
        return next((each["code"] for each in faults if each["code"] in known), "")

    @property
    def hopeless(self) -> bool:
        """Whether it must be refused."""
        return self.late or self.mask == "small"


def an_edit(dice: random.Random) -> Edit:
    """Return any edit; one in six cannot be done."""
    image = dice.choice(IMAGES)
    if dice.random() < 1 / 6:
        late = dice.random() < 0.5
        return Edit("upload" if late else "data", "data" if late else "small", late)
    return Edit(image, dice.choice(MASKS[: 2 if image == "result" else 3]), late=False)


def body(edit: Edit, number: int, count: int, dice: random.Random) -> dict[str, Any]:
    """Return an edit's request, but for its pictures."""
    model = (
        "stable-image-inpaint"
        if edit.mask == "alpha"
        else dice.choice(("stable-image-inpaint", "titan-v2"))
    )
    return {
        "task": "inpaint",
        "model": model,
        "prompt": f"a red balloon over the sea, number {number}",
        "count": count,
        "seed": dice.randint(1, 10**9),
        "deadline_seconds": dice.choice((30, 120, 900)),
        "metadata": {"order": str(number)},
    }
