"""What `api` works with."""

import time
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from functions.adapters.darkroom import LambdaDarkroom
from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.adapters.recall import RecalledLifecycles, RecalledSecret
from functions.domain.money import micro
from functions.settings import Settings
from functions.use_cases.counter import Counter
from functions.use_cases.look import Clock
from functions.wiring.clients import client, looking
from functions.wiring.clock import now
from functions.wiring.listings import listings
from functions.wiring.policy import policy
from functions.wiring.secret import share_secret
from functions.wiring.stores import queue, records, store

if TYPE_CHECKING:
    from functions.use_cases.enhancer import Enhancer


def public_url() -> str:
    """Return the address that clients use, empty for the gateway's own."""
    return Settings.from_env().public_url


def counter() -> Counter:
    """Return the counter of this deployment."""
    settings = Settings.from_env()

    @cache
    def enhancer() -> "Enhancer":
        from functions.wiring import enhancing  # noqa: PLC0415 - most starts enhance nothing

        return enhancing.enhancer(settings)

    lifecycles = RecalledLifecycles(listings(settings), settings.bedrock_region, now)
    return Counter(
        records=records(settings),
        queue=queue(settings),
        store=store(settings),
        darkroom=LambdaDarkroom(lambda: client("lambda", config=looking()), settings.darkroom),
        inscriber=EmbeddedInscriber(),
        clock=Clock(now, time.sleep),
        policy=lambda: policy(settings, now(), lifecycles()),
        limit=micro(settings.tenant_monthly_usd),
        longest_wait=settings.max_wait_seconds,
        link_seconds=settings.link_seconds,
        enhancer=enhancer,
        share_secret=RecalledSecret(share_secret(), now),
        openai_models=settings.openai_models,
        grace=timedelta(seconds=settings.grace_seconds),
    )
