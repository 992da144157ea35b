"""The craft of the prompt; nothing here paints."""

from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.catalogue.plan import meant
from functions.domain import sweep, sweep_rules
from functions.domain.errors import InvalidRequest
from functions.domain.request import GenerationRequest
from functions.domain.sweep import Cell
from functions.http import offer, offer_views, views
from functions.http.desk import desk_of
from functions.http.prompts import ComposeBody, LintBody, to_axes, to_prompt

router = Router()


@router.post("/v1/prompts/compose", tags=["prompts"], summary="Parts to prompt")
def compose_prompt(body: ComposeBody) -> views.Composed:
    """Return the prompt that a model would read."""
    desk_of(router).caller("read")
    prompts = _composed(_cells(body))
    return views.Composed(prompt=prompts[0], characters=len(prompts[0]), prompts=prompts)


@router.post("/v1/prompts/lint", tags=["prompts"], summary="What a model would not honour")
def lint_prompt(body: LintBody) -> offer_views.Linted:
    """Return warnings about a prompt; the same stand in the plan of a request."""
    # To compile the lint's patterns is a thirtieth of a cold start, and most never lint.
    from functions.catalogue.lint import lint  # noqa: PLC0415

    desk = desk_of(router)
    desk.caller("read")
    spec, task = meant(body.model, body.task, desk.counter.policy())
    cells = _cells(body, body.task, body.negative_prompt)
    prompts = _composed(cells)
    return offer_views.Linted(
        prompt=prompts[0],
        characters=len(prompts[0]),
        prompts=prompts,
        model=views.Chosen(requested=body.model, used=spec.id),
        warnings=offer.warnings(lint(cells, spec, task)),
    )


def _cells(
    body: ComposeBody | LintBody, task: str = "text_to_image", negative_prompt: str | None = None
) -> list[Cell]:
    request = GenerationRequest(
        task=task,
        prompt=to_prompt(body.prompt),
        negative_prompt=negative_prompt or None,
        sweep=to_axes(body.prompt),
    )
    if faults := sweep_rules.faults(request):
        raise InvalidRequest.of(faults)
    return list(sweep.cells(request))


def _composed(cells: list[Cell]) -> list[str]:
    return [cell.request.prompt.compose() for cell in cells]
