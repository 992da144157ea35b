"""Times that clients write: RFC 3339, a day or a moment.

https://www.rfc-editor.org/rfc/rfc3339 checked 2026-11-22.
"""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = re.compile(rf"{DAY}|{DAY}[Tt][0-9:]{{8}}(\.[0-9]{{1,9}})?([Zz]|[ +-][0-9]{{2}}:[0-9]{{2}})")


def moment(text: str) -> datetime:
    """Return a time; a day is its first moment in UTC.

    A blank stands for the `+` of an offset, which addresses turn into one.

    Raises:
        ValueError: it is none, or says nothing of its offset.
    """
    if not TIME.fullmatch(text):
        raise ValueError(text)
    parsed = datetime.fromisoformat(text.upper().replace(" ", "+"))
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _read(text: Any) -> Any:
    try:
        return moment(text) if isinstance(text, str) else text
    except ValueError:
        raise PydanticCustomError(
            "malformed", "a day such as 2026-11-22, or a time such as 2026-11-22T09:30:00Z"
        ) from None


Moment = Annotated[
    datetime,
    BeforeValidator(_read),
    WithJsonSchema(
        {"type": "string", "examples": ["2026-11-22", "2026-11-22T09:30:00Z"]},
    ),
]
