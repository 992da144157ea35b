"""From a request to calls: every parameter decided, priced and receipted.

Planning is pure and spends nothing. It collects all faults before it refuses,
so that a client mends its request once.
"""

from collections.abc import Mapping
from typing import Any

from functions.catalogue import formats, transcoding
from functions.catalogue.cells import PlannedCell, faults_between, located, once
from functions.catalogue.choose import choose, instead
from functions.catalogue.develop import Developed, develop
from functions.catalogue.faults import faults
from functions.catalogue.policy import Policy
from functions.catalogue.receipt import of_cells, receipt
from functions.catalogue.shape import Shape, of_picture, shape
from functions.catalogue.spec import ModelSpec, Task
from functions.catalogue.substitute import Called, called
from functions.catalogue.translate import translated
from functions.domain import sweep, sweep_rules
from functions.domain.call import Call
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.frozen import frozen
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import Findings
from functions.domain.sweep import Cell


@frozen
class Plan:
    """What would happen.

    Attributes:
        spec: The model's row.
        region: Where it is called.
        cells: The cells of a sweep in order; without one, a single cell.
        receipt: Every parameter's fate.
    """

    spec: ModelSpec
    region: str
    cells: tuple[PlannedCell, ...]
    receipt: tuple[ReceiptLine, ...]

    @property
    def task(self) -> str:
        """What is done: another task than was asked for, where a successor does it so."""
        return self.cells[0].calls[0].task

    @property
    def calls(self) -> tuple[Call, ...]:
        """One for each image: cell after cell, a cell's repetitions in order."""
        return tuple(call for each in self.cells for call in each.calls)

    @property
    def prices(self) -> tuple[Micro, ...]:
        """What each call costs, in micro-dollars."""
        return tuple(price for each in self.cells for price in each.prices)

    @property
    def images(self) -> tuple[tuple[Call, Micro, Mapping[str, Any]], ...]:
        """Each image's call, price, and values on the axes of a sweep, in order."""
        return tuple(
            (call, price, each.cell.values)
            for each in self.cells
            for call, price in zip(each.calls, each.prices, strict=True)
        )

    @property
    def total(self) -> Micro:
        """Price of all calls, if each is made once."""
        return sum(self.prices)


NOTHING: Findings = {}
"""What is known of pictures where none come along."""


def plan(
    request: GenerationRequest, policy: Policy, *, spare_seed: int, found: Findings = NOTHING
) -> Plan:
    """Decide everything about a request, or refuse it with all of its faults.

    Args:
        request: What the client asks for.
        policy: What the stage says about models.
        spare_seed: Used, modulo the model's range, where the client sent none.
        found: What was measured of the request's pictures.

    Raises:
        InvalidRequest: with every fault that was found.
        ModelRetired: the model ended and the stage refuses such.
    """
    spec, _ = meant(request.model, request.task, policy)
    first = next(sweep.cells(request), None)
    model = called(spec, first.request if first else request, policy)
    cells = _cells(request, model, spare_seed, found)
    region = policy.region_of(model.spec) or policy.region
    told = of_cells(request, cells, instead(request.model, request.task, policy))
    return Plan(model.spec, region, cells, told)


def meant(model: str | None, task: str, policy: Policy) -> tuple[ModelSpec, Task]:
    """Return the row that a client means, and what it takes for a task.

    Raises:
        InvalidRequest: there is no such row here, or it does not do that.
    """
    spec = choose(model, task, policy)
    if isinstance(spec, Fault):
        raise InvalidRequest.of([spec])
    return spec, spec.tasks[task]


def _cells(
    request: GenerationRequest, model: Called, spare_seed: int, pictures: Findings
) -> tuple[PlannedCell, ...]:
    """Return every cell planned as if its request were sent alone, or all faults."""
    found = sweep_rules.faults(request)
    wide = sweep_rules.too_many(request)
    planned: list[PlannedCell] = []
    for cell in sweep.each_value(request) if wide else sweep.cells(request):
        try:
            planned.append(_decide(cell, model, spare_seed, pictures))
        except InvalidRequest as refused:
            found += [located(fault, cell) for fault in refused.faults]
    found = found or faults_between(planned)
    if found:
        raise InvalidRequest.of(once(found))
    return tuple(planned)


def _decide(cell: Cell, model: Called, spare_seed: int, pictures: Findings) -> PlannedCell:
    spec, task, asked = model.spec, model.task, translated(cell.request, model)
    request = asked.request
    prompt = request.prompt.compose()
    used = {each.name: request.parameters.get(each.name, each.default) for each in task.parameters}
    developed = develop(request, pictures, task)
    found = [*asked.faults, *faults(request, prompt, spec, task), *developed.faults]
    shaped = _shape(request, task, developed, used, sound=not found)
    if isinstance(shaped, Fault):
        found.append(shaped)
    elif shaped and (long := formats.fault(spec, request.output_format, shaped.size)):
        found.append(long)
    if found or shaped is None or isinstance(shaped, Fault):
        raise InvalidRequest.of(found)
    calls = tuple(
        Call(
            model=spec.id,
            task=request.task,
            prompt=prompt,
            negative_prompt=request.negative_prompt,
            seed=_seed(request.seed, spec, task, spare_seed, number),
            width=shaped.width,
            height=shaped.height,
            aspect_ratio=shaped.ratio,
            output_format=transcoding.sent(request, spec, shaped.size),
            parameters={name: value for name, value in used.items() if value is not None},
            inputs=developed.inputs,
            writing=transcoding.writing(request, spec),
        )
        for number in range(request.count)
    )
    told = receipt(request, spec, calls[0], shaped, developed.lines)
    return PlannedCell(cell, calls, _prices(spec, calls), asked.receipt(told))


def _prices(spec: ModelSpec, calls: tuple[Call, ...]) -> tuple[Micro, ...]:
    known = tuple(price for call in calls if (price := spec.price.of(call)) is not None)
    if len(known) < len(calls):
        detail = f"the price of {spec.name} with these parameters is not known, so it is not run"
        raise InvalidRequest.of([Fault("/model", "unknown_price", detail)])
    return known


def _shape(
    request: GenerationRequest,
    task: Task,
    developed: Developed,
    used: Mapping[str, Any],
    *,
    sound: bool,
) -> Shape | Fault | None:
    """Return the result's size; None where only a sound request could have one."""
    if task.canvas:
        return shape(request, task.canvas)
    image = next(iter(developed.inputs.values()), None)
    size = task.makes((image.width, image.height), used) if sound and image else None
    return of_picture(request, size)


def _seed(asked: int | None, spec: ModelSpec, task: Task, spare: int, number: int) -> int | None:
    if not task.seeded:
        return None
    seeds = spec.seeds
    first = asked if asked is not None else seeds.after(seeds.minimum, spare)
    return seeds.after(first, number)
