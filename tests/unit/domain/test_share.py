"""Tokens of share links: what was sealed opens, and nothing else does."""

import base64
import hashlib
import hmac
import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.share import Share, seal, unseal

SECRET, OTHER = b"s" * 32, b"o" * 32
IMAGE = "img_01ARZ3NDEKTSV4RRFFQ69G5FAV_00"
SHARE = Share("acme", IMAGE, 0)
ALPHABET = string.ascii_letters + string.digits + "-_"

SHARES = st.builds(
    Share,
    st.from_regex(r"[a-z0-9][a-z0-9-]{0,62}", fullmatch=True),
    st.just(IMAGE),
    st.integers(0, 2**31),
    st.none() | st.integers(1, 2**33).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
)


@given(SHARES)
def test_what_was_sealed_opens(share: Share) -> None:
    assert unseal(seal(share, SECRET), SECRET) == share


@given(SHARES)
def test_another_deployment_s_token_opens_nothing(share: Share) -> None:
    assert unseal(seal(share, OTHER), SECRET) is None


def test_a_token_with_any_character_changed_opens_nothing() -> None:
    token = seal(SHARE, SECRET)

    # The last character's unused bits too: base64 spells the same bytes in several ways.
    for at, sent in enumerate(token):
        for other in ALPHABET.replace(sent, ""):
            assert unseal(token[:at] + other + token[at + 1 :], SECRET) is None


def test_a_part_of_a_token_opens_nothing() -> None:
    token = seal(SHARE, SECRET)

    for end in range(len(token)):
        assert unseal(token[:end], SECRET) is None
        assert unseal(token[end:] if end else "", SECRET) is None


@pytest.mark.parametrize(
    "around", ["{}=", "{}A", "A{}", " {}", "{} ", "{}\n", "{}é", "{}/", "{}\ud800"]
)
def test_a_token_with_something_around_it_opens_nothing(around: str) -> None:
    assert unseal(around.format(seal(SHARE, SECRET)), SECRET) is None


@given(st.text())
def test_a_made_up_token_opens_nothing(token: str) -> None:
    assert unseal(token, SECRET) is None


def test_a_token_says_nothing_to_those_without_the_secret() -> None:
    share = Share("a-customer-with-a-name", IMAGE, 0)

    raw = base64.urlsafe_b64decode(seal(share, SECRET) + "==")

    for words in (share.tenant, share.image, share.image[4:14]):
        assert words.encode() not in raw


def test_nothing_of_two_tokens_tells_that_their_images_are_neighbours() -> None:
    first, second = (seal(Share("acme", f"{IMAGE[:-1]}{number}", 0), SECRET) for number in (0, 1))

    alike = sum(one == other for one, other in zip(first, second, strict=True))
    assert alike < len(first) / 4


def test_its_tag_is_an_hmac_of_128_bits() -> None:
    raw = base64.urlsafe_b64decode(seal(SHARE, SECRET) + "==")

    key = hmac.new(SECRET, b"easel share 1 tag", hashlib.sha256).digest()
    words = f"0 0 {IMAGE} acme".encode()
    assert raw[:16] == hmac.new(key, words, hashlib.sha256).digest()[:16]
    assert len(raw) == 16 + len(words)


def test_tokens_stay_what_they_are() -> None:
    # Links of years ago must open: a change of this text breaks them all.
    assert (
        seal(SHARE, SECRET)
        == "8vI9qJouOJZYmbuqh132_22Kx5sWUSH0XYu2Tx35hV3d8_TDVK6oY7s5HADMstRuQTXazYyYluQE1A"
    )
