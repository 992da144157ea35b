"""What the client's README shows is run, as it stands."""

import re
import shlex
from typing import Any

import pytest
from easel_client.cli.session import Exit
from PIL import Image

from tests.e2e.client import ROOT, Stack, newcomer
from tests.e2e.test_command_line import Shell
from tests.unit.client.chat import calling, scripted

README = (ROOT / "client/README.md").read_text()
PARTS = {"image_type": "poster", "description": "a mountain lake", "style": "art deco"}


def blocks(language: str) -> list[str]:
    """Return the README's blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_its_python_runs(stack: Stack, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EASEL_URL", stack.api_url)
    monkeypatch.setenv("EASEL_API_KEY", stack.key(newcomer("readme"))["key"])
    if stack.ca_bundle:
        monkeypatch.setenv("SSL_CERT_FILE", stack.ca_bundle)
    chat = scripted(
        calling("generate_image", **PARTS), "Here it is.", calling("ImagePrompt", **PARTS)
    )
    known: dict[str, Any] = {"chat": chat}

    for each in blocks("python"):
        exec(compile(each, "client/README.md", "exec"), known)

    known["easel"].close()
    known["tools"][0].client.close()
    assert len(list(tmp_path.glob("img_*.png"))) == 2
    assert known["cut"].status == known["ended"].status == known["poster"].status == "succeeded"
    assert known["told"]["messages"][-2].status == "success"
    assert known["rain"].prompt == "poster of a mountain lake, art deco"


def test_its_commands_run(stack: Stack, tmp_path) -> None:
    shell = Shell(stack, tmp_path)
    Image.new("RGB", (1024, 1024), "steelblue").save(tmp_path / "lake.png")
    lines = [line for each in blocks("console") for line in each.splitlines() if "easel " in line]
    commands = [line for line in lines if line.startswith("$ easel ")]

    for line in commands:
        done = shell(*shlex.split(line.removeprefix("$ easel ")))
        assert done.returncode == 0, done.stderr

    assert len(commands) >= 4
    assert len(list((tmp_path / "lakes").glob("*.png"))) == 2


def test_its_exit_codes_are_those_of_the_command_line() -> None:
    told = re.findall(r"^\| (\d) \| (.+) \|$", README, re.MULTILINE)

    assert told == [("0", "done"), *((str(each.value), _said(each)) for each in Exit)]


def _said(code: Exit) -> str:
    return code.name.lower().replace("_", " ")
