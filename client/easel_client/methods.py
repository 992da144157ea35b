"""How a call becomes a method, with the call's own signature and docstring."""

import inspect
from collections.abc import Callable
from typing import Any, get_args

_SELF = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)


def like(call: Callable[..., Any], method: Callable[..., Any]) -> None:
    """Let `method` show itself as `call`, for `help` and for editors."""
    told = inspect.signature(call)
    method.__name__ = method.__qualname__ = call.__name__
    method.__doc__ = call.__doc__
    parameters = [_SELF, *told.parameters.values()]
    _, _, result = get_args(told.return_annotation)
    shown = told.replace(parameters=parameters, return_annotation=result)
    vars(method)["__signature__"] = shown
