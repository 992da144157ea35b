"""What `caretaker` works with."""

from datetime import timedelta

from functions.adapters.directory import BedrockModelDirectory
from functions.domain.money import micro
from functions.settings import Settings
from functions.use_cases.care import Household
from functions.use_cases.follow import Almanac
from functions.wiring.clients import asking, client
from functions.wiring.listings import listings
from functions.wiring.policy import policy
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


def almanac() -> Almanac:
    """Return what models' lives are followed with."""
    settings = Settings.from_env()
    bedrock = client("bedrock", region_name=settings.bedrock_region, config=asking())
    return Almanac(
        directory=BedrockModelDirectory(bedrock),
        listings=listings(settings),
        policy=lambda at: policy(settings, at),
    )
