"""Laws of the money: a month holds what its images cost, and nothing else."""

from collections import defaultdict
from collections.abc import Iterator

from functions.domain.image import Image
from functions.domain.ledger import Budget
from functions.domain.money import Micro, dollars
from functions.domain.outcome import RULES
from operate.evidence import Evidence

NOTHING = Budget(month="", limit=0)


def months_add_up(evidence: Evidence) -> Iterator[str]:
    """Spent and unknown are the ended images', committed adds what the living hold.

    Calls of the text model are booked into the same sums.
    """
    images: dict[tuple[str, str], list[Image]] = defaultdict(list)
    for image in evidence.images:
        images[image.tenant, image.month].append(image)
    bills = evidence.bills()
    for tenant, month in sorted(images.keys() | bills.keys() | evidence.months.keys()):
        mine, written = images[tenant, month], bills.get((tenant, month), [])
        ended = [image for image in mine if image.terminal]
        spent = sum(each.spent for each in (*ended, *written))
        unknown = sum(each.unknown for each in (*ended, *written))
        held = sum(image.reserved for image in mine if not image.terminal)
        held += sum(each.held for each in written if each.running)
        budget = evidence.months.get((tenant, month), NOTHING)
        for name, said, is_ in (
            ("spent", budget.spent, spent),
            ("unknown", budget.unknown, unknown),
            ("committed", budget.committed, spent + unknown + held),
        ):
            yield from _same(f"{tenant}'s {month}: {name}", said, is_)


def reserved_first(evidence: Evidence) -> Iterator[str]:
    """A living image holds what its attempts cost, the one that is out included."""
    for image in evidence.images:
        out = image.price if image.open_attempt else 0
        needs = image.spent + image.unknown + out
        if not image.terminal and image.reserved < needs:
            yield f"{image.id} holds {dollars(image.reserved)} of the {dollars(needs)} it may cost"


def generations_add_up(evidence: Evidence) -> Iterator[str]:
    """A generation's spent and unknown are those of its ended images."""
    grouped = evidence.by_generation()
    for generation in evidence.generations:
        mine = grouped.get((generation.tenant, generation.ulid), [])
        ended = [image for image in mine if image.terminal]
        spent, unknown = sum(each.spent for each in ended), sum(each.unknown for each in ended)
        yield from _same(f"{generation.id}: spent", generation.spent, spent)
        yield from _same(f"{generation.id}: unknown", generation.unknown, unknown)


def billed_by_the_table(evidence: Evidence) -> Iterator[str]:
    """An outcome's bill is the table's; what a model filters, it may not bill."""
    for image, attempt in evidence.attempts():
        if attempt.outcome is None:
            allowed = {None}
        elif attempt.outcome == "filtered":
            allowed = {"yes", "no"}
        else:
            allowed = {RULES[attempt.outcome].billed}
        if attempt.billed not in allowed:
            yield f"{image.id}: {attempt.id} is {attempt.outcome} and billed {attempt.billed}"


def _same(what: str, said: Micro, is_: Micro) -> Iterator[str]:
    if said != is_:
        yield f"{what} is booked as {dollars(said)}, what is in it makes {dollars(is_)}"
