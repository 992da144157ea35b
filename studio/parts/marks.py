"""What one can do with a picture: keep, take, share, start again from it, delete."""

import streamlit as st
from easel_client import Image

from studio import session
from studio.navigation import go
from studio.parts import errors
from studio.parts.keep import forget, keep
from studio.parts.links import share
from studio.words import say

MOST_TAGS = 20
"""Tags that the API lets a picture have."""
LONGEST_TAG = 32
GONE = "picture_gone"
_LONG = "picture_tag_long"


def actions(image: Image) -> None:
    """Draw the buttons, and the picture's tags."""
    with st.container(horizontal=True, gap="small", key="picture_actions"):
        keep(image)
        if st.button(say("results.edit"), icon=":material/brush:", key=f"picture_edit_{image.id}"):
            go("edit", image=image.id)
        _reuse(image)
        share(image)
        _delete(image)
    if image.picked:
        st.badge(say("picture.best"), icon=":material/trophy:", color="violet")
    _tags(image)


def _reuse(image: Image) -> None:
    with st.popover(say("results.reuse"), icon=":material/replay:"):
        for what in ("everything", "prompt", "seed"):
            if what == "seed" and image.seed is None:
                continue
            name = f"picture_reuse_{what}_{image.id}"
            if st.button(say(f"results.reuse_{what}"), key=name, type="tertiary", width="stretch"):
                go("create", reuse=image.id, what=what)


def _delete(image: Image) -> None:
    with st.popover(say("picture.delete"), icon=":material/delete:"):
        st.markdown(say("picture.delete_sure"))
        st.button(
            say("picture.delete_go"),
            icon=":material/delete_forever:",
            key=f"picture_delete_{image.id}",
            on_click=_gone,
            args=(image,),
        )


def _tags(image: Image) -> None:
    key = f"picture_tags_{image.id}"
    st.multiselect(
        say("picture.tags"),
        list(image.tags),
        default=list(image.tags),
        accept_new_options=True,
        placeholder=say("picture.tags_hint"),
        key=key,
        on_change=_tag,
        args=(image, key),
        max_selections=MOST_TAGS,
    )
    if st.session_state.pop(_LONG, False):
        st.caption(f":material/error: {say('picture.tag_long', most=LONGEST_TAG)}")


def _tag(image: Image, key: str) -> None:
    said = [tag.strip() for tag in st.session_state[key]]
    taken = [tag for tag in dict.fromkeys(said) if 0 < len(tag) <= LONGEST_TAG]
    st.session_state[_LONG] = any(len(tag) > LONGEST_TAG for tag in said)
    st.session_state[key] = taken
    with errors.friendly():
        session.easel().update_image(image.id, tags=taken)
    forget(image)


def _gone(image: Image) -> None:
    with errors.friendly():
        session.easel().delete_image(image.id)
        st.query_params.pop("image", None)
        st.session_state[GONE] = True
    forget(image)
