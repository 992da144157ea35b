"""From a request to calls: every parameter decided, priced and receipted.

Planning is pure and spends nothing. It collects all faults before it refuses,
so that a client mends its request once.
"""

from dataclasses import dataclass
from typing import Any

from functions.catalogue.choose import choose
from functions.catalogue.lifecycle import admit
from functions.catalogue.policy import Policy
from functions.catalogue.shape import Shape, shape
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
    admit(spec, today=policy.today, on_retired=policy.on_retired)
    task = spec.tasks.get(request.task)
    if task is None:
        does = ", ".join(spec.tasks)
        raise InvalidRequest.of([Fault("/task", "unknown_task", f"{spec.name} does: {does}")])
    return _decide(request, spec, task, spare_seed)


def _decide(request: GenerationRequest, spec: ModelSpec, task: Task, spare_seed: int) -> Plan:
    prompt = request.prompt.compose()
    shaped = shape(request, task.canvas)
    faults = [
        *_text_faults(prompt, request.negative_prompt, spec, task),
        *_seed_faults(request.seed, spec),
        *_format_faults(request.output_format, spec),
        *_parameter_faults(request, spec, task),
        *([shaped] if isinstance(shaped, Fault) else []),
    ]
    if faults or isinstance(shaped, Fault):
        raise InvalidRequest.of(faults)
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
    return Plan(spec, calls, _prices(spec, calls), _receipt(request, spec, calls[0], shaped))


def _prices(spec: ModelSpec, calls: tuple[Call, ...]) -> tuple[Micro, ...]:
    known = tuple(price for call in calls if (price := spec.price.of(call)) is not None)
    if len(known) < len(calls):
        detail = f"the price of {spec.name} with these parameters is not known, so it is not run"
        raise InvalidRequest.of([Fault("/model", "unknown_price", detail)])
    return known


def _text_faults(prompt: str, negative: str | None, spec: ModelSpec, task: Task) -> list[Fault]:
    faults: list[Fault] = []
    if not prompt:
        faults.append(Fault("/prompt", "required", "say what the picture should show"))
    if len(prompt) > task.prompt_limit:
        detail = (
            f"at most {task.prompt_limit:,} characters for {spec.name}, this has {len(prompt):,}"
        )
        faults.append(Fault("/prompt", "too_long", detail))
    if negative and not task.negative_prompt_limit:
        detail = f"{spec.name} takes no negative prompt"
        faults.append(Fault("/negative_prompt", "unsupported", detail))
    elif negative and len(negative) > task.negative_prompt_limit:
        limit, length = task.negative_prompt_limit, len(negative)
        detail = f"at most {limit:,} characters for {spec.name}, this has {length:,}"
        faults.append(Fault("/negative_prompt", "too_long", detail))
    return faults


def _seed_faults(seed: int | None, spec: ModelSpec) -> list[Fault]:
    seeds = spec.seeds
    if seed is None or seeds.minimum <= seed <= seeds.maximum:
        return []
    if seed == 0:
        detail = f"{spec.name} reads 0 as random, which cannot be repeated; leave seed out for that"
        return [Fault("/seed", "out_of_range", detail)]
    detail = f"{seeds.minimum} to {seeds.maximum} for {spec.name}"
    return [Fault("/seed", "out_of_range", detail)]


def _format_faults(output_format: str | None, spec: ModelSpec) -> list[Fault]:
    if output_format is None or output_format in spec.formats:
        return []
    detail = f"{spec.name} makes {' or '.join(spec.formats)}"
    return [Fault("/output_format", "unsupported", detail)]


def _parameter_faults(request: GenerationRequest, spec: ModelSpec, task: Task) -> list[Fault]:
    known = {each.name: each for each in task.parameters}
    faults: list[Fault] = []
    for name, value in request.parameters.items():
        pointer = f"/parameters/{name.replace('~', '~0').replace('/', '~1')}"
        if name not in known:
            takes = f"takes {', '.join(known)}" if known else "takes none"
            detail = f"{spec.name} has no parameter of this name; it {takes}"
            faults.append(Fault(pointer, "unknown_parameter", detail))
        elif wrong := known[name].fault(value):
            faults.append(Fault(pointer, "out_of_range", wrong))
    return faults


def _first_seed(asked: int | None, spec: ModelSpec, spare: int) -> int:
    return asked if asked is not None else spec.seeds.after(spec.seeds.minimum, spare)


def _receipt(
    request: GenerationRequest, spec: ModelSpec, first: Call, shaped: Shape
) -> tuple[ReceiptLine, ...]:
    lines = [
        _line("model", request.model, spec.id, "the stage's default model"),
        _line("prompt", first.prompt, first.prompt, ""),
        shaped.line,
        _line("seed", request.seed, first.seed, "picked by us, so that it can be made again"),
        _line("output_format", request.output_format, first.output_format, "the model's default"),
    ]
    if request.negative_prompt:
        lines.append(_line("negative_prompt", request.negative_prompt, first.negative_prompt, ""))
    asked = request.parameters
    lines += [
        _line(f"parameters.{name}", asked.get(name), value, "the model's default")
        for name, value in first.parameters.items()
    ]
    return tuple(lines)


def _line(name: str, requested: Any, used: Any, otherwise: str) -> ReceiptLine:
    if requested is None:
        return ReceiptLine(name, None, used, "defaulted", otherwise)
    return ReceiptLine(name, requested, used, "applied")
