"""The functions' own metrics, as CloudWatch shows them: read from their one table."""

from collections.abc import Mapping

from aws_cdk import aws_cloudwatch as cloudwatch

from functions.catalogue import CATALOGUE
from functions.domain.signals import NAMESPACE, STAGE, Signal
from infra.permissions import callable_models
from infra.stage import Stage


class Signals:
    """Metrics of one stage.

    Attributes:
        models: Names of the models that the stage can call, by id.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage.name
        settings = stage.settings_for(table="", bucket="")
        self.models: Mapping[str, str] = {
            model: CATALOGUE[model].name for model in callable_models(settings)
        }

    def of(
        self, signal: Signal, which: str = "", *, statistic: str = "Sum", label: str | None = None
    ) -> cloudwatch.Metric:
        """Return a signal's metric; `which` is its second dimension's value."""
        second = {signal.by: which} if signal.by else {}
        return cloudwatch.Metric(
            namespace=NAMESPACE,
            metric_name=signal.name,
            dimensions_map={STAGE: self._stage, **second},
            statistic=statistic,
            label=label,
        )

    def each(
        self, signal: Signal, *, statistics: tuple[str, ...] = ("Sum",)
    ) -> list[cloudwatch.IMetric]:
        """Return a signal's metric for every value of its second dimension."""
        values = dict.fromkeys(signal.values) if signal.values else self.models
        return [
            self.of(signal, value, statistic=statistic, label=_label(name or value, statistic))
            for value, name in values.items()
            for statistic in statistics
        ]


def _label(name: str, statistic: str) -> str:
    return name if statistic == "Sum" else f"{name} {statistic}"
