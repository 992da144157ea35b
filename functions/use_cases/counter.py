"""What the counter works with, where requests are taken and questions answered."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.catalogue.policy import Policy
from functions.domain.backoff import GRACE
from functions.domain.frozen import frozen
from functions.domain.inscription import Inscriber
from functions.domain.money import Micro
from functions.domain.ports.darkroom import Darkroom
from functions.domain.ports.queue import PaintQueue
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore
from functions.use_cases.look import Clock

if TYPE_CHECKING:  # most starts enhance nothing
    from functions.use_cases.enhancer import Enhancer


@frozen(kw_only=True)
class Counter:
    """The HTTP door's ports and its stage's limits.

    Attributes:
        records: The truth.
        queue: Where painters wait.
        store: Makes addresses, and removes files.
        darkroom: Looks at pictures that strangers made.
        inscriber: Reads what files say of their making.
        clock: Time that a test can turn.
        policy: The stage's word on models, as of today.
        limit: A tenant's monthly limit.
        longest_wait: Seconds that an answer is held at most.
        link_seconds: Life of a presigned address.
        enhancer: The stage's text model, made when somebody wants it.
        share_secret: What share links are sealed with.
        openai_models: What OpenAI's names of models mean here; patterns may hold `*`.
        grace: How long something may be owed before the caretaker looks.
    """

    records: Records
    queue: PaintQueue
    store: ImageStore
    darkroom: Darkroom
    inscriber: Inscriber
    clock: Clock
    policy: Callable[[], Policy]
    limit: Micro
    longest_wait: int
    link_seconds: int
    share_secret: Callable[[], bytes]
    enhancer: Callable[[], "Enhancer"]
    openai_models: Mapping[str, str] = field(default_factory=dict[str, str])
    grace: timedelta = GRACE

    @property
    def month(self) -> str:
        """The budget's month, `2026-11`, in UTC."""
        return f"{self.clock.now():%Y-%m}"
