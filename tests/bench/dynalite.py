"""A DynamoDB of this machine whose reads cost what AWS's would: dynalite.

The local AWS of the end-to-end suite walks a whole partition for each page and reports
a constant capacity, so it cannot tell whether a page's cost grows. Installed from the
lock beside this file when it is first asked for.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3

from local import node
from tests.bench.places import ROOT

PACKAGE = ROOT / "tests" / "bench" / "node"
PLACE = ROOT / "build" / "dynalite"
TABLE = "records"
STARTS_WITHIN = 20


@contextmanager
def dynalite() -> Iterator[Any]:
    """Start one with our table in it; yield a client of it."""
    port = _free_port()
    command = [node.folder() / "node", _installed(), "--port", str(port), "--createTableMs", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        client = boto3.client(
            "dynamodb",
            endpoint_url=f"http://127.0.0.1:{port}",
            region_name="us-west-2",
            aws_access_key_id="a",
            aws_secret_access_key="b",
        )
        _make_table(client)
        yield client
    finally:
        process.kill()
        process.wait()


def _installed() -> str:
    program = PLACE / "node_modules" / "dynalite" / "cli.js"
    if not program.exists():
        PLACE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            (PLACE / name).write_bytes((PACKAGE / name).read_bytes())
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        path = f"{node.folder()}{os.pathsep}{os.environ['PATH']}"
        ours = {**os.environ, "PATH": path}
        subprocess.run([node.npm(), "ci", *quiet], cwd=PLACE, env=ours, check=True)
    return str(program)


def _make_table(client: Any) -> None:
    """Make the table as the deployed template has it."""
    names = ["PK", "SK"]
    indexes: list[dict[str, Any]] = []
    for name in ("gallery", "favourites"):
        pair = [f"{name}_pk", f"{name}_sk"]
        names += pair
        index = {"IndexName": name, "KeySchema": _key(*pair)}
        indexes.append(index | {"Projection": {"ProjectionType": "ALL"}})
    client.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=_key("PK", "SK"),
        AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in names],
        GlobalSecondaryIndexes=indexes,
    )
    client.get_waiter("table_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1})


def _key(partition: str, sort: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("dynalite did not start")
