"""Read a picture's file: how it was made, and how to ask for it again here.

Free, and nothing is kept. A request is made only of what this deployment would
accept today; what it would not is left out and named, never bent silently.
"""

from dataclasses import replace

from functions.catalogue import find
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault, InvalidRequest, ModelRetired
from functions.domain.frozen import frozen
from functions.domain.inscription import Header, Inscriber, Inscription
from functions.domain.ports.pixels import NotAPicture
from functions.domain.prompt import Prompt
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest

NOT_A_PICTURE = Fault("", "not_a_picture", "send the bytes of a PNG, JPEG or WebP file")

OTHER_TASK = "a {task} starts from pictures, and those are not in the file"


@frozen
class Inspection:
    """What a file says, and what this deployment makes of it.

    Attributes:
        header: Format and size, as measured.
        inscription: How it was made; None where the file does not say.
        spec: The row of its model, if this catalogue has one.
        request: A request that would be accepted here, if one can be made.
        unmapped: What of the inscription is not in that request, and why.
    """

    header: Header
    inscription: Inscription | None = None
    spec: ModelSpec | None = None
    request: GenerationRequest | None = None
    unmapped: tuple[Fault, ...] = ()


def inspect(raw: bytes, inscriber: Inscriber, policy: Policy) -> Inspection:
    """Return what a file, or the beginning of one, says of its making.

    Raises:
        InvalidRequest: the bytes do not begin as a picture.
    """
    try:
        header = inscriber.header(raw)
    except NotAPicture as noise:
        raise InvalidRequest.of([NOT_A_PICTURE]) from noise
    inscription = inscriber.read(raw)
    if inscription is None:
        return Inspection(header)
    spec = find(inscription.model) if inscription.model else None
    request, unmapped = _again(_asked(inscription, header), policy)
    return Inspection(header, inscription, spec, request, tuple(unmapped))


def _asked(inscription: Inscription, header: Header) -> GenerationRequest:
    """Return the request that would ask for all that a file says."""
    size = (inscription.width or header.width, inscription.height or header.height)
    return GenerationRequest(
        task=inscription.task or "text_to_image",
        prompt=Prompt(text=inscription.prompt),
        negative_prompt=inscription.negative_prompt,
        model=inscription.model,
        seed=inscription.seed,
        size=None if inscription.aspect_ratio else size,
        aspect_ratio=inscription.aspect_ratio,
        output_format=header.format,
        parameters=inscription.parameters,
    )


def _again(
    request: GenerationRequest, policy: Policy
) -> tuple[GenerationRequest | None, list[Fault]]:
    """Leave out what planning refuses, until it refuses nothing or too much."""
    if request.task != "text_to_image":
        words = OTHER_TASK.format(task=request.task[:100])
        return None, [Fault("/task", "unsupported", words)]
    unmapped: list[Fault] = []
    while True:
        planned = _planned(request, policy)
        if isinstance(planned, Plan):
            return request, [*unmapped, *_approximated(planned)]
        for fault in planned:
            less = _without(request, fault.pointer)
            if less == request:
                return None, [*unmapped, fault]
            if less.approximate == request.approximate:
                unmapped.append(fault)
            request = less


def _planned(request: GenerationRequest, policy: Policy) -> Plan | tuple[Fault, ...]:
    try:
        return plan(request, policy, spare_seed=0)
    except ModelRetired as ended:
        return (Fault("/model", ended.code, ended.detail),)
    except InvalidRequest as refused:
        return refused.faults


def _without(request: GenerationRequest, pointer: str) -> GenerationRequest:
    """Return the request without a field; what can be approximated is, before it goes."""
    match pointer.split("/")[1:]:
        case ["size" | "aspect_ratio" | "output_format"] if not request.approximate:
            return replace(request, approximate=True)
        case ["parameters", escaped]:
            name = escaped.replace("~1", "/").replace("~0", "~")
            left = {key: value for key, value in request.parameters.items() if key != name}
            return replace(request, parameters=left)
        case [
            "model" | "negative_prompt" | "seed" | "size" | "aspect_ratio" | "output_format" as name
        ]:
            return replace(request, **{name: None})
        case _:
            return request


def _approximated(planned: Plan) -> list[Fault]:
    """Return what planning takes for near enough, so that it can be told."""
    return [
        Fault(f"/{line.name}", line.status, _near(line))
        for line in planned.receipt
        if line.status == "approximated"
    ]


def _near(line: ReceiptLine) -> str:
    same = line.requested == line.used
    return line.reason if same else f"{line.requested} becomes {line.used}"
