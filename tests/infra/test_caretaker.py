from tests.infra.cloud import Cloud


def test_the_caretaker_looks_every_minute(dev: Cloud) -> None:
    rule = dev.one("AWS::Events::Rule")

    assert (rule["ScheduleExpression"], rule["State"]) == ("rate(1 minute)", "ENABLED")


def test_an_event_that_comes_too_late_is_not_tried_again(dev: Cloud) -> None:
    (target,) = dev.one("AWS::Events::Rule")["Targets"]

    assert target["RetryPolicy"] == {"MaximumRetryAttempts": 0}
    assert target["Arn"]["Fn::GetAtt"][0].startswith("CaretakerFunction")
