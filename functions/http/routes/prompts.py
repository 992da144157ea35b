"""The craft of the prompt; nothing here paints."""

from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.http import views
from functions.http.desk import desk_of
from functions.http.prompts import ComposeBody, to_prompt

router = Router()


@router.post("/v1/prompts/compose", tags=["prompts"], summary="Parts to prompt")
def compose_prompt(body: ComposeBody) -> views.Composed:
    """Return the prompt that a model would read."""
    desk = desk_of(router)
    desk.caller("read")
    prompt = to_prompt(body.prompt).compose()
    return views.Composed(prompt=prompt, characters=len(prompt))
