"""Every refusal that Easel can give, named for its situation.

One base; each error knows its HTTP status, its stable code and whether the same
request can succeed later. Doors translate them in one place and add nothing.
"""

from collections.abc import Sequence

from functions.domain.frozen import frozen


@frozen
class Fault:
    """One thing wrong with a request, and what would be right.

    Attributes:
        pointer: JSON pointer (RFC 6901) to the field, or `?name` for a query
            parameter and `header:Name` for a header.
        code: Stable word: `out_of_range`, `unknown_field`, `required`, ...
        detail: What is accepted instead, ready to be shown to a person.
    """

    pointer: str
    code: str
    detail: str


class EaselError(Exception):
    """A refusal with a status, a stable code and the next step in its words."""

    status = 500
    code = "internal_error"
    title = "Something on our side failed"
    retryable = False

    def __init__(
        self, detail: str, *, faults: Sequence[Fault] = (), retry_after: int | None = None
    ) -> None:
        """Say what happened and what to do next.

        Args:
            detail: One or two sentences for the caller.
            faults: The single faults, where the request itself is wrong.
            retry_after: Seconds after which a retry makes sense.
        """
        super().__init__(detail)
        self.detail = detail
        self.faults = tuple(faults)
        self.retry_after = retry_after


class InvalidRequest(EaselError):
    """The body, query or a header cannot be accepted; `faults` lists all of it."""

    status, code, title = 400, "invalid_parameter", "The request cannot be accepted as it is"

    @classmethod
    def of(cls, faults: Sequence[Fault]) -> "InvalidRequest":
        """Return the error for `faults`, its detail naming the first ones."""
        named = "; ".join(f"{fault.pointer or 'the body'}: {fault.detail}" for fault in faults[:3])
        more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
        return cls(f"{named}{more}. Nothing was spent.", faults=faults)


class InvalidJson(EaselError):
    """The body is not JSON in UTF-8."""

    status, code, title = 400, "invalid_json", "The body is not valid JSON"


class InvalidCursor(EaselError):
    """A cursor that this API did not make for this tenant and list."""

    status, code, title = 400, "invalid_cursor", "The cursor is not one of ours"


class Unauthorized(EaselError):
    """No key, or one that is unknown or revoked."""

    status, code, title = 401, "unauthorized", "A valid API key is needed"


class BudgetExhausted(EaselError):
    """The tenant's monthly limit does not leave room for this price."""

    status, code, title = 402, "budget_exhausted", "The monthly budget does not allow this"


class MissingScope(EaselError):
    """The key is valid but may not do this."""

    status, code, title = 403, "missing_scope", "The key lacks the scope for this"


class NotFound(EaselError):
    """Unknown, deleted, or somebody else's: the answer is the same."""

    status, code, title = 404, "not_found", "There is no such thing here"


class MethodNotAllowed(EaselError):
    """The path is one of ours, the method is none of its own.

    Attributes:
        allow: The methods that it has.
    """

    status, code, title = 405, "method_not_allowed", "This path does not take that method"

    def __init__(self, detail: str, *, allow: Sequence[str]) -> None:
        super().__init__(detail)
        self.allow = tuple(allow)


class WrongState(EaselError):
    """The thing exists, but what was asked is not possible in its state."""

    status, code, title = 409, "wrong_state", "The state does not allow this"


class ArchiveTooLarge(EaselError):
    """The pictures are more than one archive holds; they can be fetched one by one."""

    status, code, title = 409, "archive_too_large", "The pictures are too large for one archive"


class NoTextModel(EaselError):
    """The stage names no text model, so briefs cannot be enhanced here."""

    status, code, title = 409, "no_text_model", "This deployment has no text model"


class ModelRetired(EaselError):
    """The model reached its end of life and the stage refuses retired models."""

    status, code, title = 410, "model_retired", "The model has been retired"


class ImageExpired(EaselError):
    """The record is there, but the file is past its retention."""

    status, code, title = 410, "image_expired", "The image's file is past its retention"


class LinkExpired(EaselError):
    """The share link was made for a time, and the time is over."""

    status, code, title = 410, "link_expired", "The share link has expired"


class InputExpired(EaselError):
    """The record of a kept picture is there, but its file is past its retention."""

    status, code, title = 410, "input_expired", "The picture's file is past its retention"


class UploadExpired(EaselError):
    """The record of an upload is there, but it can be used no more."""

    status, code, title = 410, "upload_expired", "The upload can be used no more"


class PayloadTooLarge(EaselError):
    """The body is above 4 MiB; pictures go through uploads."""

    status, code, title = 413, "payload_too_large", "The request body is too large"


class UnsupportedMediaType(EaselError):
    """The body is not of the type that the call takes: JSON, or a picture's file."""

    status, code, title = 415, "unsupported_media_type", "The body's media type is not supported"


class IdempotencyMismatch(EaselError):
    """The idempotency key was used before, for another request."""

    status, code, title = (
        422,
        "idempotency_mismatch",
        "The idempotency key belongs to another request",
    )


class EnhanceFailed(EaselError):
    """The text model was asked, and no prompt came back; it may have been paid."""

    status, code, title = 502, "enhance_failed", "The text model gave no prompt"


class Unavailable(EaselError):
    """A part that we depend on did not answer; the same request may work soon."""

    status, code, title, retryable = 503, "unavailable", "Please try again shortly", True


class AlreadyClaimed(Exception):
    """Another delivery holds the image, or it is finished: let the message go."""
