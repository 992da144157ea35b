"""The paint queue and the painter that works it off."""

from pathlib import Path

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from functions.settings import Settings
from infra import permissions
from infra.function import Function
from infra.stage import Stage

PAINTER_TIMEOUT = Duration.seconds(360)
"""Above the longest model call, below the lease of a claim."""


class PaintQueue(Construct):
    """One message an image, and the letters that could not be delivered.

    A dead letter is evidence, not a result: the caretaker ends its image.

    Attributes:
        queue: What is to be painted.
        dead_letters: What was received five times in vain.
    """

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.dead_letters = sqs.Queue(
            self,
            "DeadLetters",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(14),
        )
        self.queue = sqs.Queue(
            self,
            "Queue",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            # AWS asks for six times the function's time-out.
            # https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
            visibility_timeout=Duration.seconds(6 * PAINTER_TIMEOUT.to_seconds()),
            retention_period=Duration.days(4),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead_letters, max_receive_count=5),
        )


class Painter(Function):
    """The function that pays Bedrock, fed by the queue one image at a time."""

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
        models = permissions.model_arns(Stack.of(scope), settings=settings)
        super().__init__(
            scope,
            construct_id,
            door="painter",
            bundle=bundle,
            stage=stage,
            settings=settings,
            memory_mb=stage.painter_memory_mb,
            timeout=PAINTER_TIMEOUT,
            permissions=permissions.of_painter(reach, models=models),
        )
        self.function.add_event_source(
            sources.SqsEventSource(
                reach.queue,
                batch_size=1,
                report_batch_item_failures=True,
                max_concurrency=stage.painter_concurrency,
            )
        )
