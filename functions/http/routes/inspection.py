"""A file is sent, and what it says of its making is answered."""

from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.http.desk import desk_of
from functions.http.inspection import InspectionView, present
from functions.use_cases.inspect import inspect

router = Router()


@router.post("/v1/images/inspect", tags=["images"], summary="How a file was made")
def inspect_image() -> InspectionView:
    """Read the parameters in a PNG, JPEG or WebP file, of ours or of other tools.

    Free; nothing is stored. At most 4 MiB: of a larger PNG or JPEG its first megabyte
    is enough.
    """
    desk = desk_of(router)
    desk.caller("read")
    policy = desk.counter.policy()
    return present(inspect(desk.door.file, desk.counter.inscriber, policy), policy)
