"""What each installation can do: the extras are extra."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CLIENT = Path(__file__).parents[3] / "client"
PROJECT = tomllib.loads((CLIENT / "pyproject.toml").read_text())["project"]

CORE = """
import sys
for extra in ("typer", "rich", "click", "langchain_core", "pydantic"):
    sys.modules[extra] = None
import easel_client
{then}
"""


def python(then: str) -> subprocess.CompletedProcess[str]:
    """Run Python where httpx is all that there is."""
    return subprocess.run(
        [sys.executable, "-c", CORE.format(then=then)],
        env={"PYTHONPATH": str(CLIENT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_extras_there_is_the_client() -> None:
    done = python("print(easel_client.Easel('http://easel.test'), easel_client.AsyncEasel)")

    assert done.returncode == 0, done.stderr


def test_without_its_extra_the_command_line_says_what_to_install() -> None:
    done = python("from easel_client.cli import main; main()")

    assert done.returncode == 1
    assert "pip install './client[cli]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_its_extra_langchain_says_what_to_install() -> None:
    done = python("import easel_client.langchain")

    assert "pip install './client[langchain]'" in done.stderr


@pytest.mark.parametrize("extra", ["cli", "langchain"])
def test_the_extras_that_are_named_exist(extra: str) -> None:
    assert PROJECT["optional-dependencies"][extra]


def test_the_command_is_where_the_package_says() -> None:
    module, _, name = PROJECT["scripts"]["easel"].partition(":")

    assert callable(getattr(__import__(module, fromlist=[name]), name))
