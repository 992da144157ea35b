"""Choose one of several pictures: by mouse, finger or arrow keys."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from studio.components.declare import declare

_mount = declare("pick")


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture to choose: `src` is an address or a data URL, `alt` what it shows.

    `badge` is a word on the picture (a seed, a value of a sweep); a favourite wears a heart.
    """

    id: str
    src: str
    alt: str
    badge: str = ""
    favourite: bool = False


def pick(
    pictures: Sequence[Choice],
    *,
    key: str,
    label: str,
    chosen: str,
    picked: str | None = None,
    ratio: float = 1.0,
    cell: int = 200,
    on_pick: Callable[[], None] | None = None,
) -> str | None:
    """Show the pictures as one radio group and return the id of the chosen one.

    Args:
        pictures: in their order; more may join in a later run.
        key: of this group in the session's state.
        label: what is chosen here, for those who hear the page.
        chosen: the word on the chosen picture, such as "Best".
        picked: the choice that the record already holds, until a person makes another.
        ratio: width by height of a cell; pictures are shown whole inside.
        cell: the least width of a cell in CSS pixels; rows are filled with as many as fit.
        on_pick: called before the script's next run when a person has chosen.
    """
    ids = {picture.id for picture in pictures}
    current = _said(key) or picked
    answer = _mount(
        key=key,
        data=_data(pictures, label, chosen, current, cell) | {"ratio": ratio},
        default={"picked": picked},
        on_picked_change=on_pick or _nothing,
    ).picked
    return answer if answer in ids else None


def walk(
    pictures: Sequence[Choice],
    *,
    key: str,
    label: str,
    chosen: str,
    here: str,
    on_go: Callable[[str], None],
    focus: bool = False,
    cell: int = 200,
) -> None:
    """Show the pictures as one radio group, of which one is where a person is.

    A choice leads there and is not kept: what was chosen at an earlier stay at a picture
    must not lead away from it again.

    Args:
        pictures: in their order; others may be there after each step.
        key: of this group in the session's state.
        label: what is chosen here, for those who hear the page.
        chosen: the word on the picture where one is, such as "Here".
        here: the id of that picture.
        on_go: called with a picture's id, before the script's next run.
        focus: whether that picture takes the focus, if nothing else has it: for a group that
            was drawn anew after a step.
        cell: the least width of a cell in CSS pixels.
    """

    def went() -> None:
        there = st.session_state[key].get("went")
        if there and there != here:
            on_go(there)

    data = _data(pictures, label, chosen, here, cell)
    _mount(key=key, data=data | {"ratio": 1.0, "focus": focus, "walk": True}, on_went_change=went)


def _data(
    pictures: Sequence[Choice], label: str, chosen: str, picked: str | None, cell: int
) -> dict[str, Any]:
    return {
        "pictures": [asdict(picture) for picture in pictures],
        "label": label,
        "chosen": chosen,
        "picked": picked,
        "cell": f"{cell}px",
    }


def _said(key: str) -> str | None:
    state: Any = st.session_state.get(key)
    return state.get("picked") if state else None


def _nothing() -> None:
    """Make `picked` a state that Streamlit keeps; the script's next run reads it."""
