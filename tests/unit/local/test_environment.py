"""Children find what they need in their environment, and nothing of the person's."""

from pathlib import Path

import pytest

from local import environment
from local.home import Home
from local.options import Options
from local.ports import Ports

PERSON = {
    "PATH": "/usr/bin",
    "HOME": "/home/ada",
    "AWS_PROFILE": "production",
    "AWS_SECRET_ACCESS_KEY": "real",
    "AWS_SESSION_TOKEN": "real",
    "HTTPS_PROXY": "http://proxy:3128",
    "PYTHONPATH": "/somewhere/lib",
    "VIRTUAL_ENV": "/somewhere/venv",
}
PORTS = Ports(aws=4600, bedrock=4601, studio=4602)


def test_the_local_aws_sees_nothing_of_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)

    found = environment.of_ministack(Home(tmp_path), Options(), PORTS)

    assert not {"AWS_PROFILE", "AWS_SECRET_ACCESS_KEY", "HTTPS_PROXY", "PYTHONPATH"} & set(found)
    assert "/home/ada" not in str(found)
    assert found["BIND_HOST"] == "127.0.0.1"
    assert found["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] == "http://127.0.0.1:4601"
    assert found["PERSIST_STATE"] == found["S3_PERSIST"] == "1"


def test_security_and_persistence_are_asked_for_by_the_options(tmp_path: Path) -> None:
    options = Options(secure=True, persist=False)

    found = environment.of_ministack(Home(tmp_path), options, PORTS)

    assert (found["AUTH"], found["USE_SSL"]) == ("true", "1")
    assert "PERSIST_STATE" not in found
    assert environment.aws_url(PORTS, options) == "https://127.0.0.1:4600"


def test_the_studio_knows_the_api_and_no_aws(tmp_path: Path) -> None:
    found = environment.of_studio(Home(tmp_path), "https://127.0.0.1:1/api", "easel_k", "/ca.crt")

    assert found["EASEL_URL"] == "https://127.0.0.1:1/api"
    assert found["EASEL_API_KEY"] == "easel_k"
    assert found["SSL_CERT_FILE"] == "/ca.crt"
    assert not [name for name in found if name.startswith("AWS_")]


def test_callers_reach_the_local_account_and_never_the_persons(tmp_path: Path) -> None:
    found = environment.of_callers(Home(tmp_path), "http://127.0.0.1:4600", None, PERSON)

    assert found["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4600"
    assert found["AWS_SECRET_ACCESS_KEY"] == "test"
    assert not {"AWS_PROFILE", "AWS_SESSION_TOKEN", "HTTPS_PROXY", "PYTHONPATH"} & set(found)
    assert found["HOME"] == str(tmp_path / "user")


def test_callers_trust_the_certificate_of_a_secure_stack(tmp_path: Path) -> None:
    found = environment.of_callers(Home(tmp_path), "https://127.0.0.1:1", "/ca.crt", PERSON)

    assert found["AWS_CA_BUNDLE"] == found["NODE_EXTRA_CA_CERTS"] == "/ca.crt"


def test_synthesis_keeps_the_persons_home_and_proxy_but_not_the_account() -> None:
    found = environment.of_tools(PERSON)

    assert found["HOME"] == "/home/ada"
    assert found["HTTPS_PROXY"] == "http://proxy:3128"
    assert not {"AWS_PROFILE", "AWS_SECRET_ACCESS_KEY", "VIRTUAL_ENV"} & set(found)
    assert found["PATH"].endswith("/usr/bin")


def test_this_process_forgets_the_account_and_asks_no_proxy_for_this_machine() -> None:
    environ = PERSON | {"no_proxy": "example.com"}

    environment.forget_accounts(environ)

    assert "AWS_PROFILE" not in environ
    assert environ["no_proxy"] == "example.com,127.0.0.1,localhost"


def test_boto3_uses_the_region_that_the_cdk_uses() -> None:
    environ = {"AWS_REGION": "us-west-2", "AWS_DEFAULT_REGION": "eu-west-1"}

    environment.agree_on_region(environ)

    assert environ["AWS_DEFAULT_REGION"] == "us-west-2"


def test_functions_log_here_what_they_log_on_aws(tmp_path: Path) -> None:
    found = environment.of_ministack(Home(tmp_path), Options(), PORTS)

    assert found["POWERTOOLS_LOG_LEVEL"] == "INFO"
