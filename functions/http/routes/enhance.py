"""Briefs to prompts; the text model is called when a client asks, and never else.

Most starts enhance nothing, so what that takes is imported by who asks for it.
"""

from typing import TYPE_CHECKING

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.catalogue.plan import meant
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.request import GenerationRequest
from functions.http import offer, views
from functions.http.desk import FRESH, JSON, desk_of
from functions.http.enhance import (
    LONGEST_BRIEF,
    EnhanceBody,
    EnhancedPrompt,
    EnhancedView,
    EnhanceOffer,
    TokenPrice,
    TokensView,
)
from functions.http.routes.words import IdempotencyKey

if TYPE_CHECKING:
    from functions.use_cases.enhancer import Enhanced

router = Router()


@router.get("/v1/prompts/enhance", tags=["prompts"], summary="What enhancing a brief costs")
def get_enhance_offer() -> EnhanceOffer:
    """Return the text model, the price of its tokens, and the most that a call can cost."""
    from functions.domain.money import dollars  # noqa: PLC0415
    from functions.domain.rewrite import MOST_TOKENS, widest  # noqa: PLC0415

    desk = desk_of(router)
    desk.caller("read")
    model = desk.counter.enhancer().must()
    return EnhanceOffer(
        model=model.id,
        price_per_1000_tokens=TokenPrice(
            input=dollars(model.input_price),
            output=dollars(model.output_price),
            source=model.source,
            checked=model.checked,
            note=model.note or None,
        ),
        most=dollars(model.most(widest(LONGEST_BRIEF))),
        longest_brief=LONGEST_BRIEF,
        most_output_tokens=MOST_TOKENS,
    )


@router.post("/v1/prompts/enhance", tags=["prompts"], summary="Brief to prompt; costs money")
def enhance_prompt(
    body: EnhanceBody, idempotency_key: IdempotencyKey = None
) -> Response[EnhancedView]:
    """Turn a brief in any language into the parts of an English prompt.

    One paid call of the deployment's text model; `GET` tells the price first. The most that
    it can cost is held of the month's budget, and what its tokens cost is booked. With an
    `Idempotency-Key` it is paid once: for a day the same request gets the same result.
    """
    from ulid import ULID  # noqa: PLC0415

    from functions.domain.rewrite import Limits  # noqa: PLC0415
    from functions.use_cases.enhance import enhance  # noqa: PLC0415
    from functions.use_cases.enhancer import Brief  # noqa: PLC0415

    desk = desk_of(router)
    caller, counter = desk.caller("generate"), desk.counter
    spec, task = meant(body.model, body.task, counter.policy())
    if not task.prompt_limit:
        words = f"{spec.name} reads no prompt for {body.task}, so there is nothing to write"
        raise InvalidRequest.of([Fault("/task", "no_prompt", words)])
    enhanced = enhance(
        Brief(body.brief, body.model, body.task),
        Limits(task.prompt_limit, task.negative_prompt_limit),
        caller=caller,
        idempotency_key=idempotency_key,
        enhancer=counter.enhancer(),
        records=counter.records,
        clock=counter.clock,
        new_ulid=lambda at: str(ULID.from_datetime(at)),
        limit=counter.limit,
        tell=desk.enhanced,
        correlation_id=desk.door.visit.request_id,
    )
    replayed = {"Idempotency-Replayed": "true"} if enhanced.replayed else {}
    view = _view(enhanced, body.task, spec, task)
    return Response(200, JSON, view, FRESH | desk.sunset(spec.id) | replayed)


def _view(enhanced: "Enhanced", name: str, spec: ModelSpec, task: Task) -> EnhancedView:
    from functions.catalogue.lint import lint  # noqa: PLC0415
    from functions.domain import sweep  # noqa: PLC0415
    from functions.domain.money import dollars  # noqa: PLC0415

    made, bill = enhanced.rewritten, enhanced.bill
    request = GenerationRequest(task=name, prompt=made.prompt, negative_prompt=made.negative_prompt)
    return EnhancedView(
        prompt=EnhancedPrompt(
            image_type=made.prompt.image_type,
            description=made.prompt.description,
            style=made.prompt.style,
            details=list(made.prompt.details),
        ),
        negative_prompt=made.negative_prompt,
        composed=made.prompt.compose(),
        lint=offer.warnings(lint(sweep.cells(request), spec, task)),
        model=bill.model,
        cost=views.Cost(
            estimated=dollars(bill.reserved),
            spent=dollars(bill.spent),
            unknown=dollars(bill.unknown),
        ),
        tokens=TokensView(input=bill.tokens.input, output=bill.tokens.output),
        request_id=bill.request_id,
    )
