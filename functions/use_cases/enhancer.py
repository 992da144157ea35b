"""The stage's text model, what it is asked, and what is answered of it."""

import hashlib
import json
from dataclasses import asdict

from functions.domain.enhancement import Enhancement
from functions.domain.errors import (
    EnhanceFailed,
    Fault,
    InvalidRequest,
    NoTextModel,
    Unavailable,
)
from functions.domain.frozen import frozen
from functions.domain.ports.writer import Writer
from functions.domain.rewrite import Rewritten
from functions.domain.writing import TextModel

SOON = 5
"""Seconds after which a throttled client may try again."""


@frozen
class Enhancer:
    """The stage's text model, and what calls it; `model` is None where the stage has none."""

    model: TextModel | None
    writer: Writer

    def must(self) -> TextModel:
        """Return the text model.

        Raises:
            NoTextModel: the stage has none; names the setting.
        """
        if self.model is None:
            raise NoTextModel(
                "This deployment has no text model: its setting `text_model` is empty. "
                "An operator sets it in cdk.json. Nothing was spent."
            )
        return self.model


@frozen
class Brief:
    """What somebody wants to see, and the image model that shall read the prompt.

    Attributes:
        text: In any language.
        model: As the client named it, None for the default.
        task: What shall be done.
    """

    text: str
    model: str | None
    task: str

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the request, which no request for pictures can have."""
        canonical = json.dumps({"enhance": asdict(self)}, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


@frozen
class Enhanced:
    """A brief's prompt, its bill, and whether both are of an earlier request."""

    rewritten: Rewritten
    bill: Enhancement
    replayed: bool = False


def answer(ended: Enhancement, rewritten: Rewritten | None, *, replayed: bool = False) -> Enhanced:
    """Return what a settled enhancement came to.

    Raises:
        Unavailable: throttled or not reached; nothing was spent.
        InvalidRequest: the model's filter refused the brief; nothing was spent.
        EnhanceFailed: no prompt came back; says whether it was paid.
    """
    if rewritten is not None:
        return Enhanced(rewritten, ended, replayed)
    name = f"text model {ended.model}"
    match ended.outcome:
        case "throttled" | "not_sent":
            why = "is busy" if ended.outcome == "throttled" else "was not reached"
            raise Unavailable(f"The {name} {why}. Nothing was spent.", retry_after=SOON)
        case "blocked":
            words = f"the content filter of the {name} refuses it; nothing was spent"
            raise InvalidRequest.of([Fault("/brief", "filtered", words)])
        case "refused":
            raise EnhanceFailed(
                f"Bedrock refused the {name}: {ended.problem}. Nothing was spent. An operator "
                "looks at the account's access to it, the api's role, and `text_model`."
            )
        case _:
            raise EnhanceFailed(_paid_for_nothing(name, ended))


def _paid_for_nothing(name: str, ended: Enhancement) -> str:
    again = "Write your prompt yourself, or ask again: that is another call"
    again += " and needs another Idempotency-Key." if ended.idempotency_key else "."
    if ended.billed == "unknown":
        words = f"The {name} was called, but its answer did not come whole"
        return f"{words}; what it may have cost is booked as unknown. {again}"
    return f"What the {name} wrote is no prompt: {ended.problem}. Its tokens were billed. {again}"
