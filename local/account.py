"""`bootstrap`, `synth`, `diff`, `deploy`, `destroy`: the plain CDK CLI on a real account."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from local import node
from local.cdk import STAGE, command
from local.home import ROOT, SHARED
from local.trouble import Trouble
from local.words import say

VERBS = {
    "bootstrap": "prepare an account's Region for the CDK, once",
    "synth": "write a stage's templates into cdk.out",
    "diff": "compare a stage with its account",
    "deploy": "deploy a stage into an account",
    "destroy": "remove a stage from its account",
}
NEEDS = """An account needs, before its first deployment:
  credentials     `aws sso login` or `aws configure`, then AWS_PROFILE=… make deploy STAGE=…
  a Region        AWS_REGION=us-west-2, where every active model works
  CDK's toolkit   `make bootstrap`, once for each account and Region
  model access    one call of a Stability model by an administrator (aws-marketplace:Subscribe)
  concurrency     new accounts start with 10 Lambda executions; `dev` wants about 20
  quotas          Bedrock's requests a minute for each model, as many as you will paint"""
TOOLKIT_VERSION = "/cdk-bootstrap/hnb659fds/version"


def add_to(verbs: Any) -> None:
    """Add the commands to a parser's."""
    for name, purpose in VERBS.items():
        verb = verbs.add_parser(name, help=purpose)
        verb.add_argument("--stage", default="")
        verb.add_argument("more", nargs="*", help="after `--`: what the CDK is told besides")


def cdk(verb: str, stage: str, more: list[str]) -> int:
    """Run the CDK on a stage with the person's own credentials."""
    if verb == "bootstrap":
        return _run(command(verb, _environment(), *more), cwd=SHARED)
    if not stage:
        raise Trouble("Which stage?", f"Name a row of cdk.json: `make {verb} STAGE=dev`.")
    known = json.loads((ROOT / "cdk.json").read_text("utf-8"))["context"]["stages"]
    if stage not in known:
        raise Trouble(f"There is no stage {stage!r}.", f"Rows of cdk.json: {', '.join(known)}.")
    if stage == STAGE:
        hint = "`make run` deploys it here, `make reset` removes it; here, name a STAGE=dev."
        raise Trouble(f"The stage `{STAGE}` lives on this machine only.", hint)
    if verb != "synth":
        _check_toolkit(_environment())
    return _run(command(verb, *_stacks(verb, stage), "-c", f"stage={stage}", *more), cwd=ROOT)


def _stacks(verb: str, stage: str) -> tuple[str, ...]:
    """Return which stacks are meant: all, but for a protected one that is to be removed."""
    state = f"Easel-{stage}-State"
    if verb == "synth":
        return ()
    if verb != "destroy" or not _is_protected(state):
        return ("--all",)
    say(f"{state} stays, with table and bucket: it is protected. To remove the data too, end its")
    say("termination protection in CloudFormation and its table's in DynamoDB, and repeat this.")
    return (f"Easel-{stage}-Service", f"Easel-{stage}-Operations")


def _run(words: list[str], *, cwd: Path) -> int:
    ours = (ROOT / ".venv" / "bin", SHARED / "tools" / "bin", node.folder())
    path = os.pathsep.join([*map(str, ours), os.environ.get("PATH", os.defpath)])
    silent = {"JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1"}
    attended = [word for word in words if word != "--ci"]
    return subprocess.run(  # noqa: S603 - the pinned CLI
        attended, cwd=cwd, env=os.environ | silent | {"PATH": path}, check=False
    ).returncode


def _environment() -> str:
    """Return the account and Region of the credentials, as the CDK writes them.

    Raises:
        Trouble: there are none, before the CDK takes its time to find that out.
    """
    import boto3  # noqa: PLC0415 - half a second that other commands need not wait
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    try:
        sts = boto3.client("sts")
        return f"aws://{sts.get_caller_identity()['Account']}/{sts.meta.region_name}"
    except (BotoCoreError, ClientError) as error:
        raise Trouble(f"There is no AWS account to talk to: {error}", NEEDS) from error


def _check_toolkit(environment: str) -> None:
    import boto3  # noqa: PLC0415 - as above
    from botocore.exceptions import ClientError  # noqa: PLC0415

    try:
        boto3.client("ssm").get_parameter(Name=TOOLKIT_VERSION)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ParameterNotFound":
            return  # not allowed to look; the CDK will tell
        raise Trouble(f"{environment} is not prepared for the CDK.", NEEDS) from error


def _is_protected(stack: str) -> bool:
    import boto3  # noqa: PLC0415 - as above
    from botocore.exceptions import ClientError  # noqa: PLC0415

    try:
        found = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    except ClientError:
        return False
    return bool(found.get("EnableTerminationProtection"))
