"""Logs and metrics as JSON lines; never a prompt, never a secret."""

import logging
from collections import defaultdict
from collections.abc import Iterable

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics

from functions.domain.signals import NAMESPACE, STAGE, Reading

logger = Logger(service="easel", utc=True)

# Modules that must not know Powertools log by the standard library; their lines get the
# same form and the same keys, the correlation id first of all.
_plain = logging.getLogger("functions")
_plain.handlers = [logger.registered_handler]
_plain.setLevel(logging.INFO)
_plain.propagate = False


class Meter:
    """Writes readings to the log, in the form that CloudWatch reads metrics from.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
    checked 2026-11-22.
    """

    def __init__(self, stage: str) -> None:
        """Count for one stage."""
        self._stage = stage

    def emit(self, readings: Iterable[Reading]) -> None:
        """Write readings, one line for each set of dimensions."""
        alike: dict[tuple[str, str], list[Reading]] = defaultdict(list)
        for each in readings:
            alike[each.signal.by or "", each.which].append(each)
        for (dimension, which), those in alike.items():
            blob = EphemeralMetrics(namespace=NAMESPACE)
            blob.add_dimension(STAGE, self._stage)
            if dimension:
                blob.add_dimension(dimension, which)
            for each in those:
                blob.add_metric(each.signal.name, each.signal.unit, each.value)
            blob.flush_metrics()
