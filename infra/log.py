"""A place for logs whose life is decided by the stage."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.stage import Stage


class Log(logs.LogGroup):
    """A log group that forgets after the stage's retention."""

    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
        super().__init__(
            scope,
            construct_id,
            retention=logs.RetentionDays[stage.log_retention],
            removal_policy=RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY,
        )
