"""What became of a picture: before and after in one frame, and how to go on."""

import streamlit as st
from easel_client import Generation, Image, Input

from studio import session
from studio.components.slider import Placement, compare
from studio.parts import results
from studio.words import say


def comparison(ended: Generation) -> Image | None:
    """Draw an edit that has ended; return the picture that was chosen of it, if there is one."""
    results.missing(ended)
    if not ended.pictures:
        return None
    chosen = ended.pictures[0] if len(ended.pictures) == 1 else results.choose(ended)
    if chosen is None:
        st.caption(say("results.pick_hint"))
        return None
    before = session.input_content(before_of(ended))
    after = session.content(chosen.id)
    compare(before, after, key=f"compare_{chosen.id}", say=say, placed=placed(ended))
    return chosen


def before_of(ended: Generation) -> str:
    """Return the id of the picture that an edit began with."""
    return kept(ended).id


def kept(ended: Generation) -> Input:
    """Return what was kept of the picture that an edit began with."""
    parts = {each.part: each for each in ended.inputs}
    return parts.get("image") or parts["reference_image"]


def placed(ended: Generation) -> Placement | None:
    """Return where the picture lies in its outpainted self, or None for every other task."""
    parameters = ended.request.get("parameters", {})
    if ended.task != "outpaint" or ended.request.get("mask") or "fit" in ended.request:
        return None
    if not {"left", "right", "up", "down"}.intersection(parameters):
        return None
    return Placement(int(parameters.get("left", 0)), int(parameters.get("up", 0)))
