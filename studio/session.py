"""What a session knows: its language, the API's client, and what it has read already.

The one place for keys of `st.session_state` that more than one page uses. Whatever must outlive
a reload is not here but in the API, or in the page's address.
"""

import streamlit as st
from easel_client import Easel

from studio import signin, words
from studio.settings import Settings

EDIT = "edit_image"
"""Id of the image that another page sends to the page Edit."""
USER = "user"
"""Address of the user whom a hosted studio's load balancer signed in."""
REUSE = "reuse"
"""What another page sends to the page Create: a request, whole or in part."""


def begin() -> None:
    """Choose the language of a new session: the address's, else the browser's."""
    if words.KEY in st.session_state:
        return
    asked = st.query_params.get("lang", "")
    st.session_state[words.KEY] = asked if asked in words.LANGUAGES else _browser_language()


def _browser_language() -> str:
    tongue = (st.context.locale or "").split("-")[0].lower()
    return tongue if tongue in words.LANGUAGES else words.DEFAULT


def easel() -> Easel:
    """Return the API's client of this session's tenant."""
    settings = _settings()
    if settings.users is None:
        return _client(settings.api_url, settings.api_key)
    return _client(settings.api_url, settings.users.key_of(st.session_state[USER]))


def sign_in() -> None:
    """Know the user of a hosted studio from the session's first request on.

    Once only: the load balancer's token lives for minutes, a session for hours.

    Raises:
        NotSignedIn: the load balancer does not vouch for the user.
        NotInvited: no tenant is named for the user.
    """
    settings = _settings()
    if settings.users is None or USER in st.session_state:
        return
    user = signin.address(st.context.headers, balancer=settings.balancer)
    settings.users.key_of(user)
    st.session_state[USER] = user


@st.cache_resource(show_spinner=False)
def _settings() -> Settings:
    return Settings.from_env()


@st.cache_resource(show_spinner=False, max_entries=100)
def _client(api_url: str, api_key: str) -> Easel:
    return Easel(api_url, api_key)  # sessions of one tenant share its connections


@st.cache_data(ttl=300, max_entries=1, show_spinner=False)
def models() -> list[dict]:
    """Return the catalogue as the API has it."""
    return [model.raw for model in easel().models()]


@st.cache_data(ttl=3600, max_entries=300, max_size="30MB", show_spinner=False, scope="session")
def thumbnail(image_id: str) -> bytes:
    """Return a small WebP of an image."""
    return easel().thumbnail(image_id)


@st.cache_data(ttl=3600, max_entries=24, max_size="60MB", show_spinner=False, scope="session")
def content(image_id: str) -> bytes:
    """Return an image as it was painted."""
    return easel().content(image_id)
