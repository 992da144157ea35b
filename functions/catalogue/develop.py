"""Pictures made ready for a model: what it takes goes as it is, the rest is fitted or refused.

Pure: it reads what was measured of each picture, and decides what the painter does
with it. Every decision has a line in the receipt.
"""

from dataclasses import dataclass, field

from functions.catalogue import masks
from functions.catalogue.fitting import as_is, fitting
from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import Task
from functions.domain.errors import Fault
from functions.domain.input import Fitting, Input
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import FITS, Findings, Flaw, Measured

ALLOW = f'or send "fit": {", ".join(FITS[:-1])} or {FITS[-1]}, to have it done'

PNG_FRAME = 100_000
"""Bytes by which a PNG of noise is longer than its pixels, and more."""

MOST_CALL_BYTES = 18_000_000
"""Bytes of all pictures of a call: in base64 they and the rest stay below the
25,000,000 bytes of an InvokeModel body."""


@dataclass(slots=True)
class Developed:
    """The pictures of a call, ready; or what is wrong with them.

    Attributes:
        inputs: By their part.
        lines: What became of each, for the receipt.
        faults: Why some cannot be used.
    """

    inputs: dict[str, Input] = field(default_factory=lambda: {})
    lines: list[ReceiptLine] = field(default_factory=lambda: [])
    faults: list[Fault] = field(default_factory=lambda: [])


def develop(request: GenerationRequest, found: Findings, task: Task) -> Developed:
    """Make a request's pictures ready for a task, or say what is wrong with them.

    Args:
        request: What the client asks for.
        found: What was measured of its pictures.
        task: What the model takes.
    """
    made = Developed()
    rules = {part: rule for rule in task.pictures for part in rule.parts}
    made.faults += _strangers(request, rules, task)
    for part, rule in rules.items():
        _add(part, rule, request, found, made)
    if task.mask:
        masks.add(task.mask, request, found, made)
    if request.fit and task.pictures:
        made.lines.append(ReceiptLine("fit", request.fit, request.fit, "applied"))
    elif request.fit:
        detail = f"{request.task} takes no picture here that could be fitted"
        made.faults.append(Fault("/fit", "unsupported", detail))
    _weigh(found, made)
    return made


def seen(size: tuple[int, int], file_format: str) -> str:
    """Return a picture in words."""
    return f"{size[0]}x{size[1]} {file_format}"


def _strangers(
    request: GenerationRequest, rules: dict[str, PictureRule], task: Task
) -> list[Fault]:
    takes = [*rules, *(["mask"] if task.mask else [])]
    words = f"takes {', '.join(takes)}" if takes else "takes no pictures"
    return [
        Fault(f"/{part}", "unsupported", f"{request.task} {words}; leave it out")
        for part in request.pictures
        if part not in takes
    ]


def _add(
    part: str, rule: PictureRule, request: GenerationRequest, found: Findings, made: Developed
) -> None:
    if part not in request.pictures:
        if rule.required and part == rule.part:
            how = 'send {"upload_id": …}, {"image_id": …} or {"data": base64}'
            made.faults.append(Fault(f"/{part}", "required", f"{rule.description}: {how}"))
        return
    finding = found.get(part, Flaw("unmeasured", "the picture was not looked at"))
    if isinstance(finding, Flaw):
        made.faults.append(Fault(f"/{part}", finding.code, finding.detail))
        return
    problems = list(_problems(finding, rule))
    if problems and not request.fit:
        made.faults += [Fault(f"/{part}", code, f"{words}, {ALLOW}") for code, words in problems]
        return
    size = (finding.width, finding.height)
    done = fitting(size, rule, request.fit) if request.fit else as_is(size)
    if done is None:
        detail = f"{size[0]}x{size[1]} cannot be resized to {rule} without stretching: crop or pad"
        made.faults.append(Fault(f"/{part}", "unsupported_size", detail))
        return
    room = min(rule.most_bytes, MOST_CALL_BYTES // len(request.pictures))
    made.inputs[part] = _input(part, finding, rule, done if problems else None, room)
    made.lines.append(_line(part, finding, made.inputs[part]))


def _problems(found: Measured, rule: PictureRule) -> list[tuple[str, str]]:
    """Return why a model does not take a picture as it is: codes and words."""
    problems: list[tuple[str, str]] = []
    if found.format not in rule.formats:
        takes = " or ".join(rule.formats)
        problems.append(("unsupported_format", f"a {found.format}; the model reads {takes}"))
    if found.oddity:
        words = f"a {found.oddity} picture; the model reads upright 8-bit RGB or grey"
        problems.append(("unsupported_encoding", words))
    if not rule.holds((found.width, found.height)):
        words = f"{found.width}x{found.height}; the model takes {rule}"
        problems.append(("unsupported_size", words))
    if found.transparent and not rule.transparent:
        problems.append(("transparent", "has transparent pixels, which the model does not take"))
    if found.size > rule.most_bytes:
        words = f"{found.size:,} bytes; at most {rule.most_bytes:,}"
        problems.append(("too_large", words))
    return problems


def _input(part: str, found: Measured, rule: PictureRule, done: Fitting | None, room: int) -> Input:
    """Return how a picture goes along; one is written losslessly where any would fit."""
    if done is None:
        size = (found.width, found.height)
        return Input(part, found.sha256, *size, found.format)
    opaque = found.transparent and not rule.transparent
    clear = found.transparent and not opaque
    small = done.canvas[0] * done.canvas[1] * (4 if clear else 3) + PNG_FRAME <= room
    better = "webp" if clear else "jpeg"
    large = better if better in rule.formats else "png"
    file_format = "png" if small and "png" in rule.formats else large
    return Input(part, found.sha256, *done.canvas, file_format, done, opaque)


def _line(part: str, found: Measured, made: Input) -> ReceiptLine:
    sent = seen((found.width, found.height), found.format)
    used = seen((made.width, made.height), made.format)
    if made.fitting is None:
        return ReceiptLine(part, sent, used, "applied")
    return ReceiptLine(part, sent, used, "approximated", "; ".join(_done(found, made)))


def _done(found: Measured, made: Input) -> list[str]:
    """Return in words what is done to a picture."""
    done: list[str] = []
    if made.fitting and made.fitting.crop[2:] != (found.width, found.height):
        left, top, width, height = made.fitting.crop
        done.append(f"cut to {width}x{height} from {left},{top}")
    if made.fitting and made.fitting.scale != made.fitting.crop[2:]:
        done.append("scaled to {}x{}".format(*made.fitting.scale))
    if made.fitting and made.fitting.canvas != made.fitting.scale:
        done.append("padded to {}x{}".format(*made.fitting.canvas))
    if found.oddity:
        done.append(f"from {found.oddity} to upright 8-bit")
    if made.opaque:
        done.append("transparency laid on white")
    if made.format != found.format:
        done.append(f"written as {made.format}")
    return done or ["written anew"]


def _weigh(found: Findings, made: Developed) -> None:
    """Refuse pictures that are too many bytes together, as they are."""
    sizes = {
        part: each.size
        for part, each in ((part, found.get(part)) for part in made.inputs)
        if isinstance(each, Measured) and made.inputs[part].as_it_is
    }
    if sum(sizes.values()) > MOST_CALL_BYTES:
        last = list(sizes)[-1]
        words = (
            f"all pictures together have {sum(sizes.values()):,} bytes, at most {MOST_CALL_BYTES:,}"
        )
        made.faults.append(Fault(f"/{last}", "too_large", f"{words}: make them smaller"))
