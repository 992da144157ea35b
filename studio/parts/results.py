"""The pictures of a generation that has ended: pick the best, and go on from it."""

import streamlit as st
from easel_client import Generation, Image

from studio import session
from studio.components.pick import Choice, pick
from studio.navigation import go
from studio.parts import errors, reuse, thumbnails
from studio.parts.axis_words import model_title
from studio.parts.keep import keep
from studio.parts.order import want
from studio.parts.price import dollars
from studio.pictures import address
from studio.words import say


def results(ended: Generation) -> None:
    """Draw what came of a generation."""
    pictures = ended.pictures
    if pictures:
        st.subheader(say("results.pick" if len(pictures) > 1 else "results.one"), anchor=False)
    missing(ended)
    if pictures:
        above = st.container(key="chosen", gap="xsmall")  # below the pictures nobody sees it
        chosen = choose(ended)
        with above:
            actions(chosen) if chosen else st.caption(say("results.pick_hint"))
    _again(ended)


def choose(ended: Generation) -> Image | None:
    """Draw the pictures; record the choice of the best of several."""
    pictures = ended.pictures
    key = f"pick_{ended.id}"
    picked = pick(
        [_choice(number, image) for number, image in enumerate(pictures, 1)],
        key=key,
        label=say("results.pick"),
        chosen=say("results.best"),
        picked=ended.picked,
        ratio=_ratio(pictures[0]),
        cell=240 if len(pictures) > 1 else 420,
    )
    if len(pictures) == 1:
        return pictures[0]
    if picked:
        _record(ended, picked)
    return next((image for image in pictures if image.id == picked), None)


def _record(ended: Generation, picked: str) -> None:
    with errors.friendly():
        if picked != ended.picked:
            session.easel().pick(ended.id, picked)
            session.forget_generation(ended.id)
        # Not a toast: Streamlit's is a dialog without a name.
        st.caption(f":material/check: {say('results.recorded')}")


def _choice(number: int, image: Image) -> Choice:
    alt = say("results.alt", number=number, prompt=thumbnails.alt(image))
    seed = "" if image.seed is None else say("results.seed", seed=image.seed)
    return Choice(
        id=image.id, src=address(image.id), alt=alt, badge=seed, favourite=image.favourite
    )


def _ratio(image: Image) -> float:
    return (image.width or 1) / (image.height or 1)


def actions(image: Image, *, own_page: bool = False) -> None:
    """Draw what a picture is, and what can be done with it; on Edit, nothing leads to Edit."""
    facts = [f"{image.width} × {image.height}", (image.format or "").upper()]
    facts += [say("results.seed", seed=image.seed)] if image.seed is not None else []
    facts += [dollars(image.cost.spent), model_title(image.model)]
    st.caption(" · ".join(facts))
    with st.container(horizontal=True, gap="small", key="results_actions"):
        keep(image)
        if own_page:
            return
        if st.button(say("results.large"), icon=":material/zoom_in:", key=f"large_{image.id}"):
            go("gallery", image=image.id)
        if st.button(say("results.edit"), icon=":material/brush:", key=f"edit_{image.id}"):
            go("edit", image=image.id)
        _reuse(image)


def _reuse(image: Image) -> None:
    with st.popover(say("results.reuse"), icon=":material/replay:"):
        for what in reuse.WHAT:
            st.button(
                say(f"results.reuse_{what}"),
                key=f"reuse_{what}_{image.id}",
                on_click=reuse.ask,
                args=(image.id, what),
                type="tertiary",
                width="stretch",
            )


def _again(ended: Generation) -> None:
    request = {name: value for name, value in ended.request.items() if name != "seed"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            say("results.again"),
            icon=":material/casino:",
            on_click=want,
            args=(request,),
            key=f"again_{ended.id}",
            help=say("results.again_help", price=dollars(ended.cost.estimated)),
        )
        st.caption(say("results.spent", spent=dollars(ended.cost.spent)), width="content")


def missing(ended: Generation) -> None:
    """Say why pictures are missing, each reason once."""
    reasons = {
        errors.why(image.error.code, image.error.detail): image.error.code
        for image in ended.images
        if image.error
    }
    if ended.counts.canceled:
        reasons[say("errors.canceled")] = "canceled"
    for reason, code in reasons.items():
        paid = f" {say('errors.filtered_paid')}" if code == "filtered" else ""
        st.warning(reason + paid, icon=":material/block:")
