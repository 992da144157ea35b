"""`synth`, `diff`, `deploy`, `destroy`: the plain CDK CLI on a real account."""

import os
import subprocess
from typing import Any

from local import node
from local.cdk import STAGE, command
from local.home import ROOT, SHARED
from local.trouble import Trouble

VERBS = {
    "synth": "write a stage's templates into cdk.out",
    "diff": "compare a stage with its account",
    "deploy": "deploy a stage into an account",
    "destroy": "remove a stage from its account",
}
NEEDS = """An account needs, before its first deployment:
  credentials     `aws sso login` or `aws configure`, then AWS_PROFILE=… make deploy STAGE=…
  a Region        AWS_REGION=us-west-2, where every active model works
  CDK's toolkit   `node_modules/.bin/cdk bootstrap`, once for each account and Region
  model access    Bedrock console → Model access → the Stability AI models, in us-west-2
  concurrency     new accounts start with 10 Lambda executions; ask for 100 or more
  quotas          Bedrock's requests a minute for each model, as many as you will paint"""


def add_to(verbs: Any) -> None:
    """Add the commands to a parser's."""
    for name, purpose in VERBS.items():
        verbs.add_parser(name, help=purpose).add_argument("--stage", default="")


def cdk(verb: str, stage: str) -> int:
    """Run the CDK on a stage with the person's own credentials."""
    if not stage:
        raise Trouble("Which stage?", f"Name a row of cdk.json: `make {verb} STAGE=dev`.")
    if stage == STAGE:
        hint = "`make run` deploys it here, `make reset` removes it; here, name a STAGE=dev."
        raise Trouble(f"The stage `{STAGE}` lives on this machine only.", hint)
    if verb != "synth":
        _identify()
    words = command(verb, *(() if verb == "synth" else ("--all",)), "-c", f"stage={stage}")
    ours = (ROOT / ".venv" / "bin", SHARED / "tools" / "bin", node.folder())
    path = os.pathsep.join([*map(str, ours), os.environ.get("PATH", os.defpath)])
    silent = {"JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1"}
    words = [word for word in words if word != "--ci"]
    return subprocess.run(  # noqa: S603 - the pinned CLI
        words, cwd=ROOT, env=os.environ | silent | {"PATH": path}, check=False
    ).returncode


def _identify() -> None:
    """Make sure that there are credentials, before the CDK takes its time to find out."""
    import boto3  # noqa: PLC0415 - half a second that other commands need not wait
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    try:
        boto3.client("sts").get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        raise Trouble(f"There is no AWS account to talk to: {error}", NEEDS) from error
