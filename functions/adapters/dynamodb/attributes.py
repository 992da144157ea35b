"""DynamoDB's typed values: `{"S": "text"}` and the like, to Python's and back.

Only the types that Easel stores: text, numbers, truth, nothing, lists and maps.
boto3's own serializer knows the rest, but brings all of boto3 along, which is an
eighth of a cold start, and walks every value twice.
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html;
a property test holds these to boto3's reading of it.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

Typed = dict[str, Any]


def typed(value: Any) -> Typed:
    """Return a value with its type's letter.

    Raises:
        TypeError: DynamoDB holds it in a way that we do not use; floats, which
            it does not hold at all, are made `Decimal` before.
    """
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case str():
            return {"S": value}
        case int() | Decimal():
            return {"N": str(value)}
        case list():
            return {"L": [typed(inner) for inner in value]}  # pyright: ignore[reportUnknownVariableType]
        case dict() | Mapping():
            return {"M": {name: typed(inner) for name, inner in value.items()}}  # pyright: ignore[reportUnknownVariableType]
        case _:
            raise TypeError(f"no attribute of ours holds {type(value).__name__}")


def native(value: Typed) -> Any:
    """Return what a typed value holds; numbers as `int` where they are whole.

    Raises:
        KeyError: a type that we never write.
    """
    ((letter, held),) = value.items()
    return _READ[letter](held)


def _number(text: str) -> int | float:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)


_READ: dict[str, Callable[[Any], Any]] = {
    "S": lambda text: text,
    "N": _number,
    "BOOL": lambda truth: truth,
    "NULL": lambda _: None,
    "M": lambda held: {name: native(inner) for name, inner in held.items()},
    "L": lambda held: [native(inner) for inner in held],
}
