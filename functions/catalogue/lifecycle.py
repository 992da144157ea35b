"""Whether a stage runs a model today, and what to say if it does not."""

from datetime import date

from functions.catalogue.spec import ModelSpec
from functions.domain.errors import ModelRetired


def admit(spec: ModelSpec, *, today: date, on_retired: str) -> None:
    """Let a model pass if it lives, or if the stage serves retired ones.

    Raises:
        ModelRetired: it ended and the stage refuses; names the successor.
    """
    if on_retired == "serve" or not spec.lifecycle.retired_on(today):
        return
    ended = spec.lifecycle.end_of_life
    when = f" on {ended}" if ended else ""
    successor = spec.lifecycle.successor
    instead = f" Use {successor} instead." if successor else ""
    raise ModelRetired(f"{spec.id} reached the end of its life{when}.{instead} Nothing was spent.")
