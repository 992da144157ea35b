"""What is watched of the machinery, at which number and why: a row an alarm.

No client's mistake fires one: refusals are not watched. The exception is written where it
stands. What becomes of pictures and money stands in `infra.outcomes`.
"""

from collections.abc import Iterator

from aws_cdk import aws_cloudwatch as cloudwatch

from functions.domain import signals
from infra.service import ServiceStack
from infra.signals import Signals
from infra.state import StateStack
from infra.watch import BREACHING, QUIET, Watch


def doors(service: ServiceStack, seen: Signals) -> Iterator[Watch]:
    """Yield what watches the gateway and the functions behind it."""
    yield Watch(
        name="ApiFails",
        says="The gateway answers with 5xx.",
        metric=service.gateway.rest_api.metric_server_error(statistic="Sum"),
        at_least=5,
        why="5 in 5 minutes, twice in 15: one retried hiccup is not an outage.",
        silence=QUIET,
    )
    for door in ("Api", "Painter", "Caretaker", "Darkroom"):
        yield Watch(
            name=f"{door}Crashes",
            says=f"The function {door} crashes or times out; its own code catches all else.",
            metric=service.functions[door].function.metric_errors(),
            at_least=3,
            why="3 in 5 minutes, twice in 15: a single lost worker is brought back by itself.",
            silence=QUIET,
        )
    yield Watch(
        name="PainterBreaks",
        says="Painters fail before they know what became of an image.",
        metric=seen.of(signals.PAINTINGS_BROKEN),
        at_least=5,
        why="5 in 5 minutes, twice in 15: a strange message comes once in its 36 minutes.",
        silence=QUIET,
    )


def work(service: ServiceStack, seen: Signals) -> Iterator[Watch]:
    """Yield what watches the queue, its dead letters and the caretaker."""
    queue, dead = service.paint.queue, service.paint.dead_letters
    yield Watch(
        name="DeadLetters",
        says="A message was received five times without an answer.",
        metric=dead.metric_approximate_number_of_messages_visible(statistic="Maximum"),
        at_least=1,
        why="one is evidence of a fault of ours; clients cannot write messages.",
        times=(1, 1),
        silence=QUIET,
    )
    yield Watch(
        name="OldestImageWaits",
        says="Images of tenants who do not flood us wait for painters.",
        # Groups of the queue are tenants; a noisy one waits for itself alone.
        metric=queue.metric("ApproximateAgeOfOldestMessageInQuietGroups", statistic="Maximum"),
        at_least=600,
        why="600 s: images begin to miss their default deadline at 900 s.",
        times=(1, 1),
        silence=QUIET,
    )
    yield Watch(
        name="CaretakerSilent",
        says="Nobody looks after lost messages, dead painters and deadlines.",
        metric=seen.of(signals.ROUNDS_MADE),
        below=1,
        why="a round a minute is due; two periods without any are no accident.",
        times=(2, 2),
        silence=BREACHING,
    )
    yield Watch(
        name="DueWorkLate",
        says="The caretaker finds work that has been due for long.",
        metric=seen.of(signals.SECONDS_OVERDUE, statistic="Maximum"),
        at_least=600,
        why="600 s: work is due for a minute or two; ten rounds in vain are a fault.",
        times=(3, 3),
        silence=QUIET,
    )


def table(state: StateStack) -> Iterator[Watch]:
    """Yield what watches the table for throttles."""
    for name, metric in (
        ("TableReadsThrottled", "ReadThrottleEvents"),
        ("TableWritesThrottled", "WriteThrottleEvents"),
    ):
        yield Watch(
            name=name,
            says="DynamoDB throttles the table; requests are slow or answered with 503.",
            metric=state.table.metric(metric, statistic="Sum"),
            at_least=10,
            why="10 in 5 minutes, twice in 15: the SDK's retries absorb fewer.",
            silence=QUIET,
        )


def authorizer(service: ServiceStack, seen: Signals) -> Watch:
    """Return what watches the authorizer, less the keys that it refused."""
    # A refused key is an exception by the gateway's own protocol, so Lambda counts it as an
    # error: strangers could fire a plain alarm.
    function = service.functions["Authorizer"].function
    return Watch(
        name="AuthorizerCrashes",
        says="The authorizer crashes or times out: callers get 500 for good keys.",
        metric=cloudwatch.MathExpression(
            expression="errors - FILL(refused, 0)",
            using_metrics={
                "errors": function.metric_errors(),
                "refused": seen.of(signals.KEYS_REFUSED),
            },
        ),
        at_least=3,
        why="3 in 5 minutes, twice in 15, beyond the refused keys that Lambda counts too.",
        silence=QUIET,
    )
