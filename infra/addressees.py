"""Who is told of an alarm: a topic of our own, yours, or both."""

from aws_cdk import Aws
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from infra.stage import Stage


class Addressees(Construct):
    """The action of every alarm.

    Our topic has a key of its own: CloudWatch cannot publish to a topic that is
    encrypted with AWS's. Without an e-mail it waits for a subscriber.
    https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
    checked 2026-11-22.

    Attributes:
        actions: What an alarm does when it changes.
    """

    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
        super().__init__(scope, construct_id)
        topics: list[sns.ITopic] = []
        if stage.alarm_topic_arn:
            topics.append(sns.Topic.from_topic_arn(self, "Yours", stage.alarm_topic_arn))
        if stage.alarm_email or not topics:
            topics.append(self._ours(stage))  # pyright: ignore[reportArgumentType]
        self.actions: list[cloudwatch.IAlarmAction] = [actions.SnsAction(each) for each in topics]  # pyright: ignore[reportAttributeAccessIssue]

    def _ours(self, stage: Stage) -> sns.Topic:
        key = kms.Key(
            self,
            "Key",
            description=f"Alarms of Easel, stage {stage.name}",
            enable_key_rotation=True,
        )
        topic = sns.Topic(self, "Topic", master_key=key, enforce_ssl=True)  # pyright: ignore[reportArgumentType]
        alarms = iam.ServicePrincipal(
            "cloudwatch.amazonaws.com",
            conditions={"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}},
        )
        topic.grant_publish(alarms)  # and the use of its key
        if stage.alarm_email:
            mail = subscriptions.EmailSubscription(stage.alarm_email)
            topic.add_subscription(mail)  # pyright: ignore[reportArgumentType]
        return topic
