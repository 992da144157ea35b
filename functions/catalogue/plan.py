"""From a request to calls: every parameter decided, priced and receipted.

Planning is pure and spends nothing. It collects all faults before it refuses,
so that a client mends its request once.
"""

from dataclasses import dataclass

from functions.catalogue.choose import choose
from functions.catalogue.faults import faults
from functions.catalogue.lifecycle import admit
from functions.catalogue.policy import Policy
from functions.catalogue.receipt import receipt
from functions.catalogue.shape import shape
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.call import Call
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest


@dataclass(frozen=True, slots=True)
class Plan:
    """What would happen.

    Attributes:
        spec: The model's row.
        calls: One for each image, in order.
        prices: What each call costs, in micro-dollars.
        receipt: Every parameter's fate.
    """

    spec: ModelSpec
    calls: tuple[Call, ...]
    prices: tuple[Micro, ...]
    receipt: tuple[ReceiptLine, ...]

    @property
    def total(self) -> Micro:
        """Price of all calls, if each is made once."""
        return sum(self.prices)


def plan(request: GenerationRequest, policy: Policy, *, spare_seed: int) -> Plan:
    """Decide everything about a request, or refuse it with all of its faults.

    Args:
        request: What the client asks for.
        policy: What the stage says about models.
        spare_seed: Used, modulo the model's range, where the client sent none.

    Raises:
        InvalidRequest: with every fault that was found.
        ModelRetired: the model ended and the stage refuses such.
    """
    spec = choose(request.model, policy)
    if isinstance(spec, Fault):
        raise InvalidRequest.of([spec])
    admit(spec, policy)
    task = spec.tasks.get(request.task)
    if task is None:
        does = ", ".join(spec.tasks)
        raise InvalidRequest.of([Fault("/task", "unknown_task", f"{spec.name} does: {does}")])
    return _decide(request, spec, task, spare_seed)


def _decide(request: GenerationRequest, spec: ModelSpec, task: Task, spare_seed: int) -> Plan:
    prompt = request.prompt.compose()
    shaped = shape(request, task.canvas)
    found = faults(request, prompt, spec, task)
    if isinstance(shaped, Fault):
        found.append(shaped)
    if found or isinstance(shaped, Fault):
        raise InvalidRequest.of(found)
    first = _first_seed(request.seed, spec, spare_seed)
    used = {each.name: request.parameters.get(each.name, each.default) for each in task.parameters}
    calls = tuple(
        Call(
            model=spec.id,
            task=request.task,
            prompt=prompt,
            negative_prompt=request.negative_prompt,
            seed=spec.seeds.after(first, number),
            width=shaped.width,
            height=shaped.height,
            aspect_ratio=shaped.ratio,
            output_format=request.output_format or spec.formats[0],
            parameters={name: value for name, value in used.items() if value is not None},
        )
        for number in range(request.count)
    )
    return Plan(spec, calls, _prices(spec, calls), receipt(request, spec, calls[0], shaped))


def _prices(spec: ModelSpec, calls: tuple[Call, ...]) -> tuple[Micro, ...]:
    known = tuple(price for call in calls if (price := spec.price.of(call)) is not None)
    if len(known) < len(calls):
        detail = f"the price of {spec.name} with these parameters is not known, so it is not run"
        raise InvalidRequest.of([Fault("/model", "unknown_price", detail)])
    return known


def _first_seed(asked: int | None, spec: ModelSpec, spare: int) -> int:
    return asked if asked is not None else spec.seeds.after(spec.seeds.minimum, spare)
