"""From an answer's JSON to frozen dataclasses.

Fields that this version does not know stay in `raw`; those that an older service does not
send take their defaults. What is required and missing means that it is not Easel's answer.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any, Self, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from easel_client.errors import UnexpectedAnswer

Reader = Callable[[Any], Any]
D = TypeVar("D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the service said.

    Attributes:
        raw: All of it, as JSON had it.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False, default_factory=dict[str, Any])

    @classmethod
    def read(cls, raw: Any) -> Self:
        """Return an answer from its JSON.

        Raises:
            UnexpectedAnswer: a part is missing, or of another type.
        """
        try:
            return _dataclass(cls, raw)
        except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as odd:
            raise UnexpectedAnswer(
                f"The answer is no {cls.__name__} of Easel's ({type(odd).__name__}: {odd}). "
                "Is this the API's address, `…/api` or `https://…` as it was printed?",
                code="unexpected_answer",
            ) from odd


def _dataclass(kind: type[D], raw: Any) -> D:
    if not isinstance(raw, Mapping):
        raise TypeError(f"an object was expected, not {str(cast('object', raw))[:80]!r}")
    told = cast("Mapping[str, Any]", raw)
    known = {name: reader(told[name]) for name, reader in _readers(kind).items() if name in told}
    missing = [each.name for each in fields(cast("Any", kind)) if _needed(each, known)]
    if missing:
        raise KeyError(", ".join(missing))
    return kind(**known, **({"raw": told} if issubclass(kind, Answer) else {}))


def _needed(each: Any, known: Mapping[str, Any]) -> bool:
    bare = each.default is MISSING and each.default_factory is MISSING
    return bare and each.name not in known


@cache
def _readers(kind: type[Any]) -> Mapping[str, Reader]:
    hints = get_type_hints(kind)
    return {each.name: _reader(hints[each.name]) for each in fields(kind) if each.name != "raw"}


def _reader(hint: Any) -> Reader:
    """Return what turns JSON into a value of a type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        inner = _reader(next(each for each in args if each is not types.NoneType))
        return partial(_optional, inner)
    if origin is tuple:
        return partial(_sequence, _reader(args[0]))
    if origin is Mapping:
        return partial(_mapping, _reader(args[1]))
    if is_dataclass(hint):
        return partial(_dataclass, cast("type[Any]", hint))
    return _SCALARS.get(hint, _as_is)


def _optional(inner: Reader, raw: Any) -> Any:
    return None if raw is None else inner(raw)


def _sequence(inner: Reader, raw: Any) -> Any:
    return tuple(map(inner, raw))


def _mapping(inner: Reader, raw: Any) -> Any:
    return {name: inner(each) for name, each in raw.items()}


def _as_is(raw: Any) -> Any:
    return raw


_SCALARS: Mapping[Any, Reader] = {datetime: datetime.fromisoformat, Decimal: Decimal}
"""Python 3.11's `fromisoformat` reads all that RFC 3339 writes."""
