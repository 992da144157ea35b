"""Clients of other runtimes, installed when they are first asked for."""

from pathlib import Path

import pytest

from tests.e2e.client import Stack
from tests.e2e.openai_clients import driving
from tests.e2e.openai_clients.driving import Driver
from tests.e2e.openai_clients.files import picture


@pytest.fixture(scope="session")
def javascript(stack: Stack) -> Driver:
    return driving.javascript(stack.ca_bundle)


@pytest.fixture(scope="session")
def litellm(stack: Stack) -> Driver:
    return driving.litellm(stack.ca_bundle)


@pytest.fixture(scope="session")
def cat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture as a file."""
    return _file(tmp_path_factory.mktemp("cats") / "cat.png", hole=False)


@pytest.fixture(scope="session")
def mask(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same size, transparent in its middle."""
    return _file(tmp_path_factory.mktemp("masks") / "mask.png", hole=True)


def _file(path: Path, *, hole: bool) -> Path:
    path.write_bytes(picture(hole=hole))
    return path
