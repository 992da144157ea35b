"""`@frozen`: a dataclass that is frozen and has slots, at two thirds of the usual price.

`@dataclass(frozen=True, slots=True)` compiles eight methods from text for every class,
4.2 million instructions each; for sixty classes that was a fifth of a cold start
(`docs/decisions.md`). To be equal, to hash and to be shown mean the same for all of
them, so here one function does it for all. They are dataclasses in every other respect.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T]) -> type[T]: ...


@overload
def frozen(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Any] | None = None, *, kw_only: bool = False) -> Any:
    """Make a frozen dataclass with slots; what it defines itself, it keeps."""

    def made(cls: type[Any]) -> type[Any]:
        for name, method in SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
        options = {"frozen": True, "slots": True, "eq": False, "repr": False}
        return dataclass(cls, kw_only=kw_only, **options)

    return made if cls is None else made(cls)


def _equal(self: Any, other: object) -> bool:
    return _compared(self) == _compared(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self))


@recursive_repr()
def _shown(self: Any) -> str:
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _compared(each: Any) -> tuple[Any, ...]:
    return tuple([getattr(each, field.name) for field in fields(each) if field.compare])


SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _shown}
