"""The caretaker: every minute, what is due."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from infra import permissions
from infra.deployment import Deployment
from infra.function import Function


class Caretaker(Function):
    """The function that brings back what a lost message or a crash left behind."""

    def __init__(self, scope: Construct, construct_id: str, *, deployment: Deployment) -> None:
        super().__init__(
            scope,
            construct_id,
            deployment=deployment,
            door="caretaker",
            bundle="core",
            memory_mb=256,  # a few queries and messages, and nobody waits for it
            timeout=Duration.seconds(60),
            permissions=permissions.of_caretaker(deployment),
        )
        rate = events.Schedule.rate(Duration.minutes(1))
        rule = events.Rule(self, "EveryMinute", schedule=rate)
        # What this minute missed, the next one finds: a late event is worth nothing.
        this = targets.LambdaFunction(self.function, retry_attempts=0)  # pyright: ignore[reportArgumentType]
        rule.add_target(this)  # pyright: ignore[reportArgumentType]
