"""A Lambda function with its own role, its own log and nothing shared."""

from collections.abc import Sequence

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.deployment import Deployment
from infra.log import Log

ARCHITECTURES = {"arm64": lambda_.Architecture.ARM_64, "x86_64": lambda_.Architecture.X86_64}


class Function(Construct):
    """One door of `functions/`, deployed.

    The role is written by hand: the managed policy that CDK would attach may
    write to every log group of the account.

    Attributes:
        function: The Lambda function.
        log: Where it writes.
        memory_mb: What it is billed for while it runs.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        deployment: Deployment,
        door: str,
        bundle: str,
        memory_mb: int,
        timeout: Duration,
        permissions: Sequence[iam.PolicyStatement],
    ) -> None:
        super().__init__(scope, construct_id)
        target = deployment.stage.target
        lambda_service = iam.ServicePrincipal("lambda.amazonaws.com")
        role = iam.Role(self, "Role", assumed_by=lambda_service)  # pyright: ignore[reportArgumentType]
        self.memory_mb = memory_mb
        self.log = Log(self, "Log", stage=deployment.stage)
        self.log.grant_write(role)
        for statement in permissions:
            role.add_to_policy(statement)
        self.function = lambda_.Function(
            self,
            "Function",
            description=f"Easel's door {door}",
            handler=f"functions.{door}.handler",
            code=lambda_.Code.from_asset(str(deployment.bundles[bundle])),
            runtime=lambda_.Runtime(target.runtime, lambda_.RuntimeFamily.PYTHON),
            architecture=ARCHITECTURES[target.architecture],
            role=role,  # pyright: ignore[reportArgumentType]
            log_group=self.log,
            memory_size=memory_mb,
            timeout=timeout,
            tracing=lambda_.Tracing.ACTIVE,
            environment=deployment.settings.to_env(),
        )
