"""One template for all stages: they differ where their rows do and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from infra.stage import Stage
from tests.infra.cloud import CDK_JSON, Cloud, synthesise

ROWS = {
    "AWS::ApiGateway::Stage MethodSettings[0].ThrottlingBurstLimit",
    "AWS::ApiGateway::Stage MethodSettings[0].ThrottlingRateLimit",
    "AWS::CloudWatch::Dashboard DashboardBody",
    "AWS::DynamoDB::GlobalTable DeletionPolicy",
    "AWS::DynamoDB::GlobalTable Replicas[0].DeletionProtectionEnabled",
    "AWS::DynamoDB::GlobalTable UpdateReplacePolicy",
    "AWS::IAM::Policy PolicyDocument.Statement[0].Resource",
    "AWS::Lambda::Function Environment.Variables.EASEL_ON_RETIRED",
    "AWS::Lambda::Function Environment.Variables.EASEL_OTHER_BEDROCK_REGIONS",
    "AWS::Logs::LogGroup DeletionPolicy",
    "AWS::Logs::LogGroup RetentionInDays",
    "AWS::Logs::LogGroup UpdateReplacePolicy",
    "AWS::S3::Bucket DeletionPolicy",
    "AWS::S3::Bucket LifecycleConfiguration.Rules[4].ExpirationInDays",
    "AWS::S3::Bucket LifecycleConfiguration.Rules[5].ExpirationInDays",
    "AWS::S3::Bucket LifecycleConfiguration.Rules[6].ExpirationInDays",
    "AWS::S3::Bucket UpdateReplacePolicy",
}
"""Everything in which the rows of `dev` and `local` make a difference.

The statement is the painter's: a stage that serves retired models may invoke them, and
has their lines on its dashboard.
"""


HOST = {"AWS::Lambda::Function Architectures[0]", "AWS::Lambda::Function Runtime"}
"""Differs where this machine is not what the `dev` stage runs on."""


def test_dev_and_local_differ_only_where_their_rows_do(dev: Cloud, tmp_path: Path) -> None:
    row_of_local = replace(Stage.read("local", CDK_JSON), name="dev")

    local = synthesise(row_of_local, tmp_path)

    ours, theirs = dict(dev.resources()), dict(local.resources())
    assert ours.keys() == theirs.keys()
    found = {
        f"{ours[name]['Type']} {place}"
        for name in ours
        for place in _differences(ours[name], theirs[name])
    }
    assert found - HOST == ROWS


def test_what_a_stage_retains_is_protected_from_termination(dev: Cloud, local: Cloud) -> None:
    assert dev.protected == {"State"}
    assert local.protected == set()


def _differences(one: Any, other: Any, place: str = "") -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from _differences(one[key], other[key], f"{place}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (mine, its) in enumerate(zip(one, other, strict=True)):
            yield from _differences(mine, its, f"{place}[{at}]")
    elif one != other:
        yield place.removeprefix(".Properties").removeprefix(".").partition(".Fn::Join")[0]
