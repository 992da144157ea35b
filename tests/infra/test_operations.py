import pytest

from tests.infra.cloud import Cloud

METRICS = (
    ("AWS/ApiGateway", "Count"),
    ("AWS/ApiGateway", "4XXError"),
    ("AWS/ApiGateway", "5XXError"),
    ("AWS/ApiGateway", "Latency"),
    ("AWS/Lambda", "Errors"),
    ("AWS/Lambda", "Duration"),
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible"),
    ("AWS/SQS", "ApproximateAgeOfOldestMessage"),
    ("AWS/DynamoDB", "ThrottledRequests"),
)


@pytest.mark.parametrize(("namespace", "metric"), METRICS)
def test_the_dashboard_shows(namespace: str, metric: str, dev: Cloud) -> None:
    body = str(dev.one("AWS::CloudWatch::Dashboard")["DashboardBody"])

    assert f'"{namespace}","{metric}"' in body
