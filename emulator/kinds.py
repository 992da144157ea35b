"""What each kind of fault does to a call that it strikes.

A kind does one of four things: it refuses the call, it ends it as a filter would,
it spoils what the answer says, or it spoils how the answer travels. Whether the
call is billed follows: a refusal is not, unless its rule says so; a spoiled answer
was painted and is; a filtered or badly delivered one is billed as it would be.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass

from emulator import refusal, wire
from emulator.filters import Verdict
from emulator.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of fault; what it does not name stays as it is.

    Attributes:
        refusal: Answered instead of painting.
        verdict: How the call ends, whatever its prompt.
        picture: Stands in the answer where the picture's base64 would.
        spoil: Makes the answer's JSON something else.
        delivery: Makes the answer travel badly.
        unpainted: Whether the call ends before anything was painted.
        takes: Fields that a rule of this kind may have besides those of all rules.
    """

    refusal: Refusal | None = None
    verdict: Verdict | None = None
    picture: str | None = None
    spoil: Callable[[bytes], bytes] | None = None
    delivery: wire.Delivery | None = None
    unpainted: bool = False
    takes: frozenset[str] = frozenset()

    @property
    def paints_anyway(self) -> bool:
        """Whether the filters are passed by: only a picture's answer can be spoiled."""
        return self.picture is not None or self.spoil is not None


_BILLED = frozenset({"billed"})
_SECONDS = frozenset({"seconds"})

KINDS: dict[str, Kind] = {
    "throttled": Kind(refusal=refusal.throttled()),
    "model_not_ready": Kind(refusal=refusal.not_ready()),
    "rate_limit": Kind(refusal=refusal.throttled(), takes=frozenset({"per_minute"})),
    "model_timeout": Kind(refusal=refusal.model_timed_out(), takes=_BILLED),
    "model_error": Kind(refusal=refusal.model_failed(), takes=_BILLED),
    "internal": Kind(refusal=refusal.broken(), takes=_BILLED),
    "unavailable": Kind(refusal=refusal.unavailable(), takes=_BILLED),
    "access_denied": Kind(refusal=refusal.denied()),
    "validation": Kind(refusal=refusal.malformed()),
    "legacy": Kind(refusal=refusal.legacy()),
    "filter_prompt": Kind(verdict=Verdict.PROMPT_FILTERED),
    "filter_output": Kind(verdict=Verdict.OUTPUT_FILTERED),
    "filter_input": Kind(verdict=Verdict.INPUT_FILTERED),
    "inference_error": Kind(verdict=Verdict.INFERENCE_FAILED, takes=_BILLED),
    "malformed_json": Kind(spoil=lambda answer: b"<html>" + answer[:100]),
    "truncated_json": Kind(spoil=lambda answer: answer[: len(answer) // 2]),
    "empty": Kind(spoil=lambda _: b"{}"),
    "wrong_bytes": Kind(picture=base64.b64encode(b"This is not a picture.").decode()),
    "not_base64": Kind(picture="This is not base64!"),
    "late": Kind(delivery=wire.Late, takes=_SECONDS),
    "slow_body": Kind(delivery=wire.Dribble, takes=_SECONDS),
    "cut_before": Kind(delivery=wire.Cut, unpainted=True),
    "cut_after": Kind(delivery=wire.Cut),
    "cut_within": Kind(delivery=wire.CutWithin),
    "hang": Kind(delivery=wire.Silence),
}
