"""`Prefer: wait=n`: how long a client would like us to hold the answer.

https://www.rfc-editor.org/rfc/rfc7240#section-4.3 checked 2026-11-22.
"""

import re
from datetime import timedelta

_WAIT = re.compile(r"(?:^|[,;])\s*wait\s*=\s*\"?(\d{1,9})\"?\s*(?=$|[,;])", re.IGNORECASE)


def wait(prefer: str | None, *, longest: int) -> timedelta:
    """Return how long to wait: what was asked, at most `longest` seconds, else 0.

    A preference that cannot be read is no fault: the RFC has it ignored.
    """
    asked = _WAIT.search(prefer or "")
    return timedelta(seconds=min(int(asked[1]), longest) if asked else 0)
