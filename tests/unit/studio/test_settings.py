"""A studio that cannot speak to an API says so before it starts."""

import pytest

from studio.settings import MissingSetting, Settings

WHOLE = {"EASEL_URL": "http://127.0.0.1:4600/api/", "EASEL_API_KEY": "easel_k"}


def test_settings_come_from_the_environment() -> None:
    assert Settings.from_env(WHOLE) == Settings("http://127.0.0.1:4600/api", "easel_k")


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_setting_is_named_with_the_next_step(name: str, value: str | None) -> None:
    environ = {k: v for k, v in (WHOLE | {name: value}).items() if v is not None}

    with pytest.raises(MissingSetting, match=name) as missing:
        Settings.from_env(environ)

    assert "make run" in str(missing.value)
