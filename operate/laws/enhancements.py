"""Laws of the text model's calls: each is ended or due, called once, booked as billed."""

from collections import Counter
from collections.abc import Iterator

from functions.domain.enhancement import Enhancement
from functions.domain.ledger import ENHANCEMENT
from functions.domain.money import dollars
from functions.domain.outcome import MAX_UNSENT, RULES
from operate.evidence import Evidence
from operate.laws.calls import NEVER_LEFT
from operate.laws.records import PATIENCE


def ended_or_due(evidence: Evidence) -> Iterator[str]:
    """A call that is out is due once, at its time; one that has ended is not."""
    owed = Counter((each.tenant, each.ulid) for each in evidence.due if each.what == ENHANCEMENT)
    for each in evidence.enhancements:
        times = owed.pop((each.tenant, each.ulid), 0)
        if times != each.running:
            yield f"{_name(each)} is {each.status} and due {times} times"
        elif each.running and evidence.at - each.due_at > PATIENCE:
            yield f"{_name(each)} should have ended by {each.due_at:%FT%TZ}"
    for tenant, ulid in owed:
        yield f"enhancement {ulid} of {tenant} is due, but there is none"


def called_once(evidence: Evidence) -> Iterator[str]:
    """One that was answered was called once; what was booked is what was billed."""
    if evidence.calls is None:
        return
    calls = Counter(call.attempt for call in evidence.calls)
    paid = {call.attempt for call in evidence.calls if call.billed == "yes"}
    for each in evidence.enhancements:
        times = calls[each.ulid]
        if times > 1:
            yield f"{_name(each)} was called {times} times (of {MAX_UNSENT} tries to send one)"
        if not times and each.outcome not in {None, "interrupted", NEVER_LEFT}:
            yield f"{_name(each)} is {each.outcome}, but nothing was called"
        truth = "yes" if each.ulid in paid else "no"
        if times and each.billed in ("yes", "no") and each.billed != truth:
            yield f"{_name(each)} is booked {each.billed}, AWS bills {truth}"


def billed_by_the_table(evidence: Evidence) -> Iterator[str]:
    """An outcome's bill is the table's; one that cannot be priced is `unknown`, and whole."""
    for each in evidence.enhancements:
        if each.outcome is None:
            continue
        wanted = {RULES[each.outcome].billed} | ({"unknown"} & {each.billed} & _unpriced(each))
        if each.billed not in wanted:
            yield f"{_name(each)} is {each.outcome} and billed {each.billed}"
        if (each.billed != "yes" and each.spent) or (each.billed == "no" and each.unknown):
            yield f"{_name(each)} is billed {each.billed}, but cost {dollars(each.held)}"
        if each.billed == "unknown" and each.unknown != each.reserved:
            yield f"{_name(each)} may have cost {dollars(each.reserved)}, not what it says"


def months_count(evidence: Evidence) -> Iterator[str]:
    """A month's part for enhancements is that of its calls."""
    bills = evidence.bills()
    for place in sorted(bills.keys() | evidence.months.keys()):
        mine, budget = bills.get(place, []), evidence.months.get(place)
        said = budget and (
            budget.enhancements,
            budget.enhancements_spent,
            budget.enhancements_unknown,
        )
        are = (
            sum(each.counts for each in mine),
            sum(each.spent for each in mine),
            sum(each.unknown for each in mine),
        )
        if (said or (0, 0, 0)) != are:
            yield f"{place[0]}'s {place[1]}: enhancements are booked as {said}, they are {are}"


def _unpriced(each: Enhancement) -> set[str]:
    """Return `unknown` where a reply came whose tokens could not be read."""
    return {"unknown"} if each.outcome == "unreadable" and not each.tokens.input else set()


def _name(each: Enhancement) -> str:
    return f"enhancement {each.ulid} of {each.tenant}"
