"""What a stage says about models; the part of its settings that plans read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Policy:
    """A stage's word on models.

    Attributes:
        region: Where models are called.
        default_model: Model where the client names none.
        intents: What `fast`, `balanced` and `best` mean.
        on_retired: `refuse` or `serve`.
        today: The day to judge lifecycles by.
    """

    region: str
    default_model: str
    intents: Mapping[str, str]
    on_retired: str
    today: date
