"""The receipt: for every parameter, what was asked, what was used, and why."""

from typing import Any, Literal

from functions.domain.frozen import frozen

Status = Literal["applied", "approximated", "defaulted", "ignored"]


@frozen
class ReceiptLine:
    """One parameter's fate.

    Attributes:
        name: The parameter as the client writes it.
        requested: What was sent, None where nothing was.
        used: What the model was given.
        status: `applied`, `approximated`, `defaulted` or `ignored`.
        reason: Why `used` is not what was asked; empty when applied.
    """

    name: str
    requested: Any
    used: Any
    status: Status
    reason: str = ""
