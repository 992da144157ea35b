"""A step of the installation: done once, and clear about what went wrong."""

import sys
from pathlib import Path

import pytest

from local import node
from local.installing import Failed, Step, explain, fingerprint

NO_NETWORK = [
    "NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure in "
    "name resolution\nERROR: No matching distribution found for uv==0.13.9",
    "error: Failed to fetch: `https://example/simple/`\n  Caused by: tcp connect error",
    "  cause: Network connectivity is disabled, but the requested data wasn't found in the cache",
    "npm error code ENOTFOUND\nnpm error network request failed",
    "npm error code ECONNREFUSED",
]
DAMAGED = [
    "error: Failed to parse `uv.lock`\n  Caused by: TOML parse error at line 200, column 4",
    "error: Failed to download `x`\n  Caused by: Hash mismatch for `x`",
    "npm error code EJSONPARSE",
    "npm error code EINTEGRITY",
    "npm error code EUSAGE\nnpm error `npm ci` can only install when they are in sync",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
]


def step(root: Path, *commands: list[str]) -> Step:
    return Step(
        title="Things",
        lock="uv.lock",
        proof=root / "thing",
        asked="fingerprint",
        stamp=root / "stamps" / "thing",
        commands=commands,
        env={"SECRET": "shown"},
        root=root,
    )


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


@pytest.mark.parametrize("output", NO_NETWORK)
def test_no_network_is_called_so(output: str) -> None:
    said = explain("uv", "uv.lock", output, "install.log")

    assert said.startswith("uv: the package index cannot be reached.")
    assert "same command again" in said


@pytest.mark.parametrize("output", DAMAGED)
def test_a_damaged_lock_is_named_with_the_way_to_restore_it(output: str) -> None:
    assert "git checkout -- uv.lock" in explain("Packages", "uv.lock", output, "install.log")


def test_a_full_disk_is_called_so() -> None:
    said = explain("uv", "uv.lock", "OSError: [Errno 28] No space left on device", "install.log")

    assert said == "uv: the disk is full. Make room, then run the same command again."


def test_anything_else_shows_the_end_of_its_log() -> None:
    said = explain("uv", "uv.lock", "one\n\nsomething odd\n", "install.log")

    assert "install.log" in said
    assert said.endswith("something odd")


def test_a_step_that_succeeded_is_not_done_again(tmp_path: Path) -> None:
    one = step(tmp_path, python("import os; open('thing', 'w').write(os.environ['SECRET'])"))

    assert not one.is_done()
    one.run(tmp_path / "install.log")

    assert one.is_done()
    assert (tmp_path / "thing").read_text() == "shown"


def test_a_step_that_fails_is_not_taken_for_done_even_if_it_was_before(tmp_path: Path) -> None:
    step(tmp_path, python("open('thing', 'w')")).run(tmp_path / "install.log")

    with pytest.raises(Failed, match="disk is full"):
        step(tmp_path, python("raise SystemExit('No space left')")).run(tmp_path / "install.log")

    assert not step(tmp_path).is_done()


def test_a_changed_lock_makes_a_step_due(tmp_path: Path) -> None:
    (tmp_path / "uv.lock").write_text("1")
    before = fingerprint(tmp_path, ["uv.lock"], "group")

    (tmp_path / "uv.lock").write_text("2")

    assert fingerprint(tmp_path, ["uv.lock"], "group") != before
    assert fingerprint(tmp_path, ["uv.lock"], "other") != fingerprint(tmp_path, ["uv.lock"])


@pytest.mark.parametrize(
    ("version", "verdict"), [("v20.20.2", False), ("v22.0.0", True), ("v24.1.0", True), ("", False)]
)
def test_an_old_node_is_not_used(version: str, verdict: bool) -> None:
    assert node.is_new_enough(version) is verdict
