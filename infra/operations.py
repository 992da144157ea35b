"""What operators look at: one dashboard, made of its neighbours' metrics."""

from collections.abc import Sequence

from aws_cdk import Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra.service import ServiceStack
from infra.state import StateStack

Row = tuple[str, Sequence[cloudwatch.IMetric]]


class OperationsStack(Stack):
    """The dashboard of a stage, from the client's side inwards."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        state: StateStack,
        service: ServiceStack,
    ) -> None:
        super().__init__(scope, construct_id)
        rows = (_requests(service), _functions(service), _queue(service), _table(state))
        cloudwatch.Dashboard(
            self,
            "Dashboard",
            default_interval=Duration.hours(3),
            widgets=[[_graph(title, metrics) for title, metrics in row] for row in rows],
        )


def _requests(service: ServiceStack) -> Sequence[Row]:
    api = service.gateway.rest_api
    return (
        ("Requests", [api.metric_count()]),
        ("Refused and failed", [api.metric_client_error(), api.metric_server_error()]),
        ("Latency", [api.metric_latency(statistic=each) for each in ("p50", "p95", "p99")]),
    )


def _functions(service: ServiceStack) -> Sequence[Row]:
    doors = [(name, each.function) for name, each in service.functions.items()]
    return (
        ("Errors", [each.metric_errors(label=name) for name, each in doors]),
        ("Throttles", [each.metric_throttles(label=name) for name, each in doors]),
        (
            "Duration p95",
            [each.metric_duration(label=name, statistic="p95") for name, each in doors],
        ),
    )


def _queue(service: ServiceStack) -> Sequence[Row]:
    queue, dead = service.paint.queue, service.paint.dead_letters
    return (
        (
            "Images waiting and in work",
            [
                queue.metric_approximate_number_of_messages_visible(),
                queue.metric_approximate_number_of_messages_not_visible(),
            ],
        ),
        ("Oldest image", [queue.metric_approximate_age_of_oldest_message()]),
        ("Dead letters", [dead.metric_approximate_number_of_messages_visible()]),
    )


def _table(state: StateStack) -> Sequence[Row]:
    table = state.table
    return (
        ("Table throttled", [table.metric_throttled_requests_for_operations()]),
        (
            "Table capacity",
            [
                table.metric_consumed_read_capacity_units(),
                table.metric_consumed_write_capacity_units(),
            ],
        ),
    )


def _graph(title: str, metrics: Sequence[cloudwatch.IMetric]) -> cloudwatch.GraphWidget:
    return cloudwatch.GraphWidget(title=title, left=list(metrics), width=8)
