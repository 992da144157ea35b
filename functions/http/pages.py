"""Pages that one answer can hold, however long their items are.

Lambda stops at 6 MB, counted after our JSON was quoted into its own.
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html checked 2026-11-22.
"""

import json
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

from pydantic import BaseModel

View = TypeVar("View", bound=BaseModel)

MOST_PAGE_BYTES = 5_500_000


def fitting(views: Sequence[View]) -> list[View]:
    """Return as many of the first as one answer holds, and always one."""
    ends = accumulate(map(_weight, views))
    fit = sum(end <= MOST_PAGE_BYTES for end in ends)
    return list(views[: max(fit, 1)])


def _weight(view: BaseModel) -> int:
    return len(json.dumps(view.model_dump_json(), ensure_ascii=False).encode())
