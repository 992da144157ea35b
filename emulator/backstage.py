"""Doors that Bedrock does not have: health, ledger, reset."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from emulator.ledger import Ledger
from emulator.options import Options
from emulator.workshop import Workshop
from functions.catalogue import CATALOGUE


class Backstage:
    """Shows what the emulator is and what it was asked."""

    def __init__(self, options: Options, workshop: Workshop, ledger: Ledger) -> None:
        self._options = options
        self._workshop = workshop
        self._ledger = ledger

    async def health(self, request: Request) -> Response:
        """Say that it lives, as of which day, and what it answers."""
        del request
        today = self._options.today
        return JSONResponse(
            {
                "status": "ok",
                "today": today.isoformat() if today else None,
                "models": list(CATALOGUE),
                "operations": ["InvokeModel", "ListFoundationModels", "GetFoundationModel"],
            }
        )

    async def ledger(self, request: Request) -> Response:
        """List the newest invocations, oldest first, and how many there were."""
        del request
        return JSONResponse({"invocations": self._ledger.entries(), "total": self._ledger.total})

    async def reset(self, request: Request) -> Response:
        """Forget the ledger and every picture."""
        del request
        self._ledger.reset()
        self._workshop.forget()
        return Response(status_code=204)
