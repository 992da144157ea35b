"""The way up: children, synthesis, deployment, a first key, warm functions."""

import os
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TypeVar

from local import cdk, environment, keys, moving, ports, probe, sources
from local.aws import LocalAws
from local.children import Child, Children
from local.deployment import Deployment
from local.halt import Halt
from local.home import ROOT, Home, read_json, write_json
from local.options import Options
from local.record import Stack
from local.trouble import Trouble
from local.warming import warm
from local.words import say, told

TENANT = "demo"
T = TypeVar("T")


class Start:
    """One start of a stack."""

    def __init__(self, home: Home, options: Options, halt: Halt, children: Children) -> None:
        self._home = home
        self._options = options
        self._halt = halt
        self._children = children
        self._ports = ports.choose(home, options)
        self._aws_url = environment.aws_url(self._ports, options)
        self._ca = str(home.ca_bundle) if options.secure else None
        self._env = environment.of_callers(home, self._aws_url, self._ca, os.environ)
        self._cdk = cdk.Cdk(home, halt, children, self._env, options.stage)

    def run(self) -> Stack:
        """Bring everything up; the functions are warm when this returns."""
        print_ = sources.fingerprint()
        synth = None if cdk.is_fresh(print_, self._options.stage) else self._cdk.start_synth()
        self._start_children()
        aws = LocalAws(self._aws_url, self._ca)
        deployment = Deployment(
            self._home, self._halt, self._cdk, aws, self._address, stage=self._options.stage
        )
        deployment.prepare()
        if synth:
            with told("Synthesising the stacks, whose sources are new"):
                self._cdk.finish_synth(synth, print_)
        current = deployment.is_current(print_)
        outputs = deployment.outputs() if current else deployment.bring(print_)
        stack = self._stack(outputs, self._first_key(outputs), print_)
        studio = self._start_studio(stack) if self._options.studio else None
        warm(stack, aws, self._halt)
        return self._with(studio, stack) if studio else stack

    def _start_children(self) -> None:
        with told("Starting the local AWS and the local Bedrock"):
            aws = self._start_ministack()
            bedrock = self._start_emulator()
            self._wait(aws, f"{self._aws_url}/_ministack/health", self._ca)
            url = environment.bedrock_url(self._ports)
            self._wait(bedrock, f"{url}/_emulator/health", None)

    def _start_ministack(self) -> Child:
        moving.move(self._home, self._aws_url)
        return self._children.start(
            "The local AWS",
            [
                str(ROOT / ".venv-aws" / "bin" / "python"),
                "-P",
                str(ROOT / "local" / "ministack.py"),
            ],
            env=environment.of_ministack(self._home, self._options, self._ports),
            cwd=self._home.scratch,
            log="ministack",
        )

    def _start_emulator(self) -> Child:
        flags = ["--port", str(self._ports.bedrock), *self._options.emulator_flags()]
        return self._children.start(
            "The local Bedrock",
            [sys.executable, "-m", "emulator", *flags],
            env=environment.of_emulator(self._home),
            cwd=ROOT,
            log="emulator",
        )

    def _start_studio(self, stack: Stack) -> Child:
        return self._children.start(
            "The studio",
            [sys.executable, "-m", "studio", "--port", str(self._ports.studio)],
            env=environment.of_studio(self._home, stack.api_url, stack.api_key, self._ca),
            cwd=ROOT,
            log="studio",
        )

    def _with(self, studio: Child, stack: Stack) -> Stack:
        """Return the stack with the studio, once that answers."""
        url = environment.studio_url(self._ports)
        self._wait(studio, f"{url}/healthz", None)
        return replace(stack, studio_url=url, pids=self._children.pids())

    def _wait(self, child: Child, url: str, ca_bundle: str | None) -> None:
        def answers() -> bool:
            self._children.check()
            return probe.status_of(url, ca_bundle=ca_bundle) == 200

        late = Trouble(f"{child.name} does not answer at {url}.", "Try again.", child.log)
        self._halt.wait(answers, seconds=60, late=lambda: late)

    def _address(self, api_id: str) -> str:
        return f"{self._aws_url}/_aws/execute-api/{api_id}/api"

    def _first_key(self, outputs: dict[str, str]) -> str:
        """Return the key of last time if it still opens the door, or a new one."""
        url = self._address(outputs["ApiId"]) + "/v1/models"
        known = read_json(self._home.key).get("key")
        if known and self._patiently(lambda: self._status(url, known)) != 401:
            return str(known)
        if known:
            say("The key of last time is not valid any more; this is a new one.")
        table = outputs["TableName"]
        made = self._patiently(lambda: keys.create(TENANT, table=table, env=self._env))
        write_json(self._home.key, made)
        return str(made["key"])

    def _patiently(self, work: Callable[[], T]) -> T:
        log = self._home.log("ministack")
        late = Trouble("The local AWS did not answer for a minute.", "Try again.", log)
        return self._halt.call(work, seconds=60, late=lambda: late)

    def _status(self, url: str, key: str) -> int | None:
        headers = probe.bearer(key)
        return probe.status_of(url, ca_bundle=self._ca, headers=headers, seconds=55)

    def _stack(self, outputs: dict[str, str], key: str, print_: str) -> Stack:
        return Stack(
            api_url=self._address(outputs["ApiId"]),
            api_key=key,
            emulator_url=environment.bedrock_url(self._ports),
            aws_endpoint_url=self._aws_url,
            ca_bundle=self._ca,
            outputs=outputs,
            log=Path(self._home.log("ministack")),
            pids=self._children.pids(),
            ports=asdict(self._ports),
            options=self._options.record(),
            sources=print_,
        )
