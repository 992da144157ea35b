"""`@frozen` keeps the promises of `@dataclass(frozen=True, slots=True)`, one by one."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from functions.domain.frozen import frozen


@dataclass(frozen=True, slots=True)
class Usual:
    """A dataclass as the standard library makes it."""

    name: str
    size: float = 1.0
    parts: tuple[Any, ...] = ()
    secret: str = field(default="", repr=False, compare=False)


@frozen
class Ours:
    """The same with shared methods."""

    name: str
    size: float = 1.0
    parts: tuple[Any, ...] = ()
    secret: str = field(default="", repr=False, compare=False)


@frozen
class Twin:
    """Another class with the same fields."""

    name: str
    size: float = 1.0
    parts: tuple[Any, ...] = ()


@frozen(kw_only=True)
class Named:
    """One whose fields are named, and that shows itself in its own way."""

    name: str

    def __repr__(self) -> str:
        return "its own"


NAN = float("nan")
ARGUMENTS = [
    ("a",),
    ("b",),
    ("a", 2.0),
    ("a", NAN),
    ("a", 1.0, (1, "two")),
    ("a", 1.0, (), "secret"),
]


@pytest.mark.parametrize("one", ARGUMENTS)
@pytest.mark.parametrize("other", ARGUMENTS)
def test_two_are_equal_when_usual_dataclasses_are(one: Any, other: Any) -> None:
    assert (Ours(*one) == Ours(*other)) is (Usual(*one) == Usual(*other))


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_hash_and_representation_are_those_of_usual_dataclasses(arguments: Any) -> None:
    assert hash(Ours(*arguments)) == hash(Usual(*arguments))
    assert repr(Ours(*arguments)) == repr(Usual(*arguments)).replace("Usual", "Ours")


def test_the_same_fields_in_another_class_are_not_equal() -> None:
    assert Ours("a") != Twin("a")
    assert Ours("a") != ("a", 1.0, ())


def test_a_field_that_cannot_be_hashed_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Ours("a", parts=[]))  # pyright: ignore[reportArgumentType]


def test_it_cannot_be_changed_nor_grow() -> None:
    ours: Any = Ours("a")

    with pytest.raises(FrozenInstanceError):
        ours.name = "b"
    with pytest.raises(FrozenInstanceError):
        del ours.name
    assert not hasattr(ours, "__dict__")


def test_the_tools_of_dataclasses_know_it() -> None:
    ours = Ours("a", parts=(1,))

    assert [each.name for each in fields(ours)] == ["name", "size", "parts", "secret"]
    assert asdict(ours) == {"name": "a", "size": 1.0, "parts": (1,), "secret": ""}
    assert replace(ours, size=3.0) == Ours("a", 3.0, (1,))
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert copy.deepcopy(ours) == ours
    match ours:
        case Ours(name, size):
            assert (name, size) == ("a", 1.0)


def test_fields_can_be_keywords_only_and_a_method_of_its_own_stays() -> None:
    assert repr(Named(name="a")) == "its own"
    assert Named(name="a") == Named(name="a")
    with pytest.raises(TypeError):
        Named("a")  # pyright: ignore[reportCallIssue]


def test_one_that_holds_itself_can_be_shown() -> None:
    held: list[Any] = []
    ours = Ours("a", parts=(held,))
    held.append(ours)

    assert "..." in repr(ours)
