"""What the dashboard's rows show; the layout is `infra.dashboard`'s."""

from collections.abc import Iterator, Sequence

from aws_cdk import aws_cloudwatch as cloudwatch

from functions.domain import signals
from infra.graph import Graph
from infra.service import ServiceStack
from infra.signals import Signals
from infra.stage import Stage
from infra.state import StateStack

P = ("p50", "p95")
Row = tuple[str, str, Sequence[Graph]]


def rows_of(stage: Stage, *, state: StateStack, service: ServiceStack) -> Iterator[Row]:
    """Yield each row's question, how to read its answer, and its graphs."""
    seen = Signals(stage)
    yield (
        "Is it up?",
        "Requests come in, 5xx stay at zero, the caretaker's heart beats once a minute. 4xx are "
        "callers' own; latency holds waits of up to 25 s that clients asked for.",
        _up(service, seen),
    )
    yield (
        "Who is failing?",
        "Images without a picture by who is to blame: *client* wished it, *filter* withheld it, "
        "*throttle* is the quota, *model* is Bedrock, *ours* is for us to mend.",
        _failing(seen),
    )
    yield (
        "What waits?",
        "Images in the queue, the oldest of tenants that do not flood it, work that is overdue, "
        "and letters that nobody could deliver (evidence, not work).",
        _waiting(service, seen),
    )
    yield (
        "How long does it take?",
        "To a picture = the wait for a painter + the model's time; pauses when throttled.",
        _times(service, seen),
    )
    yield (
        "What does it cost?",
        "Pictures in US dollars, exact to the record; *unknown* may have been billed and counts "
        "as spent. Beside them, what Easel itself uses.",
        _costs(service, state, seen),
    )
    yield (
        "What ends soon?",
        "Models that this stage uses by default or intent and that Bedrock ends within 90 days; "
        "it is asked once a day. *Our model ends* in the runbook says what to do.",
        _ends(seen),
    )


def _up(service: ServiceStack, seen: Signals) -> Sequence[Graph]:
    api = service.gateway.rest_api
    doors = [(name, each.function) for name, each in service.functions.items()]
    refused = seen.of(signals.KEYS_REFUSED)
    others = [each.metric_errors(label=name) for name, each in doors if name != "Authorizer"]
    authorizer = cloudwatch.MathExpression(
        expression="errors - FILL(refused, 0)",
        using_metrics={
            "errors": service.functions["Authorizer"].function.metric_errors(),
            "refused": refused,
        },
        label="Authorizer, but for refused keys",
    )
    return (
        Graph("Requests", [api.metric_count(statistic="Sum", label="requests")]),
        Graph(
            "Refused and failed",
            [
                api.metric_client_error(statistic="Sum", label="4xx"),
                api.metric_server_error(statistic="Sum", label="5xx"),
            ],
        ),
        Graph("Latency", [api.metric_latency(statistic=each, label=each) for each in (*P, "p99")]),
        Graph("Caretaker's rounds", [seen.of(signals.ROUNDS_MADE)]),
        Graph("Crashes of functions", [*others, authorizer]),
        Graph("Throttles", [each.metric_throttles(label=name) for name, each in doors]),
        Graph(
            "Accepted and refused",
            [
                seen.of(signals.REQUESTS_ACCEPTED),
                seen.of(signals.REQUESTS_REPLAYED),
                seen.of(signals.REQUESTS_OVER_BUDGET),
                refused,
            ],
        ),
    )


def _failing(seen: Signals) -> Sequence[Graph]:
    return (
        Graph("Images by end", seen.each(signals.IMAGES_ENDED), stacked=True),
        Graph("Without a picture: who is to blame", seen.each(signals.IMAGES_MISSED), stacked=True),
        Graph("Model calls by outcome", seen.each(signals.CALLS_ENDED), stacked=True),
        Graph("Briefs enhanced, by outcome", seen.each(signals.PROMPTS_ENHANCED), stacked=True),
        Graph("Throttled by Bedrock", seen.each(signals.CALLS_THROTTLED)),
        Graph("Pictures by model", seen.each(signals.PICTURES_PAINTED), stacked=True),
        Graph(
            "Painters that broke or were lost",
            [seen.of(signals.PAINTINGS_BROKEN), seen.of(signals.LEASES_LOST)],
        ),
        Graph(
            "Late and sent again",
            [seen.of(signals.DEADLINES_PASSED), seen.of(signals.IMAGES_SENT_AGAIN)],
        ),
    )


