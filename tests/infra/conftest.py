"""Each stage is synthesised once, when a test first asks for it."""

import pytest

from infra.stage import Stage
from tests.infra.cloud import CDK_JSON, Cloud, synthesise


@pytest.fixture(scope="session")
def dev(tmp_path_factory: pytest.TempPathFactory) -> Cloud:
    return synthesise(Stage.read("dev", CDK_JSON), tmp_path_factory.mktemp("dev"))


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Cloud:
    return synthesise(Stage.read("local", CDK_JSON), tmp_path_factory.mktemp("local"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes more than a few seconds")
