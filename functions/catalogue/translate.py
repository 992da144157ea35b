"""A request for one model in the words of another, with what became of each field.

What has a counterpart is asked of the other; a size, a ratio or a format becomes
the nearest that it has. What has none is refused by name, or left out where the
client allows it. The receipt tells of each: nothing is dropped silently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.catalogue.counterparts import Renamed
from functions.catalogue.masks import twice
from functions.catalogue.parameters import Parameter
from functions.catalogue.shape import shape
from functions.catalogue.spec import Task
from functions.catalogue.substitute import Called
from functions.domain.errors import Fault
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest

ALLOW = 'or send "approximate": true'


def translated(request: GenerationRequest, into: Called) -> "Translation":
    """Return a request as the model that is called can be asked."""
    made = Translation(request, into)
    if into.missing:
        made.faults.append(into.missing)
    if into.reason:
        former = into.meant.tasks[request.task]
        made.model()
        made.task(former)
        made.shape()
        made.plain_fields(former)
        kept = made.parameters(former)
        made.defaults(former, besides=request.parameters, kept=kept)
    return made


@dataclass(slots=True)
class Translation:
    """A request on its way into another model's words.

    Attributes:
        request: What can be planned.
        into: The model that is called, and for which.
        lines: What became of what was asked, by the name of the plan's own line.
        faults: What has no counterpart.
    """

    request: GenerationRequest
    into: Called
    lines: dict[str, ReceiptLine] = field(default_factory=lambda: {})
    faults: list[Fault] = field(default_factory=lambda: [])

    def receipt(self, planned: Sequence[ReceiptLine]) -> tuple[ReceiptLine, ...]:
        """Return the receipt of what was asked, from that of what was planned."""
        left = dict(self.lines)
        told = [replace(left.pop(each.name, each), used=each.used) for each in planned]
        return (*told, *left.values())

    def model(self) -> None:
        """Name the model that takes the place of the other."""
        self._note("model", self.request.model, self.into.spec.id, self.into.reason)

    def task(self, former: Task) -> None:
        """Ask for the task that takes the place of the other."""
        way, asked = self.into.way, self.request.task
        if former.mask and (fault := twice(former.mask, self.request)):
            self.faults.append(fault)
        does = f"{self.into.spec.name} does {way.task}"
        told = f"{does}: {way.inexact}" if way.inexact else does
        if way.inexact and not self.request.approximate:
            self._refuse("/task", f'{told}; send "approximate": true to have that')
        if way.task != asked:
            self._note("task", asked, way.task, told)
            self.request = replace(self.request, task=way.task)

    def shape(self) -> None:
        """Take the nearest size or ratio that the model has, or that of the image."""
        canvas = self.into.task.canvas
        if canvas is None:
            self._follow_the_image()
            return
        near = shape(replace(self.request, approximate=True), canvas)
        if isinstance(near, Fault) or near.line.status != "approximated":
            return
        ratio = near.ratio if near.line.name == "aspect_ratio" else None
        size = None if ratio else (near.width, near.height)
        self.request = replace(self.request, size=size, aspect_ratio=ratio)
        line = replace(near.line, reason=f"the nearest that {self.into.spec.name} has")
        self.lines["aspect_ratio" if ratio else "size"] = line

    def plain_fields(self, former: Task) -> None:
        """Bring the format, the seed and the negative prompt to what the model takes."""
        self._output_format()
        self._seed()
        asked = self.request.negative_prompt
        if asked and former.negative_prompt_limit and not self.into.task.negative_prompt_limit:
            self.request = replace(self.request, negative_prompt=None)
            self._leave_out("negative_prompt", asked, f"{self.into.spec.name} takes none")

    def parameters(self, former: Task) -> dict[str, Any]:
        """Keep what the model takes too, and return it; only `former`'s own is left out."""
        old, new = _by_name(former), _by_name(self.into.task)
        kept: dict[str, Any] = {}
        for name, value in self.request.parameters.items():
            if name not in old or _fits(new.get(name), value):
                kept[name] = value
            elif wrong := [*old[name].misfits(value)]:
                place = f"/parameters/{name}"
                self.faults += [Fault(place + at, "out_of_range", what) for at, what in wrong]
            else:
                kept |= self._reworded(name, value, new)
        self.request = replace(self.request, parameters=kept)
        return kept

    def defaults(
        self, former: Task, *, besides: Mapping[str, Any], kept: Mapping[str, Any]
    ) -> None:
        """Keep what the ended model took where nothing was said, if the other knows it.

        Args:
            former: What the ended model took.
            besides: The parameters that were sent.
            kept: Those that are asked for.
        """
        new, of = _by_name(self.into.task), self.into.meant.name
        for name, each in _by_name(former).items():
            other = self.into.way.renamed.get(name, Renamed(name))
            takes = new.get(other.name)
            if takes is None or each.default is None or name in besides or other.name in kept:
                continue
            value = other.value(each.default)
            if value != takes.default and _fits(takes, value):
                self.request = replace(
                    self.request, parameters={**self.request.parameters, other.name: value}
                )
                line = f"parameters.{other.name}"
                reason = f"what {of} took: {name} {each.default}"
                self.lines[line] = ReceiptLine(line, None, value, "defaulted", reason)

    def _reworded(self, name: str, value: Any, new: Mapping[str, Parameter]) -> dict[str, Any]:
        """Return a parameter by its name there, if it has one."""
        way, model = self.into.way, self.into.spec.name
        other = way.renamed.get(name)
        if other and _fits(new.get(other.name), other.value(value)):
            line = ReceiptLine(f"parameters.{name}", value, None, "approximated")
            reason = f"{other.name} of {model}"
            self.lines[f"parameters.{other.name}"] = replace(line, reason=reason)
            return {other.name: other.value(value)}
        if way.implied.get(name) == value:
            reason = f"{model} has no such choice, and does the like always"
            self._note(f"parameters.{name}", value, None, reason)
            return {}
        takes = [*new[name].misfits(value)] if name in new else []
        why = f"{model} takes {takes[0].detail}" if takes else f"{model} has nothing like it"
        self._leave_out(f"parameters.{name}", value, why)
        return {}

    def _follow_the_image(self) -> None:
        size, ratio = self.request.size, self.request.aspect_ratio
        if bool(size) == bool(ratio):
            return
        name, asked = ("size", f"{size[0]}x{size[1]}") if size else ("aspect_ratio", ratio)
        follows = f"the result of {self.into.spec.name} has the image's shape"
        self.request = replace(self.request, size=None, aspect_ratio=None)
        self._leave_out(name, asked, follows, planned="size")

    def _output_format(self) -> None:
        asked, known = self.request.output_format, self.into.spec.formats
        if asked and asked not in known and not self.request.approximate:
            self.request = replace(self.request, output_format=known[0])
            reason = f"{self.into.spec.name} makes {' or '.join(known)}"
            self._note("output_format", asked, known[0], reason)

    def _seed(self) -> None:
        """Bring a seed into the model's range, the same one every time."""
        asked, seeds = self.request.seed, self.into.spec.seeds
        if asked is None or asked < 0 or seeds.minimum <= asked <= seeds.maximum:
            return
        takes = f"{self.into.spec.name} takes {seeds.minimum} to {seeds.maximum}"
        if not self.request.approximate:
            self.request = replace(self.request, seed=None)
            self._refuse("/seed", f"{takes}: leave seed out, {ALLOW} for another")
            return
        used = seeds.after(seeds.minimum, asked)
        self.request = replace(self.request, seed=used)
        self._note("seed", asked, used, takes)

    def _leave_out(self, name: str, value: Any, why: str, *, planned: str = "") -> None:
        if self.request.approximate:
            self.lines[planned or name] = ReceiptLine(name, value, None, "approximated", why)
            return
        place = f"{why}, and takes the place of {self.into.meant.name}: leave it out, {ALLOW}"
        self._refuse(f"/{name.replace('.', '/')}", f"{place} to go without")

    def _note(self, name: str, asked: Any, used: Any, reason: str) -> None:
        self.lines[name] = ReceiptLine(name, asked, used, "approximated", reason)

    def _refuse(self, pointer: str, detail: str) -> None:
        self.faults.append(Fault(pointer, "no_counterpart", detail))


def _by_name(task: Task) -> dict[str, Parameter]:
    return {each.name: each for each in task.parameters}


def _fits(parameter: Parameter | None, value: Any) -> bool:
    return parameter is not None and not [*parameter.misfits(value)]
