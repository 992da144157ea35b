"""Models as data: one module a family, one row a model, nothing that calls.

Validation, prices, IAM, the emulator's routes, documents and tests all read this
table, and none of them keeps a list of its own.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from functions.catalogue.spec import ModelSpec

FAMILIES = ("stability", "stability_services", "sdxl", "titan", "nova")
"""In the order in which they are looked through: what is asked for most comes first."""


class Catalogue(Mapping[str, ModelSpec]):
    """Every row by its id.

    A family is imported when one of its rows is asked for, or of a family behind it:
    a cold start pays for the models that it calls, not for all that ever were.
    """

    def __init__(self) -> None:
        self._rows: dict[str, ModelSpec] = {}
        self._unread = list(FAMILIES)

    def __getitem__(self, model_id: str) -> ModelSpec:
        while model_id not in self._rows and self._unread:
            self._read()
        return self._rows[model_id]

    def __iter__(self) -> Iterator[str]:
        while self._unread:
            self._read()
        return iter(self._rows)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def find(self, name: str) -> ModelSpec | None:
        """Return the row that `name` means: its id, short name or alias, exactly."""
        found = self._named(name)
        while found is None and self._unread:
            self._read()
            found = self._named(name)
        return found

    def _named(self, name: str) -> ModelSpec | None:
        rows = self._rows.values()
        known = (spec for spec in rows if name in (spec.id, spec.name, *spec.aliases))
        return next(known, None)

    def _read(self) -> None:
        family = import_module(f"functions.catalogue.{self._unread.pop(0)}")
        self._rows |= {spec.id: spec for spec in family.MODELS}


CATALOGUE = Catalogue()
find = CATALOGUE.find
