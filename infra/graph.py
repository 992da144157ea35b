"""A graph of the dashboard, as CloudWatch draws it."""

from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import aws_cloudwatch as cloudwatch


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph, a stack of areas, or one sum over the time that is shown."""

    title: str
    metrics: Sequence[cloudwatch.IMetric]
    stacked: bool = False
    total: bool = False

    def widget(self, width: int) -> cloudwatch.IWidget:
        """Return the graph as CloudWatch draws it."""
        if self.total:
            return cloudwatch.SingleValueWidget(
                title=self.title,
                metrics=list(self.metrics),
                set_period_to_time_range=True,
                width=width,
                height=6,
            )
        zero = cloudwatch.YAxisProps(min=0)
        return cloudwatch.GraphWidget(
            title=self.title,
            left=list(self.metrics),
            stacked=self.stacked,
            left_y_axis=zero,
            width=width,
        )
