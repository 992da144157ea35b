"""What is wrong with a request for one model: every fault, with its pointer.

Pure; a refusal says what the model takes instead.
"""

from functions.catalogue import transcoding
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.errors import Fault
from functions.domain.prompt import is_blank
from functions.domain.request import GenerationRequest

INSTEAD = {
    "mask_prompt": ". To name an object in words, ask for search_replace with search_prompt; "
    "to take it away, for erase with a mask"
}
"""What to do where a parameter is missed whose purpose another task serves."""


def faults(request: GenerationRequest, prompt: str, spec: ModelSpec, task: Task) -> list[Fault]:
    """Return all that `spec` does not take of a request, but for its shape.

    Args:
        request: What the client asks for.
        prompt: Its composed prompt.
        spec: The model's row.
        task: What the row takes for the request's task.
    """
    return [
        *_text_faults(prompt, request.negative_prompt, spec, task),
        *(_seed_faults(request.seed, spec) if task.seeded else _unseeded_faults(request, spec)),
        *transcoding.faults(request, spec),
        *_parameter_faults(request, spec, task),
        *task.check(request),
    ]


def _text_faults(prompt: str, negative: str | None, spec: ModelSpec, task: Task) -> list[Fault]:
    faults: list[Fault] = []
    if prompt and not task.prompt_limit:
        detail = f"{spec.name} reads no prompt for this task; leave it out"
        faults.append(Fault("/prompt", "unsupported", detail))
    elif is_blank(prompt) and (prompt or task.prompt_required):
        faults.append(Fault("/prompt", "required", "say what the picture should show"))
    elif len(prompt) > task.prompt_limit:
        detail = (
            f"at most {task.prompt_limit:,} characters for {spec.name}, this has {len(prompt):,}"
        )
        faults.append(Fault("/prompt", "too_long", detail))
    if negative and not task.negative_prompt_limit:
        other = any(each.negative_prompt_limit for each in spec.tasks.values())
        detail = f"{spec.name} takes no negative prompt{' for this task' if other else ''}"
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


def _unseeded_faults(request: GenerationRequest, spec: ModelSpec) -> list[Fault]:
    faults: list[Fault] = []
    if request.seed is not None:
        detail = (
            f"{spec.name} takes no seed for this task: the same picture always has the same result"
        )
        faults.append(Fault("/seed", "unsupported", detail))
    if request.count > 1:
        detail = f"{spec.name} would make the same picture {request.count} times; send 1"
        faults.append(Fault("/count", "duplicate", detail))
    return faults


def _parameter_faults(request: GenerationRequest, spec: ModelSpec, task: Task) -> list[Fault]:
    known = {each.name: each for each in task.parameters}
    faults = [
        Fault(f"/parameters/{name}", "required", f"is needed, {each.takes()}. {each.description}")
        for name, each in known.items()
        if each.required and name not in request.parameters
    ]
    for name, value in request.parameters.items():
        pointer = f"/parameters/{name.replace('~', '~0').replace('/', '~1')}"
        if name not in known:
            takes = f"takes {', '.join(known)}" if known else "takes none"
            detail = f"{spec.name} has no parameter of this name; it {takes}{INSTEAD.get(name, '')}"
            faults.append(Fault(pointer, "unknown_parameter", detail))
            continue
        wrong = known[name].misfits(value)
        faults += [Fault(pointer + where, "out_of_range", detail) for where, detail in wrong]
    return faults
