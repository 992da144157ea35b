from dataclasses import replace

import pytest

from functions.wiring.api import counter
from functions.wiring.painter import studio
from tests.unit.doors.conftest import SETTINGS


@pytest.fixture(autouse=True)
def _deployed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)


def test_a_model_is_called_exactly_once() -> None:
    painters = studio()

    [client] = painters.model._clients.values()  # type: ignore[attr-defined]
    config = client.meta.config
    assert config.retries["total_max_attempts"] == 1
    assert config.read_timeout == SETTINGS.invoke_timeout_seconds
    assert client.meta.region_name == "us-west-2"


def test_each_region_has_a_client_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASEL_OTHER_BEDROCK_REGIONS", '["us-east-1"]')

    clients = studio().model._clients  # type: ignore[attr-defined]

    assert {name: each.meta.region_name for name, each in clients.items()} == {
        "us-west-2": "us-west-2",
        "us-east-1": "us-east-1",
    }


def test_addresses_are_signed_for_the_regional_virtual_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for region in ("us-east-1", "us-west-2", "ap-northeast-2"):
        monkeypatch.setenv("AWS_DEFAULT_REGION", region)
        monkeypatch.setenv("AWS_REGION", region)

        url = counter().store.address("images/a/b/00.png", filename="x.png")

        assert url.startswith(
            f"https://easel-pictures.s3.{region}.amazonaws.com/images/a/b/00.png?"
        )
        assert "X-Amz-Algorithm=AWS4-HMAC-SHA256" in url
        assert "X-Amz-Expires=900" in url


@pytest.mark.parametrize("wanted", [True, False])
def test_files_carry_their_parameters_where_the_stage_says_so(
    wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in replace(SETTINGS, file_metadata=wanted).to_env().items():
        monkeypatch.setenv(name, value)

    assert (studio().inscriber is not None) == wanted


def test_the_lease_outlives_the_longest_call() -> None:
    painters = studio()

    assert painters.lease.total_seconds() > SETTINGS.invoke_timeout_seconds
