"""The other models that do a task: what each would cost, and what it would not keep.

Each is judged by a plan of its own, of the same request as far as the model takes it:
what a client would send there to get the nearest.
"""

from collections.abc import Sequence
from dataclasses import replace

from functions.catalogue import CATALOGUE
from functions.catalogue.counterparts import Counterpart
from functions.catalogue.plan import Plan, meant, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.catalogue.substitute import Called
from functions.catalogue.translate import Translation
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.frozen import frozen
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import Findings


@frozen
class Alternative:
    """Another model for a request.

    Attributes:
        spec: Its row.
        total: Price of all images; None where it cannot take the request.
        drops: What it would approximate or leave out, as lines of a receipt.
        faults: Why it cannot take the request at all.
    """

    spec: ModelSpec
    total: Micro | None
    drops: Sequence[ReceiptLine] = ()
    faults: Sequence[Fault] = ()


def alternatives(
    request: GenerationRequest, planned: Plan, policy: Policy, found: Findings
) -> list[Alternative]:
    """Return the other models that this stage calls for a task, the cheapest first.

    Args:
        request: What the client asks for.
        planned: What it comes to.
        policy: What the stage says about models.
        found: What was measured of the request's pictures.
    """
    named, _ = meant(request.model, request.task, policy)
    others = [
        _judged(Called(spec, Counterpart(spec.id, request.task), named), request, policy, found)
        for spec in CATALOGUE.values()
        if request.task in spec.tasks and policy.runs(spec) and spec is not planned.spec
    ]
    return sorted(others, key=lambda each: (each.total is None, each.total or 0, each.spec.name))


def _judged(
    other: Called, request: GenerationRequest, policy: Policy, found: Findings
) -> Alternative:
    asked = replace(request, model=other.spec.id, approximate=True)
    former = other.meant.tasks[request.task]
    made = Translation(asked, other)
    made.plain_fields(former)
    made.parameters(former)
    dropped = [*made.lines.values()]
    try:
        planned = plan(made.request, policy, spare_seed=0, found=found)
    except InvalidRequest as refused:
        return Alternative(other.spec, None, dropped, refused.faults)
    near = [line for line in planned.receipt if line.status == "approximated"]
    return Alternative(other.spec, planned.total, (*dropped, *near))
