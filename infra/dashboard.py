"""The dashboard: from the client's side inwards, each row the answer to one question."""

from aws_cdk import CfnCondition, Duration, Fn, Token
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra.alarms import Alarms
from infra.graphs import rows_of
from infra.service import ServiceStack
from infra.stage import Stage
from infra.state import StateStack

WHOLE = 24
"""Columns of a dashboard."""


class Dashboard(Construct):
    """What an engineer looks at first, and can answer from alone."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: Stage,
        state: StateStack,
        service: ServiceStack,
        alarms: Alarms,
        on_aws: CfnCondition,
    ) -> None:
        super().__init__(scope, construct_id)
        board = cloudwatch.Dashboard(self, "Dashboard", default_interval=Duration.hours(3))
        board.add_widgets(_states(self, stage, alarms, on_aws))
        for question, reading, graphs in rows_of(stage, state=state, service=service):
            words = cloudwatch.TextWidget(
                markdown=f"## {question}\n{reading}", width=WHOLE, height=2
            )
            board.add_widgets(words)
            width = WHOLE // min(len(graphs), 4)
            board.add_widgets(*(each.widget(width) for each in graphs))


def _states(
    scope: Construct, stage: Stage, alarms: Alarms, on_aws: CfnCondition
) -> cloudwatch.AlarmStatusWidget:
    """Return every alarm's state; where some are not deployed, a plain one stands in."""
    first = next(iter(alarms.plain.values()))
    only_on_aws = {"EaselIsDown": alarms.down.alarm_arn} | {
        name: each.alarm_arn for name, each in alarms.computed.items()
    }
    guarded = [
        cloudwatch.Alarm.from_alarm_arn(
            scope, name, Token.as_string(Fn.condition_if(on_aws.logical_id, arn, first.alarm_arn))
        )
        for name, arn in only_on_aws.items()
    ]
    return cloudwatch.AlarmStatusWidget(
        title=f"Easel, stage {stage.name}: alarms, each with its entry in docs/runbook.md",
        alarms=[*guarded, *alarms.plain.values()],
        width=WHOLE,
        height=4,
    )
