"""Makes the functions' workers unpack and import before a person waits for them.

Nothing is painted: the person's history stays empty.
"""

import threading
from collections.abc import Callable

from local import probe
from local.aws import LocalAws
from local.halt import Halt
from local.record import Stack
from local.trouble import AFRESH, Trouble
from local.words import say, told


def warm(stack: Stack, aws: LocalAws, halt: Halt) -> None:
    """Call every function once, all at the same time.

    Raises:
        Trouble: the API does not answer, with the end of the log that says why.
    """
    results: dict[str, str | None] = {}
    calls: dict[str, Callable[[], str | None]] = {
        "the API": lambda: _get(stack, "/healthz", {}),
        "the authorizer": lambda: _get(stack, "/v1/models", probe.bearer(stack.api_key)),
        "the painter": lambda: aws.invoke(stack.outputs["PainterFunctionName"], {"Records": []}),
        "the darkroom": lambda: aws.invoke(stack.outputs["DarkroomFunctionName"], {}),
        "the caretaker": lambda: aws.invoke(stack.outputs["CaretakerFunctionName"], {}),
    }

    def call(name: str) -> None:
        results[name] = calls[name]()

    with told("Warming the functions"):
        for name in calls:
            threading.Thread(target=call, args=(name,), daemon=True).start()
        halt.wait(lambda: len(results) == len(calls), seconds=90, late=lambda: _late(stack))
    for name, fault in results.items():
        if fault:
            say(f"    {name} answered: {fault[:300]}")
    if results["the API"]:
        raise _late(stack)


def _get(stack: Stack, path: str, headers: dict[str, str]) -> str | None:
    status = probe.status_of(
        f"{stack.api_url}{path}", ca_bundle=stack.ca_bundle, headers=headers, seconds=60
    )
    return None if status == 200 else f"{status or 'nothing'} to GET {path}"


def _late(stack: Stack) -> Trouble:
    return Trouble(
        f"The API at {stack.api_url} does not answer.",
        AFRESH,
        stack.log,
    )
