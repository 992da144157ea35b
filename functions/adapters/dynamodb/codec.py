"""Nouns to items and back: plain maps, so that a person can read the table.

Times are RFC 3339 in UTC with microseconds, so that they sort as text; what is
None is left out; no picture bytes ever come here.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from functions.adapters.dynamodb.attributes import native, typed
from functions.domain.attempt import Attempt, Picture, Problem
from functions.domain.call import Call, Writing
from functions.domain.generation import Counts, Generation
from functions.domain.image import Image
from functions.domain.input import Fitting, Input, Kept, MaskForm
from functions.domain.ledger import Budget
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine
from functions.domain.source import Source
from functions.domain.tenant import Key
from functions.domain.upload import REMEMBERED, Upload

Plain = dict[str, Any]
Item = dict[str, Any]

IMAGE_TIMES = (
    "created_at",
    "deadline_at",
    "due_at",
    "lease_until",
    "started_at",
    "completed_at",
)
GENERATION_TIMES = (
    "created_at",
    "deadline_at",
    "started_at",
    "completed_at",
    "canceled_at",
    "deleted_at",
)
UPLOAD_TIMES = ("created_at", "ends_at")
KEY_TIMES = ("created_at", "revoked_at")

BUDGET_GIVEN = ("month", "limit")
"""What of a month's budget stands in its key and in the settings."""

SCALARS = frozenset((str, int, bool))
"""Most of what a noun holds, and the same in an item."""


def item_of(plain: Mapping[str, Any]) -> Item:
    """Return DynamoDB's typed form of a plain map."""
    return {name: typed(value) for name, value in plain.items() if value is not None}


def plain_of(item: Item) -> Plain:
    """Return the plain map in DynamoDB's typed form."""
    return {name: native(value) for name, value in item.items()}


def stamp(moment: datetime) -> str:
    """Return a time as text that sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """Return the time in such a text."""
    return datetime.fromisoformat(text) if text else None


def flat(value: Any) -> Any:
    """Return a noun as maps, lists and scalars that DynamoDB takes."""
    if value is None or type(value) in SCALARS:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((name, flat(getattr(value, name))) for name in _names(type(value)))
        # A source comes without its bytes; any others are refused where they are typed.
        return {name: inner for name, inner in pairs if inner is not None and inner != b""}
    if isinstance(value, dict | Mapping):  # a dict is known much faster
        return {key: flat(inner) for key, inner in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [flat(inner) for inner in value]  # pyright: ignore[reportUnknownVariableType]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, date):
        return stamp(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float):
        # DynamoDB's numbers end at 1E-130; https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
        return Decimal(str(value)) if abs(value) > 1e-100 else Decimal(0)
    return value


@cache
def _names(noun: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(noun))


def image_of(plain: Plain) -> Image:
    """Return the image in an item's plain map."""
    known = fields_of(Image, plain)
    call: Plain = known["call"]
    known["call"] = _call(call)
    known["attempts"] = tuple(_attempt(each) for each in known.get("attempts", ()))
    known |= {name: tuple(known.get(name, ())) for name in ("parents", "tags")}
    known["picture"] = Picture(**known["picture"]) if "picture" in known else None
    known["problem"] = Problem(**known["problem"]) if "problem" in known else None
    return Image(**timed(known, IMAGE_TIMES))


def generation_of(plain: Plain) -> Generation:
    """Return the generation in an item's plain map."""
    known = fields_of(Generation, plain)
    counts = {each.name: plain.get(f"{each.name}_images", 0) for each in fields(Counts)}
    lines = tuple(_line(line) for line in known.get("receipt", ()))
    kept = tuple(_kept(each) for each in known.get("inputs", ()))
    known |= {"counts": Counts(**counts), "receipt": lines, "inputs": kept}
    known.setdefault("model_requested", None)
    whole = Generation(**timed(known, GENERATION_TIMES))
    # Every image that ends writes the time; it is the generation's when the last one has.
    return whole if whole.terminal else replace(whole, completed_at=None)


def plain_generation(generation: Generation) -> Plain:
    """Return a generation's plain map; counts stand at the top, where ADD works."""
    plain = flat(generation)
    counts = plain.pop("counts")
    return plain | {f"{name}_images": count for name, count in counts.items()}


def budget_of(plain: Plain, month: str, limit: Micro) -> Budget:
    """Return the month in an item's plain map; what was never booked is 0."""
    amounts = {name: plain.get(name, 0) for name in _names(Budget) if name not in BUDGET_GIVEN}
    return Budget(month, limit, **amounts)


def upload_of(plain: Plain) -> Upload:
    """Return the upload in an item's plain map."""
    known = fields_of(Upload, plain)
    return Upload(**timed(known, UPLOAD_TIMES))


def plain_upload(upload: Upload) -> Plain:
    """Return an upload's plain map, with the time from which DynamoDB may remove it."""
    return flat(upload) | {"expires_at": int((upload.ends_at + REMEMBERED).timestamp())}


def key_of(plain: Plain) -> Key:
    """Return the key in an item's plain map."""
    known = fields_of(Key, plain)
    known["scopes"] = frozenset(known["scopes"])
    return Key(**timed(known, KEY_TIMES))


def _call(plain: Plain) -> Call:
    inputs = {part: _input(each) for part, each in plain.get("inputs", {}).items()}
    known: Plain = {"seed": None, **plain, "inputs": inputs}
    if "writing" in known:
        known["writing"] = Writing(**known["writing"])
    return Call(**known)


def _input(plain: Plain) -> Input:
    known = dict(plain)
    if "fitting" in known:
        known["fitting"] = Fitting(**{name: tuple(box) for name, box in known["fitting"].items()})
    if "mask" in known:
        known["mask"] = MaskForm(**known["mask"])
    return Input(**known)


def _kept(plain: Plain) -> Kept:
    known: Plain = {**plain, "source": Source(**plain["source"])}
    return Kept(**known)


def _attempt(plain: Plain) -> Attempt:
    known: Plain = {**plain, "started_at": moment(plain["started_at"])}
    return Attempt(**known)


def _line(plain: Plain) -> ReceiptLine:
    blank: Plain = {"requested": None, "used": None}
    return ReceiptLine(**(blank | plain))


def timed(known: Plain, times: tuple[str, ...]) -> Plain:
    """Return a plain map with its times as times."""
    return known | {name: moment(known.get(name)) for name in times}


def fields_of(noun: Any, plain: Plain) -> Plain:
    """Return what of a plain map are fields of a noun."""
    return {name: plain[name] for name in _names(noun) if name in plain}
