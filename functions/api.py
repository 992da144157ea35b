"""The HTTP door: its routes stand in `functions.http.routes`."""

from functions import start  # isort: split

from typing import Any

from functions.adapters.outage import is_outage
from functions.adapters.telemetry import logger
from functions.http.desk import Desk
from functions.http.door import Door
from functions.http.routes import ROUTERS
from functions.wiring.api import counter, public_url
from functions.wiring.meter import meter

DOOR = Door(public_url=public_url(), is_outage=is_outage, meter=meter())
DESK = Desk(DOOR, counter())
app = DESK.door.app
for router in ROUTERS:
    app.include_router(router)
start.over()


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one request of the gateway."""
    app.append_context(desk=DESK)
    return DESK.door.resolve(event, context)
