"""The darkroom: strangers' pictures are decoded by who can do nothing else."""

from aws_cdk import Duration
from constructs import Construct

from infra import permissions
from infra.deployment import Deployment
from infra.function import Function


class Darkroom(Function):
    """The function that measures pictures for `api`, which waits for it.

    Memory and time are those of the worst pictures that it takes
    (`python -m tests.bench memory`).
    """

    def __init__(self, scope: Construct, construct_id: str, *, deployment: Deployment) -> None:
        super().__init__(
            scope,
            construct_id,
            deployment=deployment,
            door="darkroom",
            bundle="painter",  # it has Pillow
            memory_mb=1024,
            timeout=Duration.seconds(12),  # `api` asks twice within the gateway's 29
            permissions=permissions.of_darkroom(deployment),
        )
