"""One local stack for the whole suite: the real template, with IAM and TLS on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from openai import OpenAI

from tests.e2e.client import Client, Stack

ROOT = Path(__file__).parents[2]

LAST = ("test_laws.py", "test_leaks.py")
"""What looks at all that the others left."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Look for leaks, and audit, when everything that could leak or err has run."""
    items.sort(key=lambda item: item.path.name in LAST)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The stack under test: a fresh one, or the one whose home EASEL_HOME names."""
    if running := os.environ.get("EASEL_HOME"):
        yield Stack(Path(running), json.loads(Path(running, "stack.json").read_text()))
        return
    home = tmp_path_factory.mktemp("easel")
    _local("up", home, "--secure", "--no-persist", "--no-studio", "--pixels", "flat")
    try:
        yield Stack(home, json.loads((home / "stack.json").read_text()))
    finally:
        _local("down", home)


@pytest.fixture(scope="session")
def acme(stack: Stack) -> Iterator[Client]:
    with stack.client(stack.key("acme")["key"]) as client:
        yield client


@pytest.fixture(scope="session")
def globex(stack: Stack) -> Iterator[Client]:
    with stack.client(stack.key("globex")["key"]) as client:
        yield client


@pytest.fixture(scope="session")
def stranger(stack: Stack) -> Iterator[Client]:
    with stack.client(None) as client:
        yield client


@pytest.fixture(scope="session")
def painted(acme: Client) -> dict[str, Any]:
    """A finished generation of two pictures, for tests that only look."""
    answer = acme.create(prompt="a lake at dawn", count=2, aspect_ratio="3:2", seed=7)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="session")
def connect(stack: Stack) -> Iterator[Callable[..., OpenAI]]:
    """Make an SDK client as its page says, but for the local certificate."""
    opened: list[OpenAI] = []

    def make(key: str, **options: Any) -> OpenAI:
        address = f"{stack.api_url}/openai/v1"
        http_client = openai.DefaultHttpxClient(verify=stack.verify)
        made = OpenAI(base_url=address, api_key=key, http_client=http_client, **options)
        opened.append(made)
        return made

    yield make
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def ai(stack: Stack, connect: Callable[..., OpenAI]) -> OpenAI:
    return connect(stack.key("acme")["key"])


@pytest.fixture
def fault(stack: Stack) -> Iterator[Callable[..., None]]:
    """Let the next calls of the model go wrong."""
    address = f"{stack.told['emulator_url']}/_emulator/faults"

    def arm(**rule: Any) -> None:
        httpx.post(address, json={"faults": [rule]}).raise_for_status()

    yield arm
    httpx.delete(address).raise_for_status()


@pytest.fixture
def bills(stack: Stack) -> Callable[[], int]:
    """Return how many of the model's calls were billed since the test began."""
    before = len(stack.calls())
    return lambda: sum(call["billed"] == "yes" for call in stack.calls()[before:])


def _local(verb: str, home: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "local", verb, "--home", str(home), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
