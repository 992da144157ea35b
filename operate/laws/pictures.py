"""Laws of the pictures that requests came with: kept with them, and no longer."""

from collections.abc import Iterator

from functions.domain.generation import Generation
from functions.domain.upload import input_key
from operate.evidence import Evidence


def inputs_have_files(evidence: Evidence) -> Iterator[str]:
    """What a living generation was asked with is there, as large as it was."""
    for whole in _living(evidence):
        for each in whole.inputs:
            key = input_key(whole.tenant, whole.ulid, each.file)
            file = evidence.files.get(key)
            if file is None and not _may_have_expired(whole, evidence):
                yield f"{whole.id}: there is no file at {key}"
            elif file and file.size != each.size:
                yield f"{whole.id}: the file at {key} is not the one that was measured"


def files_have_inputs(evidence: Evidence) -> Iterator[str]:
    """Nothing is kept that no living generation names, but what is just being kept."""
    named = {
        input_key(whole.tenant, whole.ulid, each.file)
        for whole in _living(evidence)
        for each in whole.inputs
    }
    owed = tuple(
        input_key(due.tenant, due.ulid, "")
        for due in evidence.due
        if due.what in ("inputs", "discard")
    )
    for key in evidence.files:
        if key.startswith("inputs/") and key not in named and not key.startswith(owed):
            yield f"no living generation was asked with {key}"


def uploads_expire(evidence: Evidence) -> Iterator[str]:
    """Every upload's record goes by itself, and every file there has one."""
    known: set[str] = set()
    for item in evidence.items:
        place = str(item.get("SK", ""))
        if not place.startswith("UPLOAD#"):
            continue
        known.add(f"uploads/{item['tenant']}/{item['ulid']}")
        if not isinstance(item.get("expires_at"), int):
            yield f"{place} of {item['tenant']} would stay for ever"
    for key in evidence.files:
        if key.startswith("uploads/") and key not in known:
            yield f"no upload was begun for {key}"


def lineage_agrees(evidence: Evidence) -> Iterator[str]:
    """From each parent an item leads to each living child, and nowhere else."""
    named = {
        (whole.tenant, f"CHILD#{parent}#{whole.ulid}")
        for whole in _living(evidence)
        for parent in whole.parents
    }
    leads = {
        (str(item["PK"]).partition("#")[2], str(item["SK"]))
        for item in evidence.items
        if str(item.get("SK", "")).startswith("CHILD#")
    }
    for tenant, lead in sorted(named - leads):
        yield f"{lead} of {tenant} is missing: the parent does not know its child"
    for tenant, lead in sorted(leads - named):
        yield f"{lead} of {tenant} leads to no living child"


def _living(evidence: Evidence) -> list[Generation]:
    return [each for each in evidence.generations if not each.deleted_at]


def _may_have_expired(whole: Generation, evidence: Evidence) -> bool:
    since = evidence.files_kept_since
    return bool(since and whole.created_at < since)
