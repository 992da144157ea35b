"""A fresh machine: which Python is taken, and what an unfit one is told."""

import sys
from pathlib import Path

import pytest

from local import interpreters


def fake_python(folder: Path, name: str, *, version: str, venv: bool = True) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {version}\nexit {0 if venv else 1}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def _only_an_old_one_runs_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fake_python(tmp_path / "old", "python3", version="3.9")
    monkeypatch.setattr(sys, "executable", str(old))


@pytest.mark.parametrize(
    ("version", "verdict"), [((3, 10, 12), False), ((3, 11, 0), True), ((4, 0, 0), True)]
)
def test_three_eleven_is_the_oldest(version: tuple[int, ...], verdict: bool) -> None:
    assert interpreters.is_new_enough(version) is verdict


def test_a_newer_one_further_down_the_path_is_found(tmp_path: Path) -> None:
    fake_python(tmp_path / "a", "python3", version="3.9")
    newer = fake_python(tmp_path / "b", "python3.12", version="3.12")

    chosen, trouble = interpreters.choose(f"{tmp_path / 'a'}:{tmp_path / 'b'}")

    assert (chosen, trouble) == (str(newer), None)


def test_the_one_that_runs_us_is_kept_when_it_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = fake_python(tmp_path / "mine", "python3", version="3.11")
    monkeypatch.setattr(sys, "executable", str(mine))
    fake_python(tmp_path / "b", "python3.13", version="3.13")

    assert interpreters.choose(str(tmp_path / "b")) == (str(mine), None)


def test_a_shim_without_a_python_behind_it_is_passed_over(tmp_path: Path) -> None:
    shim = fake_python(tmp_path / "shims", "python3.12", version="")
    shim.write_text("#!/bin/sh\necho 'command not found' >&2\nexit 127\n")
    real = fake_python(tmp_path / "b", "python3.12", version="3.12")

    assert interpreters.choose(f"{tmp_path / 'shims'}:{tmp_path / 'b'}") == (str(real), None)


def test_an_old_python_alone_is_told_what_to_install(tmp_path: Path) -> None:
    chosen, trouble = interpreters.choose(str(tmp_path / "nothing"))

    assert chosen is None
    assert "needs Python 3.11 or later" in trouble
    assert "make run PYTHON=" in trouble


def test_a_python_without_ensurepip_is_told_the_packages_name(tmp_path: Path) -> None:
    bare = fake_python(tmp_path / "b", "python3.11", version="3.11", venv=False)

    chosen, trouble = interpreters.choose(str(tmp_path / "b"))

    assert chosen is None
    assert str(bare) in trouble
    assert "apt install python3-venv" in trouble


def test_this_very_python_is_probed_for_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert interpreters.probe(sys.executable) == (sys.version_info[:2], True)
