"""The caretaker: every minute, what is due."""

from pathlib import Path

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from functions.settings import Settings
from infra import permissions
from infra.function import Function
from infra.stage import Stage


class Caretaker(Function):
    """The function that brings back what a lost message or a crash left behind."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        bundle: Path,
        stage: Stage,
        settings: Settings,
        reach: permissions.Reach,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            door="caretaker",
            bundle=bundle,
            stage=stage,
            settings=settings,
            memory_mb=256,
            timeout=Duration.seconds(60),
            permissions=permissions.of_caretaker(reach),
        )
        # The next minute's run is the retry of this one's.
        events.Rule(
            self,
            "EveryMinute",
            schedule=events.Schedule.rate(Duration.minutes(1)),
            targets=[targets.LambdaFunction(self.function, retry_attempts=0)],
        )
