"""Who draws for which tenant in a hosted studio."""

import json

import pytest

from studio.settings import MissingSetting, Settings
from studio.users import NotInvited, UnreadableUsers, Users

SECRET = {
    "keys": {"acme": "easel_a", "globex": "easel_g"},
    "users": {"@acme.example": "acme", "guest@acme.example": "globex", "Kim@Solo.example": "acme"},
}


@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("anyone@acme.example", "easel_a"),
        ("guest@acme.example", "easel_g"),
        ("GUEST@ACME.example", "easel_g"),
        ("kim@solo.example", "easel_a"),
    ],
)
def test_an_address_comes_before_its_domain(who: str, key: str) -> None:
    assert Users.of(json.dumps(SECRET)).key_of(who) == key


@pytest.mark.parametrize(
    "who",
    ["lee@solo.example", "a@sub.acme.example", "acme.example", "@acme.example.evil", "", "acme"],
)
def test_who_is_not_named_draws_for_nobody(who: str) -> None:
    with pytest.raises(NotInvited):
        Users.of(json.dumps(SECRET)).key_of(who)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"keys": [], "users": {}}', "null"])
def test_a_secret_of_another_shape_is_refused_and_the_shape_is_said(text: str) -> None:
    with pytest.raises(UnreadableUsers, match="keys"):
        Users.of(text)


def test_a_tenant_without_a_key_is_named() -> None:
    with pytest.raises(UnreadableUsers, match="initech"):
        Users.of(json.dumps({"keys": {}, "users": {"@initech.example": "initech"}}))


def test_no_key_stands_in_what_is_said_of_a_bad_secret() -> None:
    with pytest.raises(UnreadableUsers) as refused:
        Users.of('{"keys": {"acme": "easel_secret"}, "users": 3}')

    assert "easel_secret" not in str(refused.value)


def test_a_hosted_studio_needs_no_key_of_its_own_but_its_load_balancer() -> None:
    environ = {"EASEL_URL": "https://api.example/api", "EASEL_USERS": json.dumps(SECRET)}

    with pytest.raises(MissingSetting, match="EASEL_BALANCER_ARN"):
        Settings.from_env(environ)
    settings = Settings.from_env(environ | {"EASEL_BALANCER_ARN": "arn:lb"})

    assert settings.users == Users.of(json.dumps(SECRET))
    assert (settings.api_key, settings.balancer) == ("", "arn:lb")
