"""What a campaign came to, in figures that a person reads."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from operate.evidence import Evidence
from tests.soak.customers import Memory
from tests.soak.sdk_books import Books


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The end of a campaign.

    Attributes:
        evidence: What was written down.
        sdk: The books of those who ask through OpenAI's SDK.
        broken: The laws that do not hold.
        memory: What customers know.
        struck: Calls that each kind of fault struck.
        harm: What was done to the stack.
        seconds: From the first request to the last image's end.
        stuck: Images that had not ended when we stopped to wait.
    """

    evidence: Evidence
    sdk: Books
    broken: Mapping[str, list[str]]
    memory: Memory
    struck: Mapping[str, int]
    harm: Mapping[str, int]
    seconds: float
    stuck: int

    @property
    def lost(self) -> list[str]:
        """Accepted generations that the records do not know, or know otherwise."""
        totals = {each.id: each.counts.total for each in self.evidence.generations}
        return [
            f"{id_}: {order.count} accepted, {totals.get(id_, 0)} recorded"
            for id_, order in self.memory.accepted.items()
            if totals.get(id_) != order.count
        ]

    @property
    def bills(self) -> Counter[str]:
        """Billed calls by how we booked them."""
        booked = {attempt.id: attempt.billed for _, attempt in self.evidence.attempts()}
        calls = self.evidence.calls or ()
        return Counter(str(booked.get(each.attempt)) for each in calls if each.billed == "yes")

    @property
    def edits(self) -> Counter[str]:
        """Accepted edits by where their image and mask came from."""
        edits = [order.edit for order in self.memory.accepted.values() if order.edit]
        return Counter(f"{each.image} + {each.mask}" for each in edits)

    def faults(self) -> list[str]:
        """Return everything that is not as it must be."""
        lines = [f"{law}: {line}" for law, found in self.broken.items() for line in found[:10]]
        lines += [f"lost: {line}" for line in self.lost] + self.sdk.faults()
        if self.memory.given_up:
            lines.append(f"{self.memory.given_up} customers asked again and again in vain")
        lines += [f"surprise: {line}" for line in self.memory.surprises[:20]]
        return lines + ([f"{self.stuck} images are stuck"] if self.stuck else [])

    def table(self) -> str:
        """Return all figures, one a line."""
        images, bills = self.evidence.images, self.bills
        attempts = Counter(each.outcome or "out" for _, each in self.evidence.attempts())
        unknown = sum(each.billed == "unknown" for _, each in self.evidence.attempts())
        painted = sum(image.status == "succeeded" for image in images)
        calls, struck = len(self.evidence.calls or ()), sum(self.struck.values())
        rows = {
            "generations": f"{len(self.evidence.generations)}, {len(self.memory.deleted)} deleted",
            "images": f"{len(images)}; {self.memory.unanswered} asked for and never answered",
            "edits accepted": _told(self.edits),
            "images of edits refused": _told(self.memory.refused),
            "images by end": _told(Counter(image.status for image in images)),
            "why not": _told(Counter(each.problem.code for each in images if each.problem)),
            "attempts by outcome": _told(attempts),
            "calls of the model": f"{calls}, {struck} struck by a fault",
            "billed calls": f"{bills.total()}: {_told(bills)} (as we booked them)",
            "paid for certain, per picture": f"{bills['yes']} calls; {painted} pictures",
            "attempts recorded unknown": f"{unknown}, of which billed {bills['unknown']}",
            "billed and not booked": bills["no"] + bills["None"],
            "lost": len(self.lost),
            "stuck": self.stuck,
            **self.sdk.rows(),
            "answers": _told(self.memory.answers),
            "faults by kind": _told(self.struck),
            "harm": _told(self.harm),
            "wall time": f"{self.seconds:.0f} s",
        }
        return "\n".join(f"{name:30} {value}" for name, value in rows.items())


def _told(counts: Mapping[str, int]) -> str:
    ordered = sorted((pair for pair in counts.items() if pair[1]), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {count}" for name, count in ordered) or "none"
