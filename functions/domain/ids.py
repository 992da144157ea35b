"""Ids that clients see: a ULID behind a word, so that they sort by time."""

import re
from datetime import UTC, datetime, timedelta

GENERATION = r"gen_([0-7][0-9A-HJKMNP-TV-Z]{25})"
IMAGE = r"img_([0-7][0-9A-HJKMNP-TV-Z]{25})_([0-9]{2})"
INPUT = r"inp_([0-7][0-9A-HJKMNP-TV-Z]{25})_([a-z]+(?:_[a-z0-9]+)?)"
UPLOAD = r"upl_([0-7][0-9A-HJKMNP-TV-Z]{25})"

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def generation_id(ulid: str) -> str:
    """Return the id of the generation made at `ulid`."""
    return f"gen_{ulid}"


def image_id(ulid: str, number: int) -> str:
    """Return the id of image `number` (0 to 99) of the generation at `ulid`."""
    return f"img_{ulid}_{number:02d}"


def parse_generation(text: str) -> str | None:
    """Return the ULID in a generation's id, or None where it is not one."""
    match = re.fullmatch(GENERATION, text)
    return match[1] if match else None


def parse_image(text: str) -> tuple[str, int] | None:
    """Return the ULID and the number in an image's id, or None."""
    match = re.fullmatch(IMAGE, text)
    return (match[1], int(match[2])) if match else None


def input_id(ulid: str, part: str) -> str:
    """Return the id of a picture that is kept with the generation at `ulid`."""
    return f"inp_{ulid}_{part}"


def parse_input(text: str) -> tuple[str, str] | None:
    """Return the ULID and the part in an input's id, or None."""
    match = re.fullmatch(INPUT, text)
    return (match[1], match[2]) if match else None


def upload_id(ulid: str) -> str:
    """Return the id of the upload that was begun at `ulid`."""
    return f"upl_{ulid}"


def parse_upload(text: str) -> str | None:
    """Return the ULID in an upload's id, or None."""
    match = re.fullmatch(UPLOAD, text)
    return match[1] if match else None


def time_in_ulid(at: datetime) -> str:
    """Return the ten characters with which every ULID of that millisecond begins.

    https://github.com/ulid/spec checked 2026-11-22. Times before 1970 have none
    of their own and become its first.
    """
    left = max(0, (at - _EPOCH) // timedelta(milliseconds=1))
    text = ""
    for _ in range(10):
        left, last = divmod(left, 32)
        text = _DIGITS[last] + text
    return text
