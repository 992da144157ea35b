"""Models as data: one module a family, one row a model, nothing that calls.

Validation, prices, IAM, the emulator's routes, documents and tests all read this
table, and none of them keeps a list of its own.
"""

from collections.abc import Mapping

from functions.catalogue import nova, sdxl, stability, stability_services, titan
from functions.catalogue.spec import ModelSpec

CATALOGUE: Mapping[str, ModelSpec] = {
    spec.id: spec
    for family in (stability, stability_services, sdxl, titan, nova)
    for spec in family.MODELS
}


def find(name: str) -> ModelSpec | None:
    """Return the row that `name` means: its id, short name or alias, exactly."""
    known = (spec for spec in CATALOGUE.values() if name in (spec.id, spec.name, *spec.aliases))
    return next(known, None)
