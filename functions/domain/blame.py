"""Who is to blame for an image without a picture: a table, not an opinion.

`client` wished or caused it, the model's `filter` withheld it, `throttle` is Bedrock's
quota, `model` is Bedrock's fault, and `ours` is everything that an engineer of Easel must
mend. What only clients do never counts as one of the last three, so that no client's
mistake wakes anybody.
"""

from typing import Literal

from functions.domain.image import DEADLINE, Image
from functions.domain.outcome import Outcome

Blame = Literal["client", "filter", "throttle", "model", "ours"]

LATE = "deadline_exceeded"

BY_CODE: dict[str, Blame] = {
    "filtered": "filter",
    "model_refused": "ours",  # we promise to refuse before Bedrock does, and to have access
    "model_not_sent": "ours",
    "input_lost": "ours",  # we kept it
    "input_unusable": "client",  # a crop that leaves nothing of a mask, and the like
    "model_unreadable": "model",
    "outcome_unknown": "model",
    "budget_exhausted": "model",  # a first call was interrupted; the budget held no second
}
"""By the problem's code, where the code says it all."""

BY_LAST_CALL: dict[Outcome, Blame] = {
    "throttled": "throttle",
    "not_sent": "ours",
    "interrupted": "model",
}
"""Of an image that was late, by why its last call did not end it."""


def blame(image: Image) -> Blame:
    """Return who is to blame that an ended image has no picture.

    A late image that was never called waited for painters in vain: ours, unless the
    client gave it less time than we ask for.
    """
    if image.status == "canceled" or image.erased or image.problem is None:
        return "client"
    if image.problem.code != LATE:
        return BY_CODE.get(image.problem.code, "ours")
    last = image.attempts[-1].outcome if image.attempts else None
    if last:
        return BY_LAST_CALL.get(last, "ours")
    return "client" if image.deadline_at - image.created_at < DEADLINE else "ours"
