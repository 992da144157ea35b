"""The browser of the studio's tests: the machine's own, or a clear word about how to get one."""

from pathlib import Path

import pytest

from local import browser


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_a_browser_that_is_there_is_taken(empty_path: Path) -> None:
    put(empty_path, "google-chrome", "exit 0")

    assert browser.find() == str(empty_path / "google-chrome")
    assert browser.main() == 0


def test_root_installs_what_is_missing(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    there = empty_path / "chromium"
    put(
        empty_path,
        "apt-get",
        f'case "$*" in *chromium) echo "#!" > {there}; /bin/chmod 755 {there};; esac',
    )

    assert browser.main() == 0
    assert browser.find() == str(there)


def test_without_root_it_says_what_to_do(
    empty_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    put(empty_path, "apt-get", "exit 9")

    assert browser.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err
