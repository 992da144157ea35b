"""A call that Bedrock takes: what it orders, how it ends, what it costs."""

from dataclasses import dataclass, replace

from emulator.commission import Commission
from emulator.families import Dialect
from emulator.filters import Verdict, judge
from emulator.kinds import Kind
from emulator.rules import Rule
from functions.catalogue.spec import ModelSpec


@dataclass(frozen=True, slots=True)
class Task:
    """A call that Bedrock takes: for whom, what, and what goes wrong with it."""

    spec: ModelSpec
    dialect: Dialect
    commissions: list[Commission]
    fault: Rule | None

    @property
    def goes_wrong(self) -> Kind:
        """What the fault does; without one, nothing."""
        return self.fault.does if self.fault else Kind()

    @property
    def verdict(self) -> Verdict | None:
        """How the call ends without its picture, if it does."""
        if self.goes_wrong.paints_anyway:
            return None
        words = (text for each in self.commissions for text in each.words)
        files = (file for each in self.commissions for _, file in each.materials)
        verdict = self.goes_wrong.verdict or judge(words, files)
        if verdict is Verdict.ONE_OUTPUT_FILTERED and self.ordered == 1:
            return Verdict.OUTPUT_FILTERED
        return verdict

    def shown_despite(self, verdict: Verdict) -> list[Commission]:
        """Return what is painted of a call that the filters end."""
        if verdict is Verdict.ONE_OUTPUT_FILTERED:
            return [each for each in self.commissions if not each.is_mask][1:]
        if self.dialect.SHOWS_FILTERED:
            return [replace(each, blurred=True) for each in self.commissions]
        return []

    @property
    def ordered(self) -> int:
        """How many pictures it is billed for; a mask beside them is not one."""
        return sum(not each.is_mask for each in self.commissions)

    def is_billed(self, verdict: Verdict) -> bool:
        """Say whether a call that the filters end is paid; AWS does not."""
        if verdict is Verdict.INFERENCE_FAILED:
            return self.fault is not None and self.fault.billed
        if verdict is Verdict.ONE_OUTPUT_FILTERED:
            return True  # the others came
        return self.spec.filtered_is_billed
