"""The craft of the prompt; nothing here paints."""

from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.domain import sweep, sweep_rules
from functions.domain.errors import InvalidRequest
from functions.domain.request import GenerationRequest
from functions.http import views
from functions.http.desk import desk_of
from functions.http.prompts import ComposeBody, to_axes, to_prompt

router = Router()


@router.post("/v1/prompts/compose", tags=["prompts"], summary="Parts to prompt")
def compose_prompt(body: ComposeBody) -> views.Composed:
    """Return the prompt that a model would read."""
    desk = desk_of(router)
    desk.caller("read")
    request = GenerationRequest("text_to_image", to_prompt(body.prompt), sweep=to_axes(body.prompt))
    if faults := sweep_rules.faults(request):
        raise InvalidRequest.of(faults)
    prompts = [cell.request.prompt.compose() for cell in sweep.cells(request)]
    return views.Composed(prompt=prompts[0], characters=len(prompts[0]), prompts=prompts)
