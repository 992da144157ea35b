"""A request for a model that ended, in the words of the one that takes its place.

What has a counterpart is asked of the successor; a size, a ratio or a format becomes
the nearest that it has. What has none is refused by name, or left out where the
client allows it. The receipt tells of each: nothing is dropped silently.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.catalogue.lifecycle import admit, ended, stand_in
from functions.catalogue.policy import Policy
from functions.catalogue.shape import shape
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest

ALLOW = 'or send "approximate": true'


@frozen
class Called:
    """The model that is called, and the ended one that was meant, if it was another.

    Attributes:
        spec: Its row: what is planned, priced and paid.
        task: What it takes for the request's task.
        meant: The row that the client named.
        reason: Why they differ.
    """

    spec: ModelSpec
    task: Task
    meant: ModelSpec | None = None
    reason: str = ""

    def translated(self, request: GenerationRequest) -> "Translation":
        """Return a request as `spec` can be asked, with what became of it."""
        made = Translation(self, request)
        if self.meant:
            made.model()
            made.shape()
            made.output_format()
            made.seed()
            made.parameters(self.meant)
        return made


def called(spec: ModelSpec, task: str, policy: Policy) -> Called:
    """Return the model that is called for a task of `spec`.

    Raises:
        ModelRetired: it ended, and the stage refuses or has nothing in its place.
    """
    other = stand_in(spec, policy)
    if other and task in other.tasks:
        reason = f"{ended(spec, policy)}; {other.title} takes its place"
        return Called(other, other.tasks[task], spec, reason)
    admit(spec, policy)
    return Called(spec, spec.tasks[task])


@dataclass(slots=True)
class Translation:
    """A request on its way into another model's words.

    Attributes:
        into: The model that is called, and for which.
        request: What can be planned.
        lines: What became of what was asked, by the name of the plan's own line.
        faults: What has no counterpart.
    """

    into: Called
    request: GenerationRequest
    lines: dict[str, ReceiptLine] = field(default_factory=lambda: {})
    faults: list[Fault] = field(default_factory=lambda: [])

    def receipt(self, planned: Sequence[ReceiptLine]) -> tuple[ReceiptLine, ...]:
        """Return the receipt of what was asked, from that of what was planned."""
        left = dict(self.lines)
        told = [left.pop(line.name, line) for line in planned]
        return (*told, *left.values())

    def model(self) -> None:
        """Name the model that takes the place of the other."""
        self._note("model", self.request.model, self.into.spec.id, self.into.reason)

    def shape(self) -> None:
        """Take the nearest size or ratio that the model has."""
        canvas = self.into.task.canvas
        if canvas is None:
            return
        near = shape(replace(self.request, approximate=True), canvas)
        if isinstance(near, Fault) or near.line.status != "approximated":
            return
        ratio = near.ratio if near.line.name == "aspect_ratio" else None
        size = None if ratio else (near.width, near.height)
        self.request = replace(self.request, size=size, aspect_ratio=ratio)
        line = replace(near.line, reason=f"the nearest that {self.into.spec.name} has")
        self.lines["aspect_ratio" if ratio else "size"] = line

    def output_format(self) -> None:
        """Take the model's own format for one that it does not make."""
        asked, known = self.request.output_format, self.into.spec.formats
        if asked and asked not in known:
            self.request = replace(self.request, output_format=known[0])
            reason = f"{self.into.spec.name} makes {' or '.join(known)}"
            self._note("output_format", asked, known[0], reason)

    def seed(self) -> None:
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

    def parameters(self, meant: ModelSpec) -> None:
        """Keep what the model takes too; of the rest, only `meant`'s own may be left out."""
        new = {each.name: each for each in self.into.task.parameters}
        former = meant.tasks.get(self.request.task)
        old = {each.name: each for each in former.parameters} if former else {}
        kept: dict[str, Any] = {}
        for name, value in self.request.parameters.items():
            if name not in old or (name in new and not [*new[name].misfits(value)]):
                kept[name] = value
            elif wrong := [*old[name].misfits(value)]:
                place = f"/parameters/{name}"
                self.faults += [Fault(place + at, "out_of_range", what) for at, what in wrong]
            else:
                self._leave_out(name, value, meant)
        self.request = replace(self.request, parameters=kept)

    def _leave_out(self, name: str, value: Any, meant: ModelSpec) -> None:
        nothing = f"{self.into.spec.name} has nothing like it"
        if self.request.approximate:
            self._note(f"parameters.{name}", value, None, nothing)
            return
        place = f"{nothing}, and takes the place of {meant.name}: leave it out, {ALLOW}"
        self._refuse(f"/parameters/{name}", f"{place} to go without")

    def _note(self, name: str, asked: Any, used: Any, reason: str) -> None:
        self.lines[name] = ReceiptLine(name, asked, used, "approximated", reason)

    def _refuse(self, pointer: str, detail: str) -> None:
        self.faults.append(Fault(pointer, "no_counterpart", detail))
