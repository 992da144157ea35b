"""What `caretaker` works with."""

from datetime import timedelta

from functions.domain.money import micro
from functions.settings import Settings
from functions.use_cases.care import Household
from functions.wiring.stores import queue, records, store


def household() -> Household:
    """Return the household of this deployment."""
    settings = Settings.from_env()
    return Household(
        records=records(settings),
        queue=queue(settings),
        store=store(settings),
        limit=micro(settings.tenant_monthly_usd),
        grace=timedelta(seconds=settings.grace_seconds),
    )
