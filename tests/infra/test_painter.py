from pathlib import Path

import pytest

from app import compose
from infra.stage import InvalidStage, Stage
from tests.infra.cloud import Cloud, new_app, stub_bundles


def test_a_message_stays_hidden_for_six_times_the_painter_s_time(dev: Cloud) -> None:
    (queue,) = (each for each in dev.all("AWS::SQS::Queue").values() if "RedrivePolicy" in each)

    assert queue["VisibilityTimeout"] >= 6 * dev.door("Painter")["Timeout"]
    assert queue["MessageRetentionPeriod"] == 4 * 86_400


def test_dead_letters_outlive_the_messages_they_come_from(dev: Cloud) -> None:
    queues = dev.all("AWS::SQS::Queue")
    (queue,) = (each for each in queues.values() if "RedrivePolicy" in each)
    redrive = queue["RedrivePolicy"]

    dead = queues[redrive["deadLetterTargetArn"]["Fn::GetAtt"][0]]
    assert redrive["maxReceiveCount"] == 5
    assert dead["MessageRetentionPeriod"] == 14 * 86_400


def test_messages_are_encrypted_and_travel_encrypted(dev: Cloud) -> None:
    queues = dev.all("AWS::SQS::Queue")
    policies = dev.all("AWS::SQS::QueuePolicy").values()

    assert all(each["SqsManagedSseEnabled"] for each in queues.values())
    denied = [
        statement["Condition"]
        for policy in policies
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny"
    ]
    assert denied == [{"Bool": {"aws:SecureTransport": "false"}}] * len(queues)


def test_the_painter_takes_one_image_at_a_time_and_reports_it_alone(dev: Cloud) -> None:
    source = dev.one("AWS::Lambda::EventSourceMapping")

    assert source["BatchSize"] == 1
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_painters_are_limited_by_the_queue_and_not_by_reserved_concurrency(dev: Cloud) -> None:
    source = dev.one("AWS::Lambda::EventSourceMapping")

    assert source["ScalingConfig"] == {"MaximumConcurrency": dev.stage.painter_concurrency}
    assert source["ScalingConfig"]["MaximumConcurrency"] >= 2
    assert "ReservedConcurrentExecutions" not in dev.door("Painter")


def test_a_call_ends_before_its_painter_and_a_painter_before_its_claim(dev: Cloud) -> None:
    settings = dev.stage.settings_for(table="t", bucket="b", queue_url="q")

    assert settings.invoke_timeout_seconds < dev.door("Painter")["Timeout"]
    assert dev.door("Painter")["Timeout"] < settings.lease_seconds


@pytest.mark.parametrize("times", [{"invoke_timeout_seconds": 360}, {"lease_seconds": 360}])
def test_a_stage_whose_times_would_let_two_painters_pay_is_refused(
    times: dict[str, int], tmp_path: Path
) -> None:
    stage = Stage.of("x", {"x": {"settings": times}})

    with pytest.raises(InvalidStage, match=r"stage x: a call \(.*the lease"):
        compose(new_app(tmp_path), stage=stage, bundles=stub_bundles(tmp_path / "bundles"))
