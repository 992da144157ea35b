"""What the doors of one deployment share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sqs as sqs

from functions.settings import Settings
from infra.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """The stage, what the functions read and carry, and what they work on.

    Attributes:
        stage: The row of `cdk.json`.
        settings: What every function finds in its environment.
        bundles: Directories of code by dependency group.
        table: The records.
        bucket: The files.
        queue: Images to paint.
    """

    stage: Stage
    settings: Settings
    bundles: Mapping[str, Path]
    table: dynamodb.TableV2
    bucket: s3.Bucket
    queue: sqs.Queue

    def with_darkroom(self, function: str) -> "Deployment":
        """Return what the one door finds that may ask the darkroom's function."""
        return replace(self, settings=replace(self.settings, darkroom=function))