def _waiting(service: ServiceStack, seen: Signals) -> Sequence[Graph]:
    queue, dead = service.paint.queue, service.paint.dead_letters
    quiet = "ApproximateAgeOfOldestMessageInQuietGroups"
    return (
        Graph(
            "Images waiting and in work",
            [
                seen.of(signals.IMAGES_ACCEPTED),
                queue.metric_approximate_number_of_messages_visible(),
                queue.metric_approximate_number_of_messages_not_visible(),
                queue.metric_approximate_number_of_messages_delayed(),
            ],
        ),
        Graph(
            "Oldest image, seconds",
            [
                queue.metric_approximate_age_of_oldest_message(label="of all tenants"),
                queue.metric(quiet, statistic="Maximum", label="of quiet tenants"),
            ],
        ),
        Graph(
            "Due work",
            [
                seen.of(signals.SECONDS_OVERDUE, statistic="Maximum"),
                seen.of(signals.DUE_WORK_SEEN),
                seen.of(signals.DUE_WORK_FAILED),
            ],
        ),
        Graph("Dead letters", [dead.metric_approximate_number_of_messages_visible()]),
    )


def _times(service: ServiceStack, seen: Signals) -> Sequence[Graph]:
    doors = [(name, each.function) for name, each in service.functions.items()]
    return (
        Graph(
            "Wait for a painter, seconds",
            [seen.of(signals.SECONDS_WAITED, statistic=each, label=each) for each in P],
        ),
        Graph("In the model, seconds", seen.each(signals.SECONDS_IN_MODEL, statistics=P)),
        Graph(
            "To a picture, seconds",
            [seen.of(signals.SECONDS_TO_PICTURE, statistic=each, label=each) for each in P],
        ),
        Graph(
            "Functions, p95",
            [each.metric_duration(label=name, statistic="p95") for name, each in doors],
        ),
    )


def _costs(service: ServiceStack, state: StateStack, seen: Signals) -> Sequence[Graph]:
    table = state.table
    return (
        Graph("US dollars in the time shown", [seen.of(signals.USD_COUNTED)], total=True),
        Graph("US dollars by model", seen.each(signals.USD_SPENT), stacked=True),
        Graph("US dollars, billed or not: unknown", seen.each(signals.USD_UNKNOWN), stacked=True),
        Graph("US dollars for enhancing briefs", [seen.of(signals.USD_ENHANCED)]),
        Graph("Model calls by who was billed", seen.each(signals.CALLS_BILLED), stacked=True),
        Graph("Lambda, GB-seconds", [_gb_seconds(service, name) for name in service.functions]),
        Graph(
            "DynamoDB, request units",
            [
                table.metric_consumed_read_capacity_units(statistic="Sum", label="reads"),
                table.metric_consumed_write_capacity_units(statistic="Sum", label="writes"),
            ],
        ),
        Graph(
            "DynamoDB throttled",
            [
                table.metric("ReadThrottleEvents", statistic="Sum", label="reads"),
                table.metric("WriteThrottleEvents", statistic="Sum", label="writes"),
            ],
        ),
    )


def _ends(seen: Signals) -> Sequence[Graph]:
    return (
        Graph("Models of ours that end", [seen.of(signals.MODELS_ENDING, statistic="Maximum")]),
        Graph(
            "Bedrock's answers about them",
            [seen.of(signals.LISTINGS_READ), seen.of(signals.LISTINGS_FAILED)],
        ),
    )


def _gb_seconds(service: ServiceStack, name: str) -> cloudwatch.IMetric:
    door = service.functions[name]
    ms = name.lower()
    return cloudwatch.MathExpression(
        expression=f"{ms} / 1000 * {door.memory_mb} / 1024",
        using_metrics={ms: door.function.metric_duration(statistic="Sum")},
        label=name,
    )
