"""The hosted studio: one door, TLS, signed in; off unless a stage asks for it."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import compose
from infra.hosting import Hosting, InvalidHosting
from infra.stage import Stage
from tests.infra.cloud import CDK_JSON, ROOT, Cloud, new_app, stub_bundles

FILE = ROOT / "studio" / "Dockerfile"
SECRET = "arn:aws:secretsmanager:us-west-2:111122223333:secret"
ROW: dict[str, Any] = {
    "domain": "studio.example.com",
    "certificate_arn": "arn:aws:acm:us-west-2:111122223333:certificate/12345678",
    "issuer": "https://id.example.com",
    "authorization_endpoint": "https://id.example.com/authorize",
    "token_endpoint": "https://id.example.com/token",
    "user_info_endpoint": "https://id.example.com/userinfo",
    "client_id": "easel",
    "client_secret_arn": f"{SECRET}:oidc-AbCdEf",
    "users_secret_arn": f"{SECRET}:users-AbCdEf",
}


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Cloud:
    folder = tmp_path_factory.mktemp("studio")
    stage = replace(Stage.read("dev", CDK_JSON), studio=ROW)
    app = new_app(folder / "cdk.out")
    compose(app, stage=stage, bundles=stub_bundles(folder / "bundles"))
    template = app.synth().get_stack_by_name("Easel-dev-Studio").template
    return Cloud(stage=stage, templates={"Studio": template}, protected=set())


def test_no_stage_hosts_a_studio_by_itself() -> None:
    rows = json.loads(CDK_JSON.read_text())["context"]["stages"]

    assert [name for name in rows if Stage.read(name, CDK_JSON).hosting] == []


def test_only_tls_is_open_to_the_world(studio: Cloud) -> None:
    open_to_all = [
        rule
        for group in studio.all("AWS::EC2::SecurityGroup").values()
        for rule in group.get("SecurityGroupIngress", [])
        if rule.get("CidrIp") == "0.0.0.0/0"
    ]

    assert [(rule["FromPort"], rule["ToPort"]) for rule in open_to_all] == [(443, 443)]
    assert studio.one("AWS::ElasticLoadBalancingV2::Listener")["Protocol"] == "HTTPS"


def test_only_the_load_balancer_reaches_a_task(studio: Cloud) -> None:
    ingress = studio.one("AWS::EC2::SecurityGroupIngress")

    assert (ingress["FromPort"], ingress["ToPort"]) == (8501, 8501)
    assert "DoorSecurityGroup" in json.dumps(ingress["SourceSecurityGroupId"])


def test_nothing_is_forwarded_that_is_not_signed_in_and_meant(studio: Cloud) -> None:
    rule = studio.one("AWS::ElasticLoadBalancingV2::ListenerRule")
    fallback = studio.one("AWS::ElasticLoadBalancingV2::Listener")["DefaultActions"]

    assert [each["Type"] for each in sorted(rule["Actions"], key=lambda each: each["Order"])] == [
        "authenticate-oidc",
        "forward",
    ]
    assert rule["Conditions"][0]["HostHeaderConfig"]["Values"] == ["studio.example.com"]
    assert [each["Type"] for each in fallback] == ["fixed-response"]


def test_secrets_come_from_secrets_manager_and_stand_in_no_template(studio: Cloud) -> None:
    (task,) = studio.all("AWS::ECS::TaskDefinition").values()
    (container,) = task["ContainerDefinitions"]
    rule = studio.one("AWS::ElasticLoadBalancingV2::ListenerRule")
    (signs_in,) = (each for each in rule["Actions"] if each["Type"] == "authenticate-oidc")

    assert container["Secrets"] == [{"Name": "EASEL_USERS", "ValueFrom": ROW["users_secret_arn"]}]
    assert signs_in["AuthenticateOidcConfig"]["ClientSecret"].startswith("{{resolve:secretsmanager")
    assert {each["Name"] for each in container["Environment"]} == {
        "EASEL_URL",
        "EASEL_BALANCER_ARN",
    }


def test_a_session_stays_with_its_task_and_its_socket_stays_open(studio: Cloud) -> None:
    group = studio.one("AWS::ElasticLoadBalancingV2::TargetGroup")
    balancer = studio.one("AWS::ElasticLoadBalancingV2::LoadBalancer")

    settings = {each["Key"]: each["Value"] for each in group["TargetGroupAttributes"]}
    waits = {each["Key"]: each["Value"] for each in balancer["LoadBalancerAttributes"]}
    assert settings["stickiness.enabled"] == "true"
    assert waits["idle_timeout.timeout_seconds"] == "900"
    assert group["HealthCheckPath"] == "/healthz"


def test_the_task_itself_may_call_nothing_of_aws(studio: Cloud) -> None:
    roles = {
        role["Ref"]
        for policy in studio.all("AWS::IAM::Policy").values()
        for role in policy["Roles"]
    }

    assert [name for name in roles if "ExecutionRole" not in name] == []


def test_there_is_no_nat_gateway_in_the_bill(studio: Cloud) -> None:
    assert not studio.all("AWS::EC2::NatGateway")


@pytest.mark.parametrize("field", sorted(ROW))
def test_a_missing_field_is_named(field: str) -> None:
    row = {name: value for name, value in ROW.items() if name != field}

    with pytest.raises(InvalidHosting, match=f"missing {field}"):
        Hosting.of(row)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(InvalidHosting, match="unknown colour"):
        Hosting.of(ROW | {"colour": "plum"})


def test_the_image_is_built_of_what_the_dockerfile_copies() -> None:
    from infra.studio import IMAGE

    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", _dockerfile(), flags=re.MULTILINE)
    sources = {name for line in copied for name in line.split()}

    assert {f"!{name}" for name in sources} == {each for each in IMAGE if each.startswith("!")}
    assert all((ROOT / name).exists() for name in sources)


def test_the_image_starts_the_studio_on_the_port_that_the_task_opens() -> None:
    from infra.studio import PORT

    command = json.loads(re.search(r"^CMD (.+)$", _dockerfile(), flags=re.MULTILINE)[1])

    assert command[-1] == str(PORT)
    assert f"EXPOSE {PORT}" in _dockerfile()


def test_the_image_runs_as_nobody_special() -> None:
    assert re.search(r"^USER (?!root)", _dockerfile(), flags=re.MULTILINE)


def test_the_dockerfile_has_no_finding() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    if not linter.exists():
        pytest.skip("the linter has no build for this machine")

    done = subprocess.run([linter, FILE], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def _dockerfile() -> str:
    return FILE.read_text()
