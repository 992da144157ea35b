"""What counts, for every door."""

from functions.adapters.telemetry import Meter
from functions.settings import Settings


def meter() -> Meter:
    """Return the meter of this deployment's stage."""
    return Meter(Settings.from_env().stage)
