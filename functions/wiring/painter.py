"""What `painter` works with."""

import random
from datetime import timedelta
from uuid import uuid4

from functions.adapters.bedrock import BedrockImageModel
from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.adapters.pixels import PillowPixels
from functions.catalogue import CATALOGUE
from functions.domain.money import micro
from functions.settings import Settings
from functions.use_cases.studio import Studio
from functions.wiring.clients import client, invoking
from functions.wiring.clock import now
from functions.wiring.stores import queue, records, store


def studio() -> Studio:
    """Return the studio of this deployment."""
    settings = Settings.from_env()
    once = invoking(settings.invoke_timeout_seconds)
    regions = (settings.bedrock_region, *settings.other_bedrock_regions)
    models = {each: client("bedrock-runtime", region_name=each, config=once) for each in regions}
    return Studio(
        records=records(settings),
        model=BedrockImageModel(models, CATALOGUE),
        store=store(settings),
        pixels=PillowPixels(),
        queue=queue(settings),
        clock=now,
        new_id=lambda: uuid4().hex,
        chance=random.random,
        lease=timedelta(seconds=settings.lease_seconds),
        limit=micro(settings.tenant_monthly_usd),
        inscriber=EmbeddedInscriber() if settings.file_metadata else None,
        grace=timedelta(seconds=settings.grace_seconds),
    )
