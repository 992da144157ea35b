"""`stack.json`: what others need in order to use a stack that is up."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local.environment import ACCOUNT, REGION, aws_variables
from local.home import Home, read_json, write_json


@dataclass(frozen=True, kw_only=True)
class Stack:
    """A local stack as its clients and tests see it.

    Attributes:
        api_url: To which callers add `/v1/…` or `/openai/v1/…`.
        api_key: The first key, of the tenant `demo`.
        emulator_url: Address of the local Bedrock.
        studio_url: Address of the studio, or None while there is none.
        aws_endpoint_url: Address of the local AWS.
        ca_bundle: Certificate to trust where those speak TLS, or None.
        outputs: Outputs of the service stack.
        pids: Numbers of the processes, by name.
        ports: Ports, by name.
        options: What the stack was asked to be.
        sources: Fingerprint of the sources that were deployed.
        log: The local AWS's log, where functions' faults stand.
    """

    api_url: str
    api_key: str
    emulator_url: str
    aws_endpoint_url: str
    ca_bundle: str | None
    outputs: dict[str, str]
    log: Path
    studio_url: str | None = None
    pids: dict[str, int] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    sources: str = ""

    def write(self, home: Home) -> None:
        """Publish it, readable by nobody else."""
        record = {
            "api_url": self.api_url,
            "api_key": self.api_key,
            "docs_url": f"{self.api_url}/docs",
            "emulator_url": self.emulator_url,
            "studio_url": self.studio_url,
            "aws_endpoint_url": self.aws_endpoint_url,
            "ca_bundle": self.ca_bundle,
            "account": ACCOUNT,
            "region": REGION,
            "aws_env": aws_variables(self.aws_endpoint_url, self.ca_bundle),
            "outputs": self.outputs,
            "ports": self.ports,
            "pids": self.pids | {"owner": os.getpid()},
            "options": self.options,
            "sources": self.sources,
            "log": str(self.log),
        }
        write_json(home.stack, record)

    @staticmethod
    def owner(home: Home) -> int | None:
        """Return the number of the process that published the stack of a home."""
        return read_json(home.stack).get("pids", {}).get("owner")

    @classmethod
    def read(cls, home: Home) -> "Stack | None":
        """Return the stack that is up in a home, or None."""
        found = read_json(home.stack)
        names = cls.__dataclass_fields__
        kept: dict[str, Any] = {name: value for name, value in found.items() if name in names}
        try:
            kept["log"] = Path(found["log"])
            return cls(**kept)
        except (KeyError, TypeError):  # nothing, or what another version wrote
            return None
