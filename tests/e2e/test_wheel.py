"""The client as a wheel, in environments that have nothing else; needs a package index."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.client import ROOT

UV = ROOT / ".easel/tools/bin/uv"


def uv(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run uv, which makes environments and fills them."""
    return subprocess.run(
        [UV, *words], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = uv("build", "--wheel", "--out-dir", folder, "client")
    if "Failed to fetch" in built.stderr or "No solution found" in built.stderr:
        pytest.skip("no package index")
    assert built.returncode == 0, built.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.parametrize(
    ("extra", "has", "lacks"),
    [
        ("", [], ["typer", "langchain_core", "pydantic"]),
        ("[cli]", ["easel_client.cli.app"], ["langchain_core"]),
        ("[langchain]", ["easel_client.langchain"], ["typer"]),
    ],
)
def test_an_installation_has_what_was_asked_for(
    wheel: Path, tmp_path: Path, extra: str, has: list[str], lacks: list[str]
) -> None:
    home = tmp_path / "venv"
    assert uv("venv", home).returncode == 0
    filled = uv("pip", "install", "--python", home, f"easel-client{extra} @ {wheel.as_uri()}")
    assert filled.returncode == 0, filled.stderr

    words = "; ".join(["import easel_client", *(f"import {each}" for each in has)])
    python = [home / "bin/python", "-I", "-c"]
    done = subprocess.run([*python, words], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    for each in lacks:
        assert subprocess.run(
            [*python, f"import {each}"], capture_output=True, check=False
        ).returncode
    shown = subprocess.run(
        [home / "bin/easel", "--version"], capture_output=True, text=True, check=False
    )
    assert (shown.returncode == 0) is (extra == "[cli]"), shown.stderr
    said = "easel-client" if extra == "[cli]" else "pip install './client[cli]'"
    assert said in shown.stdout + shown.stderr
