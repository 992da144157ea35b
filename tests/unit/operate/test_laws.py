"""Every law holds for sound evidence, and each is seen to be broken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.domain.attempt import Attempt, Picture
from functions.domain.enhancement import LEASE, Enhancement
from functions.domain.generation import Counts, Generation
from functions.domain.image import Image
from functions.domain.input import Kept
from functions.domain.ledger import Budget, Due
from functions.domain.source import Source
from functions.domain.writing import Tokens
from operate.evidence import Evidence, File, ModelCall
from operate.laws import LAWS, broken
from tests.samples import MONTH, NOW, PRICE, a_generation, an_image

T = "ten_a"
PICTURE = Picture("images/ten_a/x/00.png", "png", 4, 4, 9, "ab" * 32)


def ended(number: int = 0) -> Image:
    attempt = Attempt(f"attempt-{number}", NOW, "us-west-2", 1.0, "succeeded", "yes", "req")
    image = an_image(number=number, attempts=(attempt,), started_at=NOW)
    picture = replace(PICTURE, key=f"images/{image.tenant}/{image.ulid}/{number:02d}.png")
    return image.succeeded(NOW, picture, 7)


def living() -> Image:
    """One that was put back after a throttle, and is due."""
    attempt = Attempt("attempt-1", NOW, "us-west-2", 1.0, "throttled", "no", "req")
    image = an_image(number=1, attempts=(attempt,), started_at=NOW)
    return image.put_back(NOW + timedelta(seconds=9))


def sound() -> Evidence:
    done, waiting = ended(), living()
    whole = a_generation(
        counts=Counts(total=2, succeeded=1), spent=PRICE, started_at=NOW, completed_at=None
    )
    assert waiting.due_at
    return Evidence(
        at=NOW,
        images=[done, waiting],
        generations=[whole],
        months={(done.tenant, MONTH): Budget(MONTH, 0, committed=2 * PRICE, spent=PRICE)},
        due=[Due(waiting.due_at, done.tenant, done.ulid, "01")],
        keys={(done.tenant, "order-1"): done.ulid},
        files={done.picture.key: File(9, "ab" * 32)} if done.picture else {},
        items=[{"PK": "TENANT#a", "SK": "GEN#1", "request": {"prompt": "a lake"}}],
        messages=['{"tenant": "a", "image_id": "img_1"}'],
        calls=[
            ModelCall("req-0", "attempt-0", "yes", "painted"),
            ModelCall("req-1", "attempt-1", "no", "throttled"),
        ],
    )


def an_enhancement(name: str = "enh-1", **changes: Any) -> Enhancement:
    known: dict[str, Any] = {
        "tenant": an_image().tenant,
        "key_id": "key_1",
        "ulid": name,
        "model": "text",
        "month": MONTH,
        "reserved": 5000,
        "created_at": NOW,
        "due_at": NOW + LEASE,
    }
    return Enhancement(**(known | changes))


ENDED = an_enhancement().written(700, Tokens(900, 150), now=NOW, request_id="r", problem="")
OUT = an_enhancement("enh-2")
LOST = an_enhancement("enh-3").unanswered("interrupted", "cut", now=NOW)
BUSY = an_enhancement("enh-4").unanswered("throttled", "busy", now=NOW)


def enhanced(
    evidence: Evidence, *, calls: tuple[ModelCall, ...] | None = None, **booked: int
) -> Evidence:
    """Add one call of the text model that was paid, one that is out, one lost, one refused."""
    made = (ENDED, OUT, LOST, BUSY)
    place = (OUT.tenant, MONTH)
    month = evidence.months[place]
    sums = {
        "committed": month.committed + 700 + 5000 + 5000,
        "spent": month.spent + 700,
        "unknown": month.unknown + 5000,
        "enhancements": 2,
        "enhancements_spent": 700,
        "enhancements_unknown": 5000,
    }
    known = calls or (
        ModelCall("req-e1", "enh-1", "yes", "written"),
        ModelCall("req-e3", "enh-3", "yes", "cut_after"),
        ModelCall("req-e4", "enh-4", "no", "throttled"),
    )
    return replace(
        evidence,
        enhancements=made,
        months=dict(evidence.months) | {place: replace(month, **(sums | booked))},
        due=[*evidence.due, Due(OUT.due_at, OUT.tenant, OUT.ulid, "enhancement")],
        keys=dict(evidence.keys) | {(OUT.tenant, "brief-1"): ENDED.ulid},
        calls=None if evidence.calls is None else [*evidence.calls, *known],
    )


def with_enhancement(number: int, **changes: Any) -> Callable[[Evidence], Evidence]:
    """Return what adds the four, and changes one of them in the records alone."""

    def change(evidence: Evidence) -> Evidence:
        made = list(enhanced(evidence).enhancements)
        made[number] = replace(made[number], **changes)
        return replace(enhanced(evidence), enhancements=made)

    return change


def with_image(number: int, **changes: Any) -> Callable[[Evidence], Evidence]:
    def change(evidence: Evidence) -> Evidence:
        images = list(evidence.images)
        images[number] = replace(images[number], **changes)
        return replace(evidence, images=images)

    return change


def with_attempt(number: int, **changes: Any) -> Callable[[Evidence], Evidence]:
    def change(evidence: Evidence) -> Evidence:
        last = replace(evidence.images[number].attempts[-1], **changes)
        return with_image(number, attempts=(last,))(evidence)

    return change


def with_generation(**changes: Any) -> Callable[[Evidence], Evidence]:
    return lambda evidence: replace(
        evidence, generations=[replace(evidence.generations[0], **changes)]
    )


def saying(**changes: Any) -> Callable[[Evidence], Evidence]:
    return lambda evidence: replace(evidence, **changes)


def item(**attributes: Any) -> Callable[[Evidence], Evidence]:
    return saying(items=[{"PK": "TENANT#a", "SK": "GEN#1", **attributes}])


def quarantined(evidence: Evidence) -> Evidence:
    ulid = evidence.images[0].ulid
    return replace(
        evidence, files=dict(evidence.files) | {f"quarantine/{ulid}/00/attempt-0": File(9)}
    )


def paid_again(evidence: Evidence) -> Evidence:
    image = evidence.images[0]
    again = replace(image.attempts[0], id="attempt-9")
    calls = [*(evidence.calls or ()), ModelCall("req-9", "attempt-9", "yes", "painted")]
    return replace(with_image(0, attempts=(*image.attempts, again))(evidence), calls=calls)


def deleted(evidence: Evidence) -> Evidence:
    return with_generation(deleted_at=NOW - timedelta(hours=1))(evidence)


def archived(evidence: Evidence) -> Evidence:
    whole = evidence.generations[0]
    key = f"archives/{whole.tenant}/{whole.ulid}/{'cd' * 32}.zip"
    return replace(evidence, files=dict(evidence.files) | {key: File(9)})


PARENT = Source("image", "img_1")
CHILD = {"PK": f"TENANT#{T}", "SK": f"CHILD#img_1#{a_generation().ulid}"}
INPUT = f"inputs/{T}/{a_generation().ulid}/image"
BEGUN = {"PK": f"TENANT#{T}", "SK": "UPLOAD#u", "tenant": T, "ulid": "u", "expires_at": 1}


def edited(evidence: Evidence) -> Evidence:
    """The generation was asked with a picture, which was an image."""
    kept = Kept("image", "png", 4, 4, 9, "ab" * 32, PARENT)
    asked = with_generation(inputs=(kept,))(evidence)
    return replace(
        asked,
        items=[*evidence.items, CHILD, BEGUN],
        files=dict(evidence.files) | {INPUT: File(9), f"uploads/{T}/u": File(9)},
    )


def without(key: str) -> Callable[[Evidence], Evidence]:
    return lambda evidence: replace(
        evidence, files={name: file for name, file in evidence.files.items() if name != key}
    )


def due_for(what: str, minutes: int) -> Callable[[Evidence], Evidence]:
    def change(evidence: Evidence) -> Evidence:
        done = evidence.images[0]
        more = Due(NOW - timedelta(minutes=minutes), done.tenant, done.ulid, what)
        return replace(evidence, due=[*evidence.due, more])

    return change


def all_ended(evidence: Evidence) -> Evidence:
    """The second image is gone, so that the generation has ended."""
    images, calls = [evidence.images[0]], list(evidence.calls or ())[:1]
    whole = replace(evidence.generations[0], counts=Counts(total=1, succeeded=1), completed_at=NOW)
    months = {key: replace(each, committed=PRICE) for key, each in evidence.months.items()}
    return replace(evidence, images=images, calls=calls, generations=[whole], months=months, due=[])


def then(*changes: Callable[[Evidence], Evidence]) -> Callable[[Evidence], Evidence]:
    def change(evidence: Evidence) -> Evidence:
        for each in changes:
            evidence = each(evidence)
        return evidence

    return change


BASE64 = "iVBORw0KGgoAAAANSUhEUgAAAAUA" * 50
BREAKS: list[tuple[str, str, Callable[[Evidence], Evidence]]] = [
    (
        "every file has its picture",
        "an archive of nothing",
        saying(files={"archives/a/b/c.zip": File(9)}),
    ),
    ("what was deleted is gone", "its archive is left", then(archived, deleted)),
    ("what is picked is marked", "marked, not picked", with_image(0, picked=True)),
    ("what is picked is marked", "picked, not marked", with_generation(picked="img_1")),
    (
        "what is picked is marked",
        "two are marked",
        then(
            with_image(0, picked=True),
            with_image(1, picked=True),
            with_generation(picked=ended().id),
        ),
    ),
    ("every image has ended or is due", "nobody is due", saying(due=[])),
    ("what is due and what is owed are the same", "nobody is due", saying(due=[])),
    ("what is due and what is owed are the same", "due at another time", with_image(1, due_at=NOW)),
    ("what is due and what is owed are the same", "due when ended", due_for("00", 0)),
    ("what is due and what is owed are the same", "of no image", due_for("07", 0)),
    (
        "what is due and what is owed are the same",
        "a deadline of what has ended",
        then(all_ended, due_for("deadline", 9)),
    ),
    (
        "what is due and what is owed are the same",
        "a dispatch of no generation",
        then(due_for("dispatch", 9), saying(generations=[])),
    ),
    (
        "every generation has all its images",
        "one too few",
        with_generation(counts=Counts(total=3, succeeded=1)),
    ),
    ("every generation has all its images", "orphans", saying(generations=[])),
    (
        "generations agree with their images",
        "another count",
        with_generation(counts=Counts(total=2, failed=1)),
    ),
    ("generations agree with their images", "not started", with_generation(started_at=None)),
    (
        "generations agree with their images",
        "completed at no image's end",
        then(all_ended, with_generation(completed_at=NOW + timedelta(days=1))),
    ),
    (
        "every idempotency key leads to what it made",
        "a key to nowhere",
        saying(keys={(T, "order-2"): "01NOWHERE"}),
    ),
    (
        "attempts are closed when their image has ended",
        "still out",
        with_attempt(0, outcome=None, billed=None),
    ),
    ("a month is the sum of what was asked for", "no month", saying(months={})),
    (
        "a month is the sum of what was asked for",
        "a month without images",
        saying(months={(T, "2026-10"): Budget("2026-10", 0, committed=1)}),
    ),
    (
        "a month is the sum of what was asked for",
        "a reservation that stayed",
        lambda e: replace(
            e, months={k: replace(b, committed=b.committed + PRICE) for k, b in e.months.items()}
        ),
    ),
    (
        "nothing is called that is not reserved",
        "out without a reservation",
        then(with_attempt(1, outcome=None, billed=None), with_image(1, reserved=0)),
    ),
    ("generations cost what their images cost", "spent", with_generation(spent=0)),
    ("generations cost what their images cost", "unknown", with_generation(unknown=PRICE)),
    ("attempts are billed by the table of outcomes", "free", with_attempt(0, billed="no")),
    ("every attempt and every call belong together", "never called", saying(calls=[])),
    (
        "every attempt and every call belong together",
        "called twice",
        lambda e: replace(e, calls=[*(e.calls or ()), *(e.calls or ())]),
    ),
    (
        "every attempt and every call belong together",
        "nobody's call",
        lambda e: replace(
            e, calls=[*(e.calls or ()), ModelCall("req-7", "attempt-7", "no", "throttled")]
        ),
    ),
    (
        "every attempt and every call belong together",
        "called, not sent",
        with_attempt(1, outcome="not_sent"),
    ),
    (
        "what is booked is what was billed",
        "paid, says nobody",
        lambda e: replace(e, calls=[replace(each, billed="no") for each in e.calls or ()]),
    ),
    ("a picture is paid once", "twice", paid_again),
    ("a picture is paid once", "never", with_image(0, attempts=())),
    (
        "a month is the sum of what was asked for",
        "an enhancement that was not booked",
        lambda e: enhanced(e, spent=e.months[OUT.tenant, MONTH].spent),
    ),
    (
        "every enhancement has ended or is due",
        "never looked at",
        lambda e: replace(enhanced(e), due=e.due),
    ),
    (
        "every enhancement has ended or is due",
        "ended and due",
        lambda e: replace(e, due=[*e.due, Due(NOW, T, "enh-9", "enhancement")]),
    ),
    (
        "every enhancement has ended or is due",
        "out for ever",
        lambda e: replace(enhanced(e), at=NOW + timedelta(minutes=5)),
    ),
    (
        "an enhancement is called once and booked as billed",
        "twice",
        lambda e: enhanced(e, calls=(ModelCall("a", "enh-1", "yes", "written"),) * 2),
    ),
    (
        "an enhancement is called once and booked as billed",
        "paid, says nobody",
        lambda e: enhanced(e, calls=(ModelCall("a", "enh-4", "yes", "written"),)),
    ),
    (
        "enhancements are billed by the table of outcomes",
        "free",
        with_enhancement(0, billed="no", spent=0),
    ),
    (
        "enhancements are billed by the table of outcomes",
        "half unknown",
        with_enhancement(2, unknown=2500),
    ),
    ("enhancements are billed by the table of outcomes", "a cost", with_enhancement(3, spent=1)),
    ("a month counts its enhancements", "another count", lambda e: enhanced(e, enhancements=3)),
    ("a month counts its enhancements", "a sum", lambda e: enhanced(e, enhancements_spent=0)),
    ("every picture has its file", "no file", saying(files={})),
    (
        "every picture has its file",
        "another file",
        lambda e: replace(e, files=dict.fromkeys(e.files, File(9, "cd" * 32))),
    ),
    ("every picture has its file", "no picture", with_image(0, picture=None)),
    (
        "every file has its picture",
        "a stray file",
        lambda e: replace(e, files=dict(e.files) | {"images/ten_a/y/00.png": File(1)}),
    ),
    ("what has ended leaves nothing in quarantine", "left over", quarantined),
    ("what was deleted is gone", "images and files", deleted),
    (
        "what was deleted is gone",
        "a request",
        item(deleted_at="2026-11-22", request={"prompt": "a lake"}),
    ),
    ("every kept picture has its file", "it is gone", then(edited, without(INPUT))),
    (
        "every kept picture has its file",
        "another file",
        then(edited, lambda e: replace(e, files=dict(e.files) | {INPUT: File(8)})),
    ),
    ("every kept file has its generation", "nobody's", saying(files={f"{INPUT}_2": File(9)})),
    ("every kept file has its generation", "a tombstone's", then(edited, deleted)),
    (
        "uploads end by themselves",
        "one stays",
        saying(items=[{name: said for name, said in BEGUN.items() if name != "expires_at"}]),
    ),
    ("uploads end by themselves", "nobody's file", saying(files={f"uploads/{T}/u": File(9)})),
    (
        "parents and children know each other",
        "no lead",
        then(edited, lambda e: replace(e, items=[BEGUN])),
    ),
    ("parents and children know each other", "to nowhere", saying(items=[CHILD])),
    ("parents and children know each other", "to a tombstone", then(edited, deleted)),
    (
        "what was deleted is gone",
        "what it was asked with",
        item(deleted_at="2026-11-22", inputs=[{"file": "image"}]),
    ),
    ("no picture is in the records or the queue", "base64", item(detail=BASE64)),
    ("no picture is in the records or the queue", "bytes", item(body=b"\x89PNG")),
    ("no picture is in the records or the queue", "in a message", saying(messages=[BASE64])),
    ("no secret is in the records or the queue", "a key", item(note="easel_" + "a1" * 21 + "b")),
    (
        "no secret is in the records or the queue",
        "an address",
        saying(messages=["https://x/?X-Amz-Signature=" + "0a" * 32]),
    ),
]


def test_sound_evidence_breaks_no_law() -> None:
    assert broken(sound()) == {}
    assert broken(all_ended(sound())) == {}
    assert broken(replace(sound(), calls=None)) == {}
    assert broken(archived(sound())) == {}
    assert broken(edited(sound())) == {}
    assert broken(enhanced(sound())) == {}
    assert broken(enhanced(replace(sound(), calls=None))) == {}


@pytest.mark.parametrize(("law", "how", "change"), BREAKS, ids=lambda each: str(each)[:40])
def test_a_law_is_seen_to_break(law: str, how: str, change: Callable[[Evidence], Evidence]) -> None:
    found = broken(change(sound()))

    assert law in found, f"{how}: {found}"
    assert all(found[law])


def test_every_law_has_evidence_that_breaks_it() -> None:
    assert {law for law, _, _ in BREAKS} == set(LAWS)


def test_a_call_whose_end_nobody_knows_may_be_billed_or_not() -> None:
    unknown = with_attempt(1, outcome="interrupted", billed="unknown")
    image = unknown(sound()).images[1]
    evidence = replace(sound(), images=[sound().images[0], replace(image, reserved=2 * PRICE)])
    months = {(T, MONTH): Budget(MONTH, 0, committed=3 * PRICE, spent=PRICE)}
    evidence = replace(evidence, months={next(iter(sound().months)): months[T, MONTH]})

    for billed in ("yes", "no"):
        calls = [sound().calls[0], ModelCall("req-1", "attempt-1", billed, "cut_within")]  # type: ignore[index]
        assert broken(replace(evidence, calls=calls)) == {}
    assert broken(replace(evidence, calls=sound().calls[:1])) == {}  # type: ignore[index]


def test_long_prompts_of_few_letters_are_not_pictures() -> None:
    assert broken(item(request={"prompt": "ha" * 2000})(sound())) == {}


def test_pictures_may_have_expired() -> None:
    evidence = replace(sound(), files={}, files_kept_since=NOW + timedelta(seconds=1))

    assert broken(evidence) == {}


def test_kept_pictures_may_have_expired_too() -> None:
    evidence = without(INPUT)(edited(sound()))

    assert broken(replace(evidence, files_kept_since=NOW - timedelta(days=1)))
    assert not broken(replace(evidence, files={}, files_kept_since=NOW + timedelta(seconds=1)))


def test_what_is_just_being_kept_is_owed_a_look() -> None:
    evidence = sound()
    keeping = replace(
        evidence,
        files=dict(evidence.files) | {f"inputs/{T}/new/image": File(9)},
        due=[*evidence.due, Due(NOW + timedelta(minutes=2), T, "new", "inputs")],
    )

    assert broken(keeping) == {}


def test_what_a_whole_generation_owes_may_wait_for_the_caretaker() -> None:
    evidence = due_for("deadline", 1)(all_ended(sound()))

    assert broken(evidence) == {}


def test_a_generation_that_is_being_deleted_may_still_have_its_files() -> None:
    evidence = with_generation(deleted_at=NOW - timedelta(seconds=5))(all_ended(sound()))

    assert broken(due_for("discard", 0)(evidence)) == {}


def test_the_sample_generation_owns_its_images() -> None:
    whole: Generation = sound().generations[0]

    assert {image.ulid for image in sound().images} == {whole.ulid}
