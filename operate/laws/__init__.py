"""The laws that evidence is held against; each yields a line for what breaks it."""

from collections.abc import Callable, Iterator, Mapping

from operate.evidence import Evidence
from operate.laws import calls, enhancements, files, money, pictures, records, secrecy

Law = Callable[[Evidence], Iterator[str]]

LAWS: Mapping[str, Law] = {
    "every image has ended or is due": records.ended_or_due,
    "what is due and what is owed are the same": records.due_is_owed,
    "every generation has all its images": records.whole,
    "generations agree with their images": records.agree,
    "every idempotency key leads to what it made": records.keys_lead,
    "what is picked is marked": records.picked_is_marked,
    "attempts are closed when their image has ended": records.closed,
    "a month is the sum of what was asked for": money.months_add_up,
    "nothing is called that is not reserved": money.reserved_first,
    "generations cost what their images cost": money.generations_add_up,
    "attempts are billed by the table of outcomes": money.billed_by_the_table,
    "every attempt and every call belong together": calls.one_to_one,
    "what is booked is what was billed": calls.booked_as_billed,
    "a picture is paid once": calls.paid_once,
    "every enhancement has ended or is due": enhancements.ended_or_due,
    "an enhancement is called once and booked as billed": enhancements.called_once,
    "enhancements are billed by the table of outcomes": enhancements.billed_by_the_table,
    "a month counts its enhancements": enhancements.months_count,
    "every picture has its file": files.pictures_have_files,
    "every file has its picture": files.files_have_pictures,
    "what has ended leaves nothing in quarantine": files.quarantine_is_empty,
    "what was deleted is gone": files.deleted_is_gone,
    "every kept picture has its file": pictures.inputs_have_files,
    "every kept file has its generation": pictures.files_have_inputs,
    "uploads end by themselves": pictures.uploads_expire,
    "parents and children know each other": pictures.lineage_agrees,
    "no picture is in the records or the queue": secrecy.no_pictures,
    "no secret is in the records or the queue": secrecy.no_secrets,
}


def broken(evidence: Evidence) -> dict[str, list[str]]:
    """Return what breaks each law that does not hold."""
    found = {name: list(law(evidence)) for name, law in LAWS.items()}
    return {name: lines for name, lines in found.items() if lines}
