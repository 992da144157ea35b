"""`@frozen`: a dataclass that is frozen and has slots, at a third of the usual price.

`@dataclass(frozen=True, slots=True)` compiles eight methods from text for every class,
4.2 million instructions each; for sixty classes that was a fifth of a cold start
(`docs/decisions.md`). All but `__init__` mean the same for every class, so here one
function does each of them. They are dataclasses in every other respect.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
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
        known = dataclass(cls, init=False, eq=False, repr=False, slots=True, kw_only=kw_only)
        known.__init__ = _initializer(known)
        return known

    return made if cls is None else made(cls)


def _initializer(cls: type[Any]) -> Any:
    """Return the `__init__` of a class: the one method that depends on its fields."""
    known: list[Field[Any]] = sorted(fields(cls), key=lambda each: bool(each.kw_only))
    first = next((each.name for each in known if each.kw_only), None)
    values: dict[str, Any] = {"set_": object.__setattr__, "MISSING": MISSING}
    for each in known:
        values[f"default_{each.name}"] = _default(each)
        values[f"make_{each.name}"] = each.default_factory
    taken = ", ".join(_taken(each, after_star=each.name == first) for each in known)
    body = "".join(f"\n set_(self, {each.name!r}, {_given(each)})" for each in known)
    exec(f"def __init__(self, {taken}):{body or ' pass'}", values)  # noqa: S102 - of names alone
    return values["__init__"]


def _taken(each: Field[Any], *, after_star: bool) -> str:
    default = "" if _default(each) is REQUIRED else f"=default_{each.name}"
    return f"{'*, ' if after_star else ''}{each.name}{default}"


def _given(each: Field[Any]) -> str:
    if each.default_factory is MISSING:
        return each.name
    return f"make_{each.name}() if {each.name} is MISSING else {each.name}"


REQUIRED = object()


def _default(each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return MISSING
    return REQUIRED if each.default is MISSING else each.default


def _refuse_change(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_loss(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


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


SHARED: Mapping[str, Any] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_loss,
    "__getstate__": _state,
    "__setstate__": _restore,
}
