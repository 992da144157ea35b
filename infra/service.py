"""The service: gateway, doors, queue and schedule, composed around the state."""

from collections.abc import Mapping
from pathlib import Path

from aws_cdk import CfnOutput, CfnParameter, Duration, Stack
from constructs import Construct

from infra import permissions
from infra.api import Gateway
from infra.caretaker import Caretaker
from infra.darkroom import Darkroom
from infra.deployment import Deployment
from infra.function import Function
from infra.painter import Painter, PaintQueue
from infra.stage import Stage
from infra.state import StateStack

MEMORY_MB: Mapping[str, int] = {
    "api": 512,  # it mostly waits, while a client holds `Prefer: wait`; starts have a whole core
    "authorizer": 256,  # one hash and one GetItem
}


class ServiceStack(Stack):
    """Everything that can be thrown away and deployed again.

    Attributes:
        gateway: The public door.
        paint: The paint queue and its dead letters.
        functions: The doors by name.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: Stage,
        state: StateStack,
        bundles: Mapping[str, Path],
    ) -> None:
        super().__init__(scope, construct_id)
        self.paint = PaintQueue(self, "Paint", stage=stage)
        deployment = Deployment(
            stage=stage,
            settings=stage.settings_for(
                table=state.table.table_name,
                bucket=state.bucket.bucket_name,
                queue_url=self.paint.queue.queue_url,
                public_url=self._public_url(stage),
            ),
            bundles=bundles,
            table=state.table,
            bucket=state.bucket,
            queue=self.paint.queue,
        )
        darkroom = Darkroom(self, "Darkroom", deployment=deployment)
        api = Function(
            self,
            "Api",
            deployment=deployment.with_darkroom(darkroom.function.function_name),
            door="api",
            bundle="api",
            memory_mb=MEMORY_MB["api"],
            timeout=Duration.seconds(29),  # the gateway's own
            permissions=permissions.of_api(deployment, darkroom=darkroom.function.function_arn),
        )
        authorizer = Function(
            self,
            "Authorizer",
            deployment=deployment,
            door="authorizer",
            bundle="core",
            memory_mb=MEMORY_MB["authorizer"],
            timeout=Duration.seconds(10),
            permissions=permissions.of_authorizer(deployment),
        )
        self.functions: Mapping[str, Function] = {
            "Api": api,
            "Authorizer": authorizer,
            "Painter": Painter(self, "Painter", deployment=deployment),
            "Caretaker": Caretaker(self, "Caretaker", deployment=deployment),
            "Darkroom": darkroom,
        }
        self.gateway = Gateway(
            self, "Gateway", stage=stage, api=api.function, authorizer=authorizer.function
        )
        self._say(state)

    def _public_url(self, stage: Stage) -> str:
        return CfnParameter(
            self,
            "PublicUrl",
            default=stage.public_url,
            description="Address that clients use, where it is not the gateway's own; no /v1.",
        ).value_as_string

    def _say(self, state: StateStack) -> None:
        outputs = {
            "ApiId": self.gateway.rest_api.rest_api_id,
            "ApiUrl": self.gateway.rest_api.url,
            "TableName": state.table.table_name,
            "BucketName": state.bucket.bucket_name,
            "QueueUrl": self.paint.queue.queue_url,
            "DeadLetterQueueUrl": self.paint.dead_letters.queue_url,
        }
        doors = {
            f"{name}FunctionName": each.function.function_name
            for name, each in self.functions.items()
        }
        for name, value in (outputs | doors).items():
            CfnOutput(self, name, value=value)
