"""The emulator's composition: options in, an ASGI application out."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import ASGIApp

from emulator import answers
from emulator.backstage import Backstage
from emulator.control import ControlDoor
from emulator.faults import Faults
from emulator.ledger import Ledger
from emulator.lifecycle import Lifecycle
from emulator.options import Options
from emulator.profiles import ProfileDoor
from emulator.refusal import Refusal
from emulator.runtime import RuntimeDoor
from emulator.wire import Severable
from emulator.workshop import Hire, Workshop, process_pool
from emulator.writing.door import ConverseDoor


def application(options: Options, *, hire: Hire | None = None) -> ASGIApp:
    """Build the emulator.

    Args:
        options: How it behaves.
        hire: Makes a pool of painters; of processes unless given.
    """
    lifecycle = Lifecycle(today=options.today, new_customer=options.new_customer)
    pool = hire or partial(process_pool, options.workers)
    workshop = Workshop(pool, flat=options.flat, latency=options.latency)
    ledger, faults = Ledger(), Faults()
    runtime = RuntimeDoor(lifecycle, workshop, ledger, faults)
    writing = ConverseDoor(ledger, faults)
    control, profiles = ControlDoor(lifecycle), ProfileDoor(lifecycle)
    backstage = Backstage(options, workshop, ledger, faults)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        del app
        await workshop.open()
        try:
            yield
        finally:
            workshop.close()

    app = Starlette(
        routes=[
            # An ARN has a slash, which arrives decoded: the id is a path here.
            Route("/model/{model:path}/invoke", runtime.invoke, methods=["POST"]),
            Route("/model/{model:path}/converse", writing.converse, methods=["POST"]),
            Route("/foundation-models", control.list, methods=["GET"]),
            Route("/foundation-models/{model:path}", control.get, methods=["GET"]),
            Route("/inference-profiles", profiles.list, methods=["GET"]),
            Route("/inference-profiles/{profile:path}", profiles.get, methods=["GET"]),
            Route("/_emulator/health", backstage.health, methods=["GET"]),
            Route("/_emulator/ledger", backstage.ledger, methods=["GET"]),
            Route("/_emulator/faults", backstage.faults, methods=["GET", "POST", "DELETE"]),
            Route("/_emulator/reset", backstage.reset, methods=["POST"]),
        ],
        exception_handlers={
            Refusal: answers.on_refusal,
            404: answers.on_unknown_operation,
            405: answers.on_unknown_operation,
            ClientDisconnect: answers.on_failure,
            500: answers.on_failure,
        },
        lifespan=lifespan,
    )
    return Severable(app)
