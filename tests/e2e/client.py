"""How the suite speaks to a stack: as an HTTP client, and as its operator."""

import json
import os
import ssl
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]

SAID: set[str] = set()
"""Every prompt that this suite sent, for the test that looks for them in the logs."""

SECRETS: set[str] = set()
"""Every key that this suite was given."""

TELLING = 8
"""Characters that a text needs so that finding it means something."""


def newcomer(name: str) -> str:
    """Return the name of a tenant who has nothing yet, however often the suite has run."""
    return f"{name}-{time.time_ns()}"


class Client(httpx.Client):
    """An HTTP client with a key, and the calls that most tests make."""

    def create(self, *, wait: int = 25, **body: Any) -> httpx.Response:
        """Ask for pictures and wait; longer than one wait if the machine is slow."""
        headers = body.pop("headers", {})
        answer = self.post(
            "/v1/generations", json=body, headers={"Prefer": f"wait={wait}", **headers}
        )
        if wait and answer.status_code == 202:
            return self.finished(answer.json()["id"])
        return answer

    def finished(self, generation_id: str) -> httpx.Response:
        """Return a generation when it has ended."""
        for _ in range(4):
            answer = self.get(f"/v1/generations/{generation_id}", headers={"Prefer": "wait=25"})
            if answer.json()["counts"]["pending"] == 0:
                break
        return answer


class Stack:
    """A running stack, from its `stack.json`."""

    def __init__(self, home: Path, told: dict[str, Any]) -> None:
        self.home = home
        self.told = told
        self.api_url: str = told["api_url"]
        self.ca_bundle: str | None = told["ca_bundle"]
        self.verify = ssl.create_default_context(cafile=self.ca_bundle)

    def client(self, key: str | None) -> Client:
        """Return a client of the API; without a key it is a stranger."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return Client(
            base_url=self.api_url,
            headers=headers,
            verify=self.verify,
            timeout=60,
            event_hooks={"request": [_listen]},
        )

    def fetch(self, url: str) -> httpx.Response:
        """Fetch a presigned address as a stranger would: no key goes along."""
        return httpx.get(url, verify=self.verify, timeout=30)

    def key(self, tenant: str, scopes: str = "generate,read") -> dict[str, Any]:
        """Make a key as the operator does."""
        made = self.operate("create", "--tenant", tenant, "--scopes", scopes)
        SECRETS.add(made["key"])
        return made

    def revoke(self, key_id: str) -> dict[str, Any]:
        """Take a key back as the operator does."""
        return self.operate("revoke", "--key", key_id)

    def operate(self, verb: str, *flags: str) -> dict[str, Any]:
        table = self.told["outputs"]["TableName"]
        command = [sys.executable, "-m", "operate.keys", verb, "--table", table, *flags]
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | self.told["aws_env"],
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def aws(self, service: str) -> Any:
        """Return a boto3 client of the local AWS, as its administrator."""
        import boto3

        env = self.told["aws_env"]
        return boto3.client(
            service,
            endpoint_url=env["AWS_ENDPOINT_URL"],
            region_name=env["AWS_REGION"],
            aws_access_key_id=env["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=env["AWS_SECRET_ACCESS_KEY"],
            verify=self.ca_bundle,
        )

    def keys(self, prefix: str) -> set[str]:
        """Return the keys in the bucket that begin so."""
        listing = self.aws("s3").get_paginator("list_objects_v2")
        pages = listing.paginate(Bucket=self.told["outputs"]["BucketName"], Prefix=prefix)
        return {each["Key"] for page in pages for each in page.get("Contents", ())}

    def calls(self) -> list[dict[str, Any]]:
        """Return what the Bedrock emulator was asked, oldest first."""
        return httpx.get(f"{self.told['emulator_url']}/_emulator/ledger").json()["invocations"]


def _listen(request: httpx.Request) -> None:
    """Note what a request says in a prompt, if it is one that can be read."""
    try:
        body = json.loads(request.read())
    except ValueError:
        return
    if isinstance(body, dict):
        _note(body.get("prompt"))
        _note(body.get("negative_prompt"))


def _note(said: Any) -> None:
    if isinstance(said, str) and len(said) >= TELLING:
        SAID.add(said)
    elif isinstance(said, dict | list):
        for part in said.values() if isinstance(said, dict) else said:
            _note(part)
