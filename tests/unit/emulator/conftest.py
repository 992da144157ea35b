"""The emulators that the tests share: flat pixels, because these tests are about words."""

from collections.abc import Iterator

import pytest

from emulator.options import Options
from tests.unit.emulator.live import Bedrock, running


@pytest.fixture(scope="session")
def bedrock() -> Iterator[Bedrock]:
    """An emulator that grants extended access to every model."""
    with running(Options(flat=True)) as emulator:
        yield emulator
