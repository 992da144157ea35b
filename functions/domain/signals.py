"""Every metric that Easel emits: one table, for the doors, the dashboard and the alarms.

A signal is a past-tense business event in the namespace `Easel`. Each stands under the
dimension `stage`, since stages share an account, and at most one more, whose values are
bounded: every name with every value is a metric that CloudWatch bills by the month
(docs/decisions.md counts them).
"""

from typing import Literal, get_args

from functions.domain.blame import Blame
from functions.domain.frozen import frozen
from functions.domain.image import TERMINAL
from functions.domain.outcome import RULES, Billed

Unit = Literal["Count", "Seconds", "None"]
Dimension = Literal["model", "outcome", "billed", "blame"]

NAMESPACE = "Easel"
STAGE = "stage"
"""The dimension that every signal has."""


@frozen
class Signal:
    """One metric.

    Attributes:
        name: Its name in CloudWatch.
        unit: CloudWatch's unit; US dollars have none there.
        means: What one of it is, for the runbook's readers.
        by: The dimension beside the stage, None without one.
        values: What that dimension can be; a `model` is any id of the catalogue.
    """

    name: str
    unit: Unit
    means: str
    by: Dimension | None = None
    values: tuple[str, ...] = ()

    def of(self, value: float = 1, which: str = "") -> "Reading":
        """Return a reading; `which` is the second dimension's value."""
        return Reading(self, value, which)


@frozen
class Reading:
    """One value of a signal."""

    signal: Signal
    value: float
    which: str = ""


REQUESTS_ACCEPTED = Signal("RequestsAccepted", "Count", "Generations that were accepted")
IMAGES_ACCEPTED = Signal("ImagesAccepted", "Count", "Images that were accepted")
REQUESTS_REPLAYED = Signal("RequestsReplayed", "Count", "Requests whose idempotency key was known")
REQUESTS_OVER_BUDGET = Signal("RequestsOverBudget", "Count", "Requests refused with 402")
KEYS_REFUSED = Signal("KeysRefused", "Count", "Requests without a valid key")

IMAGES_ENDED = Signal(
    "ImagesEnded", "Count", "Images that became terminal", "outcome", tuple(sorted(TERMINAL))
)
IMAGES_MISSED = Signal(
    "ImagesMissed", "Count", "Those without a picture, by who is to blame", "blame", get_args(Blame)
)
PICTURES_PAINTED = Signal("PicturesPainted", "Count", "Pictures published", "model")
CALLS_ENDED = Signal(
    "CallsEnded", "Count", "Model calls that came back or were lost", "outcome", tuple(RULES)
)
CALLS_BILLED = Signal(
    "CallsBilled", "Count", "Model calls by whether they were billed", "billed", get_args(Billed)
)
CALLS_THROTTLED = Signal("CallsThrottled", "Count", "Model calls that Bedrock throttled", "model")
PAINTINGS_BROKEN = Signal(
    "PaintingsBroken", "Count", "Messages on which the painter failed; their leases bring them back"
)

SECONDS_WAITED = Signal("SecondsWaited", "Seconds", "From acceptance to the first model call")
SECONDS_IN_MODEL = Signal("SecondsInModel", "Seconds", "A call that brought a picture", "model")
SECONDS_TO_PICTURE = Signal("SecondsToPicture", "Seconds", "From acceptance to the picture")

USD_SPENT = Signal("UsdSpent", "None", "US dollars for calls that were billed", "model")
USD_COUNTED = Signal("UsdCounted", "None", "US dollars of both kinds: what budgets count")
USD_UNKNOWN = Signal("UsdUnknown", "None", "US dollars for calls that may have been", "model")

PROMPTS_ENHANCED = Signal(
    "PromptsEnhanced",
    "Count",
    "Calls of the text model that ended",
    "outcome",
    tuple(each for each in RULES if each != "filtered"),
)
USD_ENHANCED = Signal("UsdEnhanced", "None", "US dollars of both kinds for those calls")

ROUNDS_MADE = Signal("RoundsMade", "Count", "The caretaker's heartbeat, once a minute")
DUE_WORK_SEEN = Signal("DueWorkSeen", "Count", "Pieces of due work that it looked at")
DUE_WORK_FAILED = Signal("DueWorkFailed", "Count", "Those that failed and stay due")
SECONDS_OVERDUE = Signal("SecondsOverdue", "Seconds", "How late the oldest piece was")
IMAGES_SENT_AGAIN = Signal("ImagesSentAgain", "Count", "Images whose message it sent again")
LEASES_LOST = Signal("LeasesLost", "Count", "Painters that did not come back")
DEADLINES_PASSED = Signal("DeadlinesPassed", "Count", "Images that were not painted in time")

LISTINGS_READ = Signal("ListingsRead", "Count", "Answers of Bedrock about its models' lives")
LISTINGS_FAILED = Signal("ListingsFailed", "Count", "Times that it gave none; the last one holds")
MODELS_ENDING = Signal(
    "ModelsEnding", "Count", "The stage's own models that end within 90 days or have, each minute"
)

SIGNALS: tuple[Signal, ...] = tuple(
    each for each in list(globals().values()) if isinstance(each, Signal)
)
