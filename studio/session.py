"""The API's client, and what was read of it already, for a while and within bounds.

What must outlive a reload is in the API, or in the page's address, never here.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import streamlit as st
from easel_client import Conflict, Easel, Forbidden, Generation, Model, NotFound, Plan, Retries

from studio import signin
from studio.settings import Settings

USER = "user"
"""Address of the user whom a hosted studio's load balancer signed in."""

_ENDED = "session_ended"
MOST_ENDED = 10
"""Generations that ended and are kept: as many as a comparison has at most."""
SECONDS = 20.0
IMPATIENT = Retries(times=2, first=0.25, longest=2.0)
"""A person waits for a page; what stays away longer is said, and waited for in the open."""


def easel() -> Easel:
    """Return the API's client of this session's tenant."""
    settings = _settings()
    if settings.users is None:
        return _client(settings.api_url, settings.api_key)
    return _client(settings.api_url, settings.users.key_of(st.session_state[USER]))


def easel_of(headers: Mapping[str, str]) -> Easel:
    """Return the API's client for a request that belongs to no session.

    Raises:
        NotSignedIn: the load balancer does not vouch for the user.
        NotInvited: no tenant is named for the user.
    """
    settings = _settings()
    if settings.users is None:
        return _client(settings.api_url, settings.api_key)
    user = signin.address(headers, balancer=settings.balancer)
    return _client(settings.api_url, settings.users.key_of(user))


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
    # Sessions of one tenant share its connections.
    return Easel(api_url, api_key, timeout=SECONDS, retries=IMPATIENT)


@st.cache_resource(show_spinner=False)
def _probe() -> Easel:
    return Easel(_settings().api_url, timeout=2.0, retries=0)


def is_back() -> bool:
    """Return whether the API answers, after a short look."""
    return _probe().healthy()


@st.cache_data(ttl=300, max_entries=1, show_spinner=False)
def models() -> list[Model]:
    """Return the catalogue as the API has it."""
    return easel().models()


def plan(request: dict[str, Any]) -> Plan:
    """Return what a request would do and cost; asked again when the request changes."""
    return _plan(json.dumps(request, sort_keys=True))


@st.cache_data(ttl=60, max_entries=50, show_spinner=False, scope="session")
def _plan(request: str) -> Plan:
    return easel().plan(**json.loads(request))


def forget_prices() -> None:
    """Forget plans: money was spent, so what is left has changed."""
    _plan.clear()


@st.cache_data(ttl=300, max_entries=50, show_spinner=False)
def model_meant(name: str | None, task: str) -> str:
    """Return the id of the model that an intent, or none, means today."""
    # A plan is free and is the API's own answer; some tasks need a prompt to be planned at all.
    return easel().plan(prompt="a picture", model=name, task=task).model.used


@st.cache_data(ttl=300, max_entries=1, show_spinner=False)
def enhancing_costs() -> Decimal | None:
    """Return what enhancing a brief costs at most; None where this deployment does not offer it."""
    try:
        return easel().enhance_offer().most
    except (Conflict, Forbidden, NotFound):  # no text model, not for this key, an older API
        return None


def generation(generation_id: str) -> Generation:
    """Return a generation; one that has ended is read once, until `forget_generation`."""
    known: dict[str, Generation] = st.session_state.setdefault(_ENDED, {})
    if generation_id in known:
        return known[generation_id]
    found = easel().generation(generation_id)
    if found.done:
        latest = list(known.items())[1 - MOST_ENDED :]
        st.session_state[_ENDED] = dict([*latest, (generation_id, found)])
    return found


def forget_generation(generation_id: str) -> None:
    """Forget a generation of which something was changed."""
    st.session_state.get(_ENDED, {}).pop(generation_id, None)


@st.cache_data(ttl=3600, max_entries=300, max_size="30MB", show_spinner=False, scope="session")
def thumbnail(image_id: str) -> bytes:
    """Return a small WebP of an image, at most 512 px wide or high."""
    return easel().thumbnail(image_id)


@st.cache_data(ttl=3600, max_entries=24, max_size="60MB", show_spinner=False, scope="session")
def content(image_id: str) -> bytes:
    """Return an image as it was painted."""
    return easel().content(image_id)


@st.cache_data(ttl=3600, max_entries=4, max_size="60MB", show_spinner=False, scope="session")
def upload_content(upload_id: str) -> bytes:
    """Return a picture that was uploaded, as long as the upload can be used."""
    return easel().upload_content(upload_id)


@st.cache_data(ttl=3600, max_entries=12, max_size="60MB", show_spinner=False, scope="session")
def input_content(input_id: str) -> bytes:
    """Return a picture that a generation was asked with."""
    return easel().input_content(input_id)
