"""`key` and `revoke`: keys of tenants, here and in a real account."""

import argparse
import json
import os
from collections.abc import Callable, Mapping
from typing import Any

from local import environment, keys
from local.cdk import STAGE
from local.home import Home
from local.record import Stack
from local.serving import is_owned
from local.trouble import Trouble
from local.words import say


def add_to(verbs: Any, add_home: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add both commands to a parser's."""
    key = verbs.add_parser("key", help="make a key for a tenant")
    key.add_argument("--tenant", required=True)
    key.add_argument("--scopes", help="as `generate,read`; by default both")
    revoke = verbs.add_parser("revoke", help="end a key")
    revoke.add_argument("--key", required=True, help="its id, `key_…`")
    for each in (key, revoke):
        each.add_argument("--stage", default=STAGE)
        add_home(each)


def operate(given: argparse.Namespace, home: Home) -> int:
    """Make or end a key in the table of a stage."""
    if given.verb == "key" and not given.tenant:
        raise Trouble("Whose key?", "Name a tenant: `make key TENANT=acme`.")
    if given.verb == "revoke" and not given.key:
        raise Trouble("Which key?", "Name its id, as `make key` said it: `make revoke KEY=key_…`.")
    table, env = _local(home) if given.stage == STAGE else _deployed(given.stage)
    if given.verb == "revoke":
        say(keys.revoke(given.key, table=table, env=env))
        return 0
    made = keys.create(given.tenant, table=table, env=env, scopes=given.scopes)
    say(json.dumps(made))
    return 0


def _local(home: Home) -> tuple[str, Mapping[str, str]]:
    stack = Stack.read(home)
    if stack is None or not is_owned(home):
        raise Trouble("Easel is down.", "Run `make up` first, or name a STAGE.")
    env = environment.of_callers(home, stack.aws_endpoint_url, stack.ca_bundle, os.environ)
    return stack.outputs["TableName"], env


def _deployed(stage: str) -> tuple[str, Mapping[str, str]]:
    """Ask CloudFormation, with the person's own credentials, for the stage's table."""
    import boto3  # noqa: PLC0415 - half a second that the local stage need not wait
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    name = f"Easel-{stage}-Service"
    try:
        found = boto3.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
    except (BotoCoreError, ClientError) as error:
        raise Trouble(
            f"The stack {name} cannot be read: {error}",
            f"Check the account and Region, or run `make deploy STAGE={stage}` first.",
        ) from error
    outputs = {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}
    return outputs["TableName"], os.environ
