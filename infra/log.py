"""A place for logs whose life is decided by the stage."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.stage import InvalidStage, Stage


class Log(logs.LogGroup):
    """A log group that forgets after the stage's retention."""

    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
        super().__init__(
            scope,
            construct_id,
            retention=_retention(stage),
            removal_policy=RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY,
        )


def _retention(stage: Stage) -> logs.RetentionDays:
    try:
        return logs.RetentionDays[stage.log_retention]
    except KeyError:
        known = ", ".join(each.name for each in logs.RetentionDays)
        raise InvalidStage(
            f"stage {stage.name}: log_retention {stage.log_retention!r} is not one of {known}"
        ) from None
