"""Every way in which a call can end without its answer, named for its situation.

One base. What the service refused keeps the words of its problem document (RFC 9457);
what never arrived is `Unreachable`.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request.

    Attributes:
        pointer: JSON pointer to the field, `?name` for a query, `header:Name` for a header.
        code: Stable word: `out_of_range`, `unknown_field`, `required`, …
        detail: What is accepted instead, ready to be shown to a person.
    """

    pointer: str
    code: str
    detail: str


class EaselError(Exception):
    """A call that failed, with a stable code and the next step in its words."""

    def __init__(
        self,
        detail: str,
        *,
        status: int | None = None,
        code: str = "",
        title: str = "",
        errors: Sequence[Fault] = (),
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Say what happened.

        Args:
            detail: One or two sentences for a person.
            status: HTTP's; None where there was no answer.
            code: Stable word, as the service's documents list them.
            title: The kind of refusal, in words.
            errors: The single faults, where the request itself is wrong.
            request_id: To quote to operators.
            retry_after: Seconds after which the same call makes sense.
        """
        super().__init__(detail)
        self.detail = detail
        self.status = status
        self.code = code or "unknown"
        self.title = title or type(self).__name__
        self.errors = tuple(errors)
        self.request_id = request_id
        self.retry_after = retry_after


class InvalidRequest(EaselError):
    """400: the request cannot be accepted as it is; `errors` lists every fault."""


class Unauthorized(EaselError):
    """401: no key, or one that is unknown or revoked."""


class BudgetExhausted(EaselError):
    """402: the month's budget does not leave room for this price."""


class Forbidden(EaselError):
    """403: the key is valid but may not do this."""


class NotFound(EaselError):
    """404: unknown, deleted, or somebody else's."""


class Conflict(EaselError):
    """409: not possible in the state in which the thing is."""


class Gone(EaselError):
    """410: a retired model, or a file past its retention."""


class TooLarge(EaselError):
    """413: more than the call takes; pictures go through uploads."""


class KeyReused(EaselError):
    """422: the idempotency key belongs to another request."""


class TooManyRequests(EaselError):
    """429: too much at once; tried again before it was raised."""


class Unavailable(EaselError):
    """502, 503, 504: something behind did not answer; tried again before it was raised."""


class Unreachable(EaselError):
    """No answer came at all, however often it was tried.

    A generation may have been accepted by a try whose answer got lost. All tries had one
    idempotency key, so asking once more with `idempotency_key` finds it instead of paying
    for another.

    Attributes:
        idempotency_key: The key that went with each try; None for calls without.
    """

    spent_possible = False

    def __init__(self, detail: str, *, idempotency_key: str | None = None) -> None:
        """Say what was tried, and with which key."""
        super().__init__(detail, code="unreachable", title="The service cannot be reached")
        self.idempotency_key = idempotency_key


class UnexpectedAnswer(EaselError):
    """An answer that is not the API's: another service, or a much newer one."""


class StillRunning(EaselError):
    """The wait ended before the generation did; it goes on, and can be waited for again.

    Attributes:
        generation_id: Of the generation.
    """

    def __init__(self, generation_id: str, *, seconds: float) -> None:
        """Say for what was waited, and how long."""
        super().__init__(
            f"{generation_id} has not ended after {seconds:g} s. It goes on: "
            "wait for it again, or cancel it.",
            code="still_running",
            title="The generation has not ended",
        )
        self.generation_id = generation_id


BY_STATUS: dict[int, type[EaselError]] = {
    400: InvalidRequest,
    401: Unauthorized,
    402: BudgetExhausted,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: Gone,
    413: TooLarge,
    422: KeyReused,
    429: TooManyRequests,
    502: Unavailable,
    503: Unavailable,
    504: Unavailable,
}
