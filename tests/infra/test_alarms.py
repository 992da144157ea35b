"""Each alarm tells somebody, gives its reasons, and leads to an entry of the runbook."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Template

from functions.domain import signals
from infra.addressees import Addressees
from infra.stage import Stage
from tests.infra.cloud import ROOT, Cloud, Properties
from tests.infra.watched import ALARM, COMPOSITE, headings, in_alarms

RUNBOOK = (ROOT / "docs/runbook.md").read_text("utf-8")
REFUSED = {COMPOSITE, "AWS::Logs::QueryDefinition"}
"""Types that the local AWS does not know; of alarms, it refuses the computed ones."""


def alarms(cloud: Cloud) -> dict[str, Properties]:
    return cloud.all(ALARM) | cloud.all(COMPOSITE)


def anchor(alarm: Properties) -> str:
    found = re.search(r"See docs/runbook\.md#([a-z-]+)$", alarm["AlarmDescription"])
    assert found, alarm["AlarmDescription"]
    return found[1]


def test_every_alarm_tells_the_topic_both_ways(dev: Cloud) -> None:
    (topic,) = dev.all("AWS::SNS::Topic")

    assert len(alarms(dev)) > 15
    for name, alarm in alarms(dev).items():
        assert alarm["AlarmActions"] == alarm["OKActions"] == [{"Ref": topic}], name
        assert alarm.get("ActionsEnabled", True), name


def test_every_alarm_says_what_is_wrong_why_its_threshold_and_where_to_read_on(dev: Cloud) -> None:
    for name, alarm in alarms(dev).items():
        assert anchor(alarm) in headings(RUNBOOK), name
        assert re.match(r"[A-Z].+\. Threshold: .{20,}\. See ", alarm["AlarmDescription"]), name
        assert len(alarm["AlarmDescription"]) <= 1024


def test_no_two_alarms_share_an_entry(dev: Cloud) -> None:
    anchors = [anchor(alarm) for alarm in alarms(dev).values()]

    assert len(anchors) == len(set(anchors))


def test_what_silence_means_is_chosen_for_each_alarm(dev: Cloud) -> None:
    silence = {name: each.get("TreatMissingData") for name, each in dev.all(ALARM).items()}

    assert set(silence.values()) == {"breaching", "notBreaching"}
    breaching = [name for name, each in silence.items() if each == "breaching"]
    assert [name.startswith("AlarmsCaretakerSilent") for name in breaching] == [True]


def test_no_alarm_watches_what_clients_can_do_alone(dev: Cloud) -> None:
    wished = {"client", "filter"}
    for read in in_alarms(dev):
        assert read.name not in ("4XXError", signals.REQUESTS_OVER_BUDGET.name), read
        assert dict(read.dimensions).get("blame") not in wished, read
        if read.name == signals.KEYS_REFUSED.name:
            assert read.where.startswith("AlarmsAuthorizerCrashes")  # where it is taken away


def test_strangers_cannot_fire_the_authorizers_alarm(dev: Cloud) -> None:
    (alarm,) = [v for k, v in dev.all(ALARM).items() if k.startswith("AlarmsAuthorizerCrashes")]

    expressions = [each.get("Expression") for each in alarm["Metrics"]]
    assert "errors - FILL(refused, 0)" in expressions


def test_easel_is_down_when_it_does_not_answer_or_does_not_paint(dev: Cloud) -> None:
    rule = str(dev.one(COMPOSITE)["AlarmRule"])

    for part in ("ApiFails", "ApiCrashes", "CaretakerSilent", "OldestImageWaits", "PainterBreaks"):
        assert f"Alarms{part}" in rule


def test_behind_the_target_stands_exactly_what_the_local_aws_refuses(dev: Cloud) -> None:
    operations = dev.templates["Operations"]["Resources"]
    guarded = {name for name, each in operations.items() if each.get("Condition") == "OnAws"}

    refused = {
        name
        for name, each in operations.items()
        if each["Type"] in REFUSED or (each["Type"] == ALARM and "Metrics" in each["Properties"])
    }
    assert guarded == refused
    assert {operations[name]["Type"] for name in guarded} == {*REFUSED, ALARM}


def test_the_template_is_whole_unless_somebody_says_local(dev: Cloud) -> None:
    template = dev.templates["Operations"]

    assert template["Parameters"]["Target"]["Default"] == "aws"
    assert template["Conditions"]["OnAws"] == {"Fn::Equals": [{"Ref": "Target"}, "aws"]}


def test_nothing_that_stays_needs_what_is_left_out(dev: Cloud) -> None:
    operations = dev.templates["Operations"]["Resources"]
    guarded = {name for name, each in operations.items() if "Condition" in each}

    for name, each in operations.items():
        if name not in guarded:
            assert guarded.isdisjoint(_references(each)), name


def test_the_topic_is_encrypted_speaks_tls_and_hears_cloudwatch(dev: Cloud) -> None:
    topic = dev.one("AWS::SNS::Topic")
    key = dev.one("AWS::KMS::Key")
    statements = dev.one("AWS::SNS::TopicPolicy")["PolicyDocument"]["Statement"]

    assert "KmsMasterKeyId" in topic
    assert key["EnableKeyRotation"] is True
    insecure = {"Bool": {"aws:SecureTransport": "false"}}
    assert [each["Condition"] for each in statements if each["Effect"] == "Deny"] == [insecure]
    cloudwatch = {"Service": "cloudwatch.amazonaws.com"}
    allowed = [each for each in statements if each.get("Principal") == cloudwatch]
    used = [each for each in key["KeyPolicy"]["Statement"] if each["Principal"] == cloudwatch]
    assert [each["Action"] for each in allowed] == ["sns:Publish"]
    assert set(used[0]["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey*"}
    for each in (*allowed, *used):
        assert each["Condition"] == {"StringEquals": {"aws:SourceAccount": ACCOUNT}}


YOURS = "arn:aws:sns:us-west-2:123456789012:pagers"


@pytest.mark.parametrize(
    ("fields", "topics", "mails", "told"),
    [
        ({}, 1, 0, 1),
        ({"alarm_email": "ops@example.com"}, 1, 1, 1),
        ({"alarm_topic_arn": YOURS}, 0, 0, 1),
        ({"alarm_email": "ops@example.com", "alarm_topic_arn": YOURS}, 1, 1, 2),
    ],
)
def test_a_stage_says_who_is_told(
    fields: dict[str, Any], topics: int, mails: int, told: int
) -> None:
    stack = Stack(App(), "S")

    addressees = Addressees(stack, "A", stage=Stage(name="x", **fields))

    template = Template.from_stack(stack)
    template.resource_count_is("AWS::SNS::Topic", topics)
    template.resource_count_is("AWS::SNS::Subscription", mails)
    assert len(addressees.actions) == told


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _references(each)
    elif isinstance(part, dict):
        if "Fn::If" in part:
            return
        if "Ref" in part:
            yield part["Ref"]
        for name, each in part.items():
            if name == "Fn::GetAtt":
                yield each[0]
            yield from _references(each)


ACCOUNT = {"Ref": "AWS::AccountId"}
