"""One command's talk with the service, and the exit code that it comes to."""

from collections.abc import Generator
from contextlib import contextmanager
from enum import IntEnum

import typer

from easel_client.cli.screen import complain
from easel_client.easel import Easel
from easel_client.errors import (
    BudgetExhausted,
    Conflict,
    EaselError,
    Forbidden,
    Gone,
    InvalidRequest,
    KeyReused,
    NotFound,
    StillRunning,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    Unreachable,
)


class Exit(IntEnum):
    """What scripts can tell apart."""

    FAILED = 1
    WRONG_REQUEST = 2
    NOT_ALLOWED = 3
    NOT_FOUND = 4
    NO_BUDGET = 5
    NOT_REACHED = 6
    NO_PICTURE = 7
    DECLINED = 8


_CODES: dict[type[EaselError], Exit] = {
    InvalidRequest: Exit.WRONG_REQUEST,
    TooLarge: Exit.WRONG_REQUEST,
    KeyReused: Exit.WRONG_REQUEST,
    Unauthorized: Exit.NOT_ALLOWED,
    Forbidden: Exit.NOT_ALLOWED,
    NotFound: Exit.NOT_FOUND,
    Gone: Exit.NOT_FOUND,
    Conflict: Exit.FAILED,
    BudgetExhausted: Exit.NO_BUDGET,
    TooManyRequests: Exit.NOT_REACHED,
    Unavailable: Exit.NOT_REACHED,
    Unreachable: Exit.NOT_REACHED,
    StillRunning: Exit.NOT_REACHED,
}


@contextmanager
def session(*, as_json: bool = False) -> Generator[Easel]:
    """Talk with the service that the environment names; errors become lines and exit codes."""
    try:
        with Easel.from_env() as easel:
            yield easel
    except EaselError as error:
        complain(error, as_json=as_json)
        raise typer.Exit(_CODES.get(type(error), Exit.FAILED)) from error
