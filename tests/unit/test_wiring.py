from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from functions.wiring.api import counter
from functions.wiring.painter import studio
from tests.samples import an_image
from tests.unit.doors.conftest import SETTINGS


class Answered(BytesIO):
    """The body of an answer, as urllib3 would stream it."""

    def stream(self, **_: object) -> Iterator[bytes]:
        yield self.read()


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


def test_a_picture_is_sent_as_it_is_without_asking_for_leave() -> None:
    sent: list[AWSPreparedRequest] = []
    store, raw = studio().store, b"\x89PNG" * 1000

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        sent.append(request)
        return AWSResponse(request.url, 200, {}, Answered(b""))

    store._client.meta.events.register("before-send.s3", answer)  # type: ignore[attr-defined]
    store.publish(an_image(), "a", raw, "png", sha256="0" * 64)

    assert sent[0].body is raw
    assert "Expect" not in sent[0].headers
    assert sent[0].headers["Content-Length"] == str(len(raw))


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
