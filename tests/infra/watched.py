"""Alarms and widgets as plain data: which metric each reads, wherever it stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.infra.cloud import Cloud, Properties

ALARM = "AWS::CloudWatch::Alarm"
COMPOSITE = "AWS::CloudWatch::CompositeAlarm"


@dataclass(frozen=True)
class Read:
    """One metric that a widget or an alarm reads.

    Attributes:
        where: The widget's title or the alarm's logical id.
        namespace: The metric's.
        name: The metric's.
        dimensions: By name; a value that CloudFormation fills in is `<logical id>`.
        statistic: What is taken of it.
    """

    where: str
    namespace: str
    name: str
    dimensions: tuple[tuple[str, str], ...]
    statistic: str


def board(cloud: Cloud) -> Properties:
    """Return the dashboard's definition."""
    body = cloud.one("AWS::CloudWatch::Dashboard")["DashboardBody"]
    return json.loads("".join(_text(part, cloud) for part in body["Fn::Join"][1]))


def graphs(cloud: Cloud) -> list[Properties]:
    """Return the widgets that draw metrics."""
    return [each["properties"] for each in board(cloud)["widgets"] if each["type"] == "metric"]


def in_widgets(cloud: Cloud) -> Iterator[Read]:
    """Yield every metric of every widget, also those inside expressions."""
    for graph in graphs(cloud):
        for entry in graph["metrics"]:
            if isinstance(entry[0], dict):
                assert "SEARCH" not in entry[0]["expression"], "searches are not checked here"
                continue
            *words, options = entry if isinstance(entry[-1], dict) else [*entry, {}]
            namespace, name, *pairs = words
            dimensions = tuple(sorted(zip(pairs[::2], pairs[1::2], strict=True)))
            statistic = options.get("stat", "Average")
            yield Read(graph["title"], namespace, name, dimensions, statistic)


def in_alarms(cloud: Cloud) -> Iterator[Read]:
    """Yield every metric of every alarm, also those inside expressions."""
    for name, alarm in cloud.all(ALARM).items():
        if "MetricName" in alarm:
            yield _of(name, alarm, alarm.get("Statistic", alarm.get("ExtendedStatistic")), cloud)
        for each in alarm.get("Metrics", ()):
            if "MetricStat" in each:
                yield _of(name, each["MetricStat"]["Metric"], each["MetricStat"]["Stat"], cloud)


def _of(where: str, metric: Properties, statistic: Any, cloud: Cloud) -> Read:
    pairs = ((each["Name"], _text(each["Value"], cloud)) for each in metric.get("Dimensions", ()))
    dimensions = tuple(sorted(pairs))
    return Read(where, metric["Namespace"], metric["MetricName"], dimensions, statistic)


def _text(part: Any, cloud: Cloud) -> str:
    """Return a value as text, `<logical id>` where a resource fills it in."""
    if isinstance(part, str):
        return part
    if "Fn::If" in part:
        return _text(part["Fn::If"][1], cloud)
    if "Fn::ImportValue" in part:
        return _text(_exports(cloud)[part["Fn::ImportValue"]], cloud)
    target = part["Ref"] if "Ref" in part else part["Fn::GetAtt"][0]
    return target if target.startswith("AWS::") else f"<{target}>"


def _exports(cloud: Cloud) -> Properties:
    outputs = [each for one in cloud.templates.values() for each in one.get("Outputs", {}).values()]
    return {each["Export"]["Name"]: each["Value"] for each in outputs if "Export" in each}


def headings(markdown: str) -> set[str]:
    """Return the anchors that GitHub makes of a document's headings."""
    found = re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", each.lower()).replace(" ", "-") for each in found}
