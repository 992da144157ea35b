"""The synth of a stage with its own checks is every other test's set-up; here they bite."""

import json
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3

from app import compose
from infra.stage import Stage
from tests.infra.cloud import CDK_JSON, new_app, stub_bundles

SERVICE = "Easel-dev-Service"


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What fails when a stage gains a bare bucket, and its painter a wide permission."""
    folder = tmp_path_factory.mktemp("bad")
    app = new_app(folder / "cdk.out")
    stage = Stage.read("dev", CDK_JSON)
    compose(app, stage=stage, bundles=stub_bundles(folder / "bundles"))
    service = app.node.find_child(SERVICE)
    s3.Bucket(service, "Bare")
    role: Any = service.node.find_child("Painter").node.find_child("Role")
    role.add_to_policy(iam.PolicyStatement(actions=["s3:*"], resources=["arn:aws:s3:::other/*"]))
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        app.synth()
    return _findings(folder / "cdk.out" / "validation-report.json")


def test_a_mistake_fails_the_synth_by_its_rule_and_place(findings: set[tuple[str, str]]) -> None:
    assert ("AwsSolutions-S1", f"{SERVICE}/Bare/Resource") in findings
    assert ("AwsSolutions-S10", f"{SERVICE}/Bare/Resource") in findings


def test_what_a_role_was_forgiven_does_not_forgive_more(findings: set[tuple[str, str]]) -> None:
    policy = f"{SERVICE}/Painter/Role/DefaultPolicy/Resource"

    assert ("AwsSolutions-IAM5[Action::s3:*]", policy) in findings
    assert ("AwsSolutions-IAM5[Resource::arn:aws:s3:::other/*]", policy) in findings


def test_nothing_but_the_mistakes_is_found(findings: set[tuple[str, str]]) -> None:
    assert len(findings) == 4


def _findings(report: Path) -> set[tuple[str, str]]:
    plugins = json.loads(report.read_text())["pluginReports"]
    return {
        (violation["ruleName"], construct["constructPath"])
        for plugin in plugins
        for violation in plugin["violations"]
        for construct in violation["violatingConstructs"]
    }
