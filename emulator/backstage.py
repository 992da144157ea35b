"""Doors that Bedrock does not have: health, ledger, faults, reset."""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from emulator import rules
from emulator.faults import Faults
from emulator.kinds import KINDS
from emulator.ledger import Ledger
from emulator.options import Options
from emulator.workshop import Workshop
from functions.catalogue import CATALOGUE

OPERATIONS = (
    "InvokeModel",
    "Converse",
    "ListFoundationModels",
    "GetFoundationModel",
    "ListInferenceProfiles",
    "GetInferenceProfile",
)


class Backstage:
    """Shows what the emulator is and what it was asked."""

    def __init__(
        self, options: Options, workshop: Workshop, ledger: Ledger, faults: Faults
    ) -> None:
        self._options = options
        self._workshop = workshop
        self._ledger = ledger
        self._faults = faults

    async def health(self, request: Request) -> Response:
        """Say that it lives, as of which day, and what it answers."""
        del request
        today = self._options.today
        return JSONResponse(
            {
                "status": "ok",
                "today": today.isoformat() if today else None,
                "models": list(CATALOGUE),
                "operations": OPERATIONS,
            }
        )

    async def ledger(self, request: Request) -> Response:
        """List the newest invocations, oldest first, and how many there were."""
        del request
        return JSONResponse({"invocations": self._ledger.entries(), "total": self._ledger.total})

    async def faults(self, request: Request) -> Response:
        """List the rules in force; add some by POST, clear them by DELETE."""
        if request.method == "DELETE":
            self._faults.clear()
            return Response(status_code=204)
        if request.method == "POST":
            try:
                self._faults.add(rules.read(json.loads(await request.body())))
            except ValueError as wrong:
                return _wrong(str(wrong))
        return JSONResponse({"faults": self._faults.told()})

    async def reset(self, request: Request) -> Response:
        """Forget the ledger, every picture and every fault."""
        del request
        self._ledger.reset()
        self._workshop.forget()
        self._faults.clear()
        return Response(status_code=204)


def _wrong(sentence: str) -> Response:
    told = {"message": sentence, "kinds": list(KINDS), "fields": list(rules.FIELDS)}
    return JSONResponse(told, status_code=400)
