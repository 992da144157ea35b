"""Settings: what infra writes is what the doors read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.settings import ON_RETIRED, TEXT_MODEL, Settings

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
NEEDED = {"stage": TEXT, "table": TEXT, "bucket": TEXT, "queue_url": TEXT}
OTHERS = {
    "bedrock_region": TEXT,
    "other_bedrock_regions": st.lists(TEXT, max_size=3).map(tuple),
    "default_model": TEXT,
    "intents": st.dictionaries(TEXT, TEXT, max_size=3),
    "task_models": st.dictionaries(TEXT, TEXT, max_size=3),
    "darkroom": TEXT,
    "openai_models": st.dictionaries(TEXT, TEXT, max_size=3),
    "text_model": st.sampled_from([{}, dict(TEXT_MODEL)]),
    "on_retired": st.sampled_from(ON_RETIRED),
    "tenant_monthly_usd": st.sampled_from(["50", "0.5", "0"]),
    "max_wait_seconds": st.integers(0, 29),
    "link_seconds": st.integers(1, 604_800),
    "invoke_timeout_seconds": st.integers(1, 900),
    "painter_timeout_seconds": st.integers(1, 900),
    "lease_seconds": st.integers(1, 900),
    "grace_seconds": st.integers(0, 900),
    "file_metadata": st.booleans(),
    "public_url": st.one_of(st.just(""), TEXT),
}
MINIMAL: dict[str, Any] = {"stage": "dev", "table": "t", "bucket": "b", "queue_url": "q"}


@given(st.fixed_dictionaries(NEEDED, optional=OTHERS))
def test_what_is_written_reads_back(known: dict[str, Any]) -> None:
    settings = Settings(**known)

    assert Settings.from_env(settings.to_env()) == settings


def test_this_test_knows_every_setting() -> None:
    assert set(NEEDED) | set(OTHERS) == set(Settings.__dataclass_fields__)


def test_every_setting_has_a_variable_of_its_own_and_a_value_that_is_text() -> None:
    environment = Settings(**MINIMAL).to_env()

    assert set(environment) == {f"EASEL_{name.upper()}" for name in Settings.__dataclass_fields__}
    assert all(isinstance(value, str) for value in environment.values())


def test_what_is_not_set_has_its_default() -> None:
    given_only = {f"EASEL_{name.upper()}": value for name, value in MINIMAL.items()}

    assert Settings.from_env(given_only) == Settings(**MINIMAL)


@pytest.mark.parametrize("name", MINIMAL)
def test_what_must_be_set_is_missed_by_its_variables_name(name: str) -> None:
    environment = Settings(**MINIMAL).to_env()
    del environment[f"EASEL_{name.upper()}"]

    with pytest.raises(KeyError, match=f"EASEL_{name.upper()}"):
        Settings.from_env(environment)


def test_the_processs_environment_is_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in Settings(**MINIMAL).to_env().items():
        monkeypatch.setenv(name, value)

    assert Settings.from_env() == Settings(**MINIMAL)


def test_settings_fit_into_a_functions_environment() -> None:
    """Lambda takes 4 KB in all; half of it is the stage's own."""
    environment = Settings(**MINIMAL).to_env()

    assert sum(len(name) + len(value) for name, value in environment.items()) < 2048
