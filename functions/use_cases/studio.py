"""What painting needs, together, so that steps pass one thing along."""

from collections.abc import Callable
from datetime import datetime, timedelta

from functions.domain.backoff import GRACE
from functions.domain.frozen import frozen
from functions.domain.inscription import Inscriber
from functions.domain.money import Micro
from functions.domain.ports.model import ImageModel
from functions.domain.ports.pixels import Pixels
from functions.domain.ports.queue import PaintQueue
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore


@frozen(kw_only=True)
class Studio:
    """The painter's ports and its stage's limits.

    Attributes:
        records: The truth.
        model: Calls Bedrock.
        store: Keeps bytes.
        pixels: Reads pictures.
        queue: Takes the messages for later tries.
        clock: The time now, in UTC.
        new_id: Names attempts.
        chance: A number from 0 to 1, for jitter.
        lease: How long a claim holds.
        limit: A tenant's monthly limit.
        inscriber: Writes parameters into files; None where the stage says not to.
        grace: After a delayed message's time, how long until the caretaker
            sends another.
    """

    records: Records
    model: ImageModel
    store: ImageStore
    pixels: Pixels
    queue: PaintQueue
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    chance: Callable[[], float]
    lease: timedelta
    limit: Micro
    grace: timedelta = GRACE
    inscriber: Inscriber | None = None
