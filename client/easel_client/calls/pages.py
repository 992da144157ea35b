"""Pages of things."""

from dataclasses import dataclass
from typing import Any, TypeVar

from easel_client.answers import Page
from easel_client.reading import Answer

A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Answer):
    """A list's answer, its items not read yet."""

    data: tuple[Any, ...]
    next_cursor: str | None = None
    scanned: int = 0


def page(raw: Any, kind: type[A]) -> Page[A]:
    """Return a page from its JSON."""
    shell = Listed.read(raw)
    data = tuple(kind.read(each) for each in shell.data)
    return Page(data=data, next_cursor=shell.next_cursor, scanned=shell.scanned, raw=raw)
