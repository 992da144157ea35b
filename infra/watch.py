"""One alarm: what it watches, its threshold and why, and where to read on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

RUNBOOK = "docs/runbook.md"
FIVE_MINUTES = Duration.minutes(5)
QUIET = cloudwatch.TreatMissingData.NOT_BREACHING
BREACHING = cloudwatch.TreatMissingData.BREACHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A row of an alarm table.

    Attributes:
        name: Its construct's id; the runbook's heading has the same words.
        says: What is wrong when it fires.
        metric: What is watched; math only behind the `Target` condition.
        at_least: Threshold that fires when it is reached; a `below` instead
            fires when it is not.
        why: The reason for the threshold.
        times: How many of how many periods must breach.
        period: Length of one.
        silence: What no data means; chosen for each.
    """

    name: str
    says: str
    metric: cloudwatch.IMetric
    why: str
    silence: cloudwatch.TreatMissingData
    at_least: float | None = None
    below: float | None = None
    times: tuple[int, int] = (2, 3)
    period: Duration = FIVE_MINUTES

    def alarm(
        self, scope: Construct, actions: Sequence[cloudwatch.IAlarmAction]
    ) -> cloudwatch.Alarm:
        """Return the alarm; it also tells when all is well again."""
        operators = cloudwatch.ComparisonOperator
        low = self.below is not None
        alarm = cloudwatch.Alarm(
            scope,
            self.name,
            metric=_over(self.metric, self.period),
            threshold=self.below if self.below is not None else self.at_least or 0,
            comparison_operator=operators.LESS_THAN_THRESHOLD
            if low
            else operators.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            datapoints_to_alarm=self.times[0],
            evaluation_periods=self.times[1],
            treat_missing_data=self.silence,
            alarm_description=described(self.name, self.says, self.why),
        )
        alarm.add_alarm_action(*actions)
        alarm.add_ok_action(*actions)
        return alarm


def described(name: str, says: str, why: str) -> str:
    """Return an alarm's description; it ends with the runbook's entry."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
    return f"{says} Threshold: {why} See {RUNBOOK}#{words}"


def _over(metric: cloudwatch.IMetric, period: Duration) -> cloudwatch.IMetric:
    match metric:
        case cloudwatch.Metric():
            return metric.with_(period=period)
        case cloudwatch.MathExpression():
            return metric.with_(period=period)
        case _:
            return metric
