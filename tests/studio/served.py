"""A studio of this checkout for one tenant, beside a running stack."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.e2e.client import Client, Stack, newcomer
from tests.studio.line import Line

ROOT = Path(__file__).parents[2]


@dataclass
class Served:
    """Where a studio is, whose pictures it shows, and the line to its API.

    Attributes:
        url: What a browser opens.
        tenant: Nobody else's in this stack.
        api: A client with the studio's own key, to see what the API knows.
        line: Between the studio and the API.
    """

    url: str
    tenant: str
    api: Client
    line: Line


@contextmanager
def serve(stack: Stack, name: str, log: Path) -> Iterator[Served]:
    """Start a studio for a new tenant; it ends with the context."""
    tenant = newcomer(name)
    key = stack.key(tenant)["key"]
    address = urlsplit(stack.api_url)
    line = Line(address.port or 443)
    api = address._replace(netloc=f"127.0.0.1:{line.port}").geturl()
    port = Line.free()
    env = os.environ | {"EASEL_URL": api, "EASEL_API_KEY": key}
    env |= {"PYTHONPATH": os.pathsep.join([str(ROOT / "client"), str(ROOT)])}
    env |= {"SSL_CERT_FILE": stack.ca_bundle} if stack.ca_bundle else {}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "studio", "--port", str(port)],
            cwd=ROOT,
            env=env,
            stdout=out,
            stderr=out,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/healthz", process, log)
        with stack.client(key) as client:
            yield Served(url, tenant, client, line)
    finally:
        process.terminate()
        process.wait(20)
        line.cut()


def _wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(address, timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"the studio does not answer:\n{log.read_text()}")
