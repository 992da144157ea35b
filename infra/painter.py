"""The paint queue and the painter that works it off."""

from aws_cdk import Duration
from aws_cdk import Stack as CdkStack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from functions.settings import Settings
from infra import permissions
from infra.deployment import Deployment
from infra.function import Function
from infra.stage import InvalidStage, Stage


class PaintQueue(Construct):
    """One message an image, and the letters that could not be delivered.

    A dead letter is evidence, not a result: the caretaker ends its image.

    Attributes:
        queue: What is to be painted.
        dead_letters: What was received five times in vain.
    """

    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
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
            visibility_timeout=Duration.seconds(6 * stage.painter_timeout_seconds),
            retention_period=Duration.days(4),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead_letters, max_receive_count=5),
        )


class Painter(Function):
    """The function that pays Bedrock, fed by the queue one image at a time."""

    def __init__(self, scope: Construct, construct_id: str, *, deployment: Deployment) -> None:
        _check(deployment.settings)
        stage = deployment.stage
        super().__init__(
            scope,
            construct_id,
            deployment=deployment,
            door="painter",
            bundle="painter",
            memory_mb=stage.painter_memory_mb,
            timeout=Duration.seconds(stage.painter_timeout_seconds),
            permissions=permissions.of_painter(deployment),
        )
        self._may_invoke_models(deployment.settings)
        self.function.add_event_source(
            sources.SqsEventSource(
                deployment.queue,
                batch_size=1,
                report_batch_item_failures=True,
                max_concurrency=stage.painter_concurrency,
            )
        )

    def _may_invoke_models(self, settings: Settings) -> None:
        """Allow the models in a policy of their own.

        CDK takes every ARN for 120 characters; with some fifty of them it would move
        statements of the default policy into managed ones.
        """
        role = self.function.role
        models = iam.Policy(self, "Models", roles=[role] if role else [])
        models.add_statements(permissions.invoking(CdkStack.of(self), settings=settings))
        self.function.node.add_dependency(models)


def _check(settings: Settings) -> None:
    """Refuse times that would let two painters pay for one image."""
    call, claim = settings.invoke_timeout_seconds, settings.lease_seconds
    door = settings.painter_timeout_seconds
    if not call < door < claim:
        raise InvalidStage(
            f"stage {settings.stage}: a call ({call} s) must end before the painter's time-out "
            f"({door} s), and that before the lease ({claim} s)"
        )
