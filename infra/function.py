"""A Lambda function with its own role, its own log and nothing shared."""

from collections.abc import Sequence
from pathlib import Path

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from functions.settings import Settings
from infra.log import Log
from infra.stage import Stage


class Function(Construct):
    """One door of `functions/`, deployed.

    The role is written by hand: the managed policy that CDK would attach may
    write to every log group of the account.

    Attributes:
        function: The Lambda function.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        door: str,
        bundle: Path,
        stage: Stage,
        settings: Settings,
        memory_mb: int,
        timeout: Duration,
        permissions: Sequence[iam.PolicyStatement],
    ) -> None:
        super().__init__(scope, construct_id)
        role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        log = Log(self, "Log", stage=stage)
        log.grant_write(role)
        for statement in permissions:
            role.add_to_policy(statement)
        self.function = lambda_.Function(
            self,
            "Function",
            description=f"Easel's door {door}",
            handler=f"functions.{door}.handler",
            code=lambda_.Code.from_asset(str(bundle)),
            runtime=lambda_.Runtime(stage.target.runtime, lambda_.RuntimeFamily.PYTHON),
            architecture=_architecture(stage),
            role=role,
            log_group=log,
            memory_size=memory_mb,
            timeout=timeout,
            tracing=lambda_.Tracing.ACTIVE,
            environment=settings.to_env(),
        )


def _architecture(stage: Stage) -> lambda_.Architecture:
    arm = stage.target.architecture == "arm64"
    return lambda_.Architecture.ARM_64 if arm else lambda_.Architecture.X86_64
