"""Bedrock's refusals: a type, a status and the words that users have seen.

Statuses come from botocore's service models; a text marked unconfirmed is our
best knowledge and may differ from the service's.
"""

from dataclasses import dataclass


@dataclass(eq=False)
class Refusal(Exception):
    """A call that ends with an error.

    Attributes:
        type: AWS's name of the exception.
        status: HTTP status.
        message: What the service says.
        extra: Further members of the error's body.
    """

    type: str
    status: int
    message: str
    extra: tuple[tuple[str, str | int], ...] = ()


def invalid(message: str) -> Refusal:
    """Refuse a request for what it says."""
    return Refusal("ValidationException", 400, message)


def malformed(*violations: str) -> Refusal:
    """Refuse a body that breaks the model's schema.

    Several violations were seen joined in one message:
    https://github.com/BerriAI/litellm/issues/30314 (June 2026).
    """
    said = f": {', '.join(violations)}" if violations else ""
    return invalid(f"Malformed input request{said}, please reformat your input and try again.")


def unknown_model() -> Refusal:
    """Refuse a model that does not exist, or not in this Region."""
    return invalid("The provided model identifier is invalid.")


def profile_only(identifier: str) -> Refusal:
    """Refuse the bare id of a model that runs through inference profiles only.

    Seen from other models; unconfirmed for Stability's.
    """
    return invalid(
        f"Invocation of model ID {identifier} with on-demand throughput isn't supported. Retry "
        "your request with the ID or ARN of an inference profile that contains this model."
    )


def unknown_profile() -> Refusal:
    """Refuse to describe an inference profile that is not there; the text is unconfirmed."""
    return Refusal(
        "ResourceNotFoundException",
        404,
        "Could not resolve the inference profile from the provided identifier.",
    )


def unresolved_model() -> Refusal:
    """Refuse to describe a model that the control plane does not list."""
    return Refusal(
        "ResourceNotFoundException",
        404,
        "Could not resolve the foundation model from the provided model identifier.",
    )


def ended() -> Refusal:
    """Refuse a model past its end of life."""
    return Refusal(
        "ResourceNotFoundException",
        404,
        "This model version has reached the end of its life. "
        "Please refer to the AWS documentation for more details.",
    )


def legacy() -> Refusal:
    """Refuse a legacy model to an account that has not been using it.

    It is a 404 although it begins with "Access denied".
    """
    return Refusal(
        "ResourceNotFoundException",
        404,
        "Access denied. This Model is marked by provider as Legacy and you have not been "
        "actively using the model in the last 30 days. "
        "Please upgrade to an active model on Amazon Bedrock",
    )


def too_large() -> Refusal:
    """Refuse a body above 25,000,000 bytes; status and text are unconfirmed."""
    return Refusal(
        "RequestEntityTooLargeException", 413, "Request body exceeds the limit of 25000000 bytes."
    )


def unauthenticated() -> Refusal:
    """Refuse a call that nobody signed."""
    return Refusal("MissingAuthenticationTokenException", 403, "Missing Authentication Token")


def badly_signed(header: str) -> Refusal:
    """Refuse a signature without a credential scope for Bedrock."""
    return Refusal(
        "IncompleteSignatureException",
        403,
        f"Authorization header requires a credential scope for service 'bedrock'. {header[:80]}",
    )


def model_failed() -> Refusal:
    """Say that the model broke while it painted; the text is unconfirmed."""
    return Refusal(
        "ModelErrorException",
        424,
        "The model returned the following errors: inference failed.",
        extra=(("originalStatusCode", 500), ("resourceName", "foundation-model")),
    )


def model_timed_out() -> Refusal:
    """Say that the model took too long; the text is unconfirmed."""
    return Refusal("ModelTimeoutException", 408, "Model has timed out in processing the request.")


def throttled() -> Refusal:
    """Refuse a call above the account's rate."""
    return Refusal(
        "ThrottlingException", 429, "Too many requests, please wait before trying again."
    )


def not_ready() -> Refusal:
    """Refuse a call to a model that is being loaded; the text is unconfirmed."""
    return Refusal("ModelNotReadyException", 429, "The model is not ready for inference.")


def denied() -> Refusal:
    """Refuse an account that has no access to the model."""
    return Refusal(
        "AccessDeniedException",
        403,
        "You don't have access to the model with the specified model ID.",
    )


def broken() -> Refusal:
    """Say that the service broke; the text is unconfirmed."""
    return Refusal("InternalServerException", 500, "An internal server error occurred.")


def unavailable() -> Refusal:
    """Say that the service is not there for now; the text is unconfirmed."""
    return Refusal("ServiceUnavailableException", 503, "The service is temporarily unavailable.")
