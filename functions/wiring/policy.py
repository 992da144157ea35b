"""What a stage says about models, for every door that judges them."""

from collections.abc import Mapping
from datetime import datetime

from functions.catalogue.policy import Policy
from functions.domain.lifecycle import Lifecycle
from functions.settings import Settings


def policy(
    settings: Settings, at: datetime, lifecycles: Mapping[str, Lifecycle] | None = None
) -> Policy:
    """Return a stage's word on models on the day of `at`, knowing what Bedrock said."""
    return Policy(
        region=settings.bedrock_region,
        other_regions=settings.other_bedrock_regions,
        default_model=settings.default_model,
        task_models=settings.task_models,
        intents=settings.intents,
        on_retired=settings.on_retired,
        today=at.date(),
        lifecycles=lifecycles or {},
    )
