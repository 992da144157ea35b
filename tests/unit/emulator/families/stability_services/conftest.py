"""An emulator with the thirteen tools."""

from collections.abc import Iterator

import pytest

from tests.unit.emulator.live import Bedrock
from tests.unit.emulator.services import with_tools


@pytest.fixture(scope="module")
def tools() -> Iterator[Bedrock]:
    """An emulator whose catalogue has the tools."""
    with with_tools() as bedrock:
        yield bedrock
