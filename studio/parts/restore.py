"""Drop a picture made here, or by A1111-style tools: what made it goes back into Create."""

import streamlit as st
from easel_client import Parameters

from studio import session
from studio.navigation import go
from studio.parts import errors, reuse
from studio.parts.axis_words import axis_name
from studio.parts.facts import table
from studio.parts.filters import task_name
from studio.parts.makers import maker
from studio.words import say

SOURCES = {"easel": "Easel", "a1111": "AUTOMATIC1111"}


def restore() -> None:
    """Draw the place to drop a file, and what the file says."""
    with st.container(key="restore", gap="xsmall"):
        file = st.file_uploader(
            say("gallery.restore"),
            type=["png", "jpg", "jpeg", "webp"],
            key="restore_file",
            help=say("gallery.restore_lead"),
        )
        if file:
            with errors.friendly():
                _told(_inspected(file.getvalue()), file.getvalue())


@st.cache_data(ttl=300, max_entries=8, show_spinner=False, scope="session")
def _inspected(raw: bytes) -> Parameters:
    return session.easel().inspect(raw)


def _told(told: Parameters, raw: bytes) -> None:
    if not told.source or not (told.request or told.prompt):
        other = maker(raw)
        silent = say("gallery.restore_nothing")
        said = say("gallery.restore_other", maker=other) if other else silent
        st.info(said, icon=":material/help:")
        return
    st.caption(say("gallery.restored_by", source=SOURCES.get(told.source, told.source)))
    st.html(table(_rows(told)))
    if told.unmapped:
        names = ", ".join(_name(fault.pointer) for fault in told.unmapped)
        st.caption(say("gallery.restore_partly", names=names))
    if st.button(say("gallery.restore_go"), icon=":material/auto_awesome:", type="primary"):
        reuse.hand_over(told.request or {"prompt": told.prompt, "seed": told.seed})
        go("create")


def _rows(told: Parameters) -> list[tuple[str, str]]:
    rows = [(say("picture.prompt"), told.prompt or "—")]
    if told.negative_prompt:
        rows.append((say("prompt.negative"), told.negative_prompt))
    if told.task:
        rows.append((say("picture.task"), task_name(told.task)))
    if told.model:
        rows.append((say("picture.model"), told.model.id or told.model.named))
    if told.seed is not None:
        rows.append((say("picture.seed"), str(told.seed)))
    if size := (told.request or {}).get("size"):
        rows.append((say("picture.size"), size.replace("x", " × ")))
    return rows + [(axis_name(name), str(value)) for name, value in told.parameters.items()]


def _name(pointer: str) -> str:
    """Return what a person calls a place in a request."""
    return axis_name(pointer.rpartition("/")[2])
