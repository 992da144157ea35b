"""A reply reads the same, lifted or not, and its picture is never parsed as text."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.adapters.reply import LONG, LiftedReply

PICTURE = base64.b64encode(bytes(range(256)) * 40).decode()

texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [PICTURE, PICTURE[:LONG], PICTURE[: LONG - 1], 'say "hi"', "back\\slash", "<lifted 9>"]
    ),
    st.integers(0, 3).map(lambda many: '"' * many + PICTURE),
)
bodies = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)


def restored(value: Any, reply: LiftedReply) -> Any:
    """Put every lifted string back where it stood, names of members too."""
    if isinstance(value, str):
        text = reply.text(value)
        return text if isinstance(text, str) else bytes(text).decode()
    if isinstance(value, list):
        return [restored(each, reply) for each in value]
    if isinstance(value, dict):
        return {restored(name, reply): restored(each, reply) for name, each in value.items()}
    return value


@given(bodies, st.sampled_from([None, 2]), st.booleans())
def test_a_reply_says_what_json_says(body: Any, indent: int | None, ascii_only: bool) -> None:
    raw = json.dumps(body, indent=indent, ensure_ascii=ascii_only).encode()

    reply = LiftedReply(raw)

    assert restored(reply.body, reply) == body


def test_a_picture_is_lifted_and_not_copied() -> None:
    raw = json.dumps({"seeds": [7], "images": [PICTURE, PICTURE[::-1]]}).encode()

    reply = LiftedReply(raw)

    assert reply.body == {"seeds": [7], "images": ["<lifted 0>", "<lifted 1>"]}
    lifted = reply.text("<lifted 0>")
    assert isinstance(lifted, memoryview)
    assert lifted.obj is raw


@pytest.mark.parametrize("raw", [b"", b"{", b'{"images": ["' + PICTURE.encode(), b"\xff"])
def test_what_is_no_json_is_no_reply(raw: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        LiftedReply(raw)
