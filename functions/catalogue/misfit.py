"""What is wrong with a parameter's value."""

from typing import NamedTuple


class Misfit(NamedTuple):
    """What is wrong with a value: where in it (a JSON pointer) and what is accepted."""

    where: str
    detail: str
