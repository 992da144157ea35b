"""What is left for a client, in the manner of OpenAI's `x-ratelimit-…` headers.

OpenAI's units are requests and tokens; the limit that there is here is the tenant's month in
USD. So the unit is `usd`: a client that shows such headers shows something true, and one
that paces itself by requests or tokens finds none to be misled by.
https://platform.openai.com/docs/guides/rate-limits checked 2026-11-22
"""

from datetime import datetime, timedelta

from functions.domain.ledger import Budget
from functions.domain.money import dollars

A_MONTH = timedelta(days=31)
"""After the first of a month, this is never before the first of the next."""


def headers(budget: Budget, now: datetime) -> dict[str, str]:
    """Return the limit, what is neither spent nor reserved of it, and when it begins anew."""
    left = max(0, budget.limit - budget.committed)
    return {
        "x-ratelimit-limit-usd": dollars(budget.limit),
        "x-ratelimit-remaining-usd": dollars(left),
        "x-ratelimit-reset-usd": f"{_rest_of_month(now):.0f}s",
    }


def _rest_of_month(now: datetime) -> float:
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = (first + A_MONTH).replace(day=1)
    return (following - now).total_seconds()
