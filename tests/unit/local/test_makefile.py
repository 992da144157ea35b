"""Every verb that the project promises is there, documented, and listed by `make`."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROMISED = {
    *("run", "up", "down", "status", "reset", "emulator", "key", "revoke"),
    *(
        "check",
        "test",
        "fix",
        "unit",
        "infra",
        "contract",
        "e2e",
        "studio",
        "soak",
        "audit",
        "bench",
        "docs",
    ),
    *("bootstrap", "synth", "diff", "deploy", "destroy", "install", "clean", "help"),
}


def listed() -> set[str]:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(re.findall(r"^  make (\w+) +\S", done.stdout, re.MULTILINE))


def test_make_alone_lists_every_promised_verb() -> None:
    assert listed() == PROMISED


def test_every_documented_verb_is_listed() -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert set(re.findall(r"^(\w+):.*## ", makefile, re.MULTILINE)) == listed()


def test_every_verb_is_phony_so_that_a_file_of_its_name_does_not_stop_it() -> None:
    makefile = (ROOT / "Makefile").read_text()

    phony = makefile.partition(".PHONY:")[2].replace("\\\n", " ").split()

    assert set(re.findall(r"^([a-z0-9]+):", makefile, re.MULTILINE)) == set(phony)


def test_every_verb_that_runs_something_installs_it_first() -> None:
    makefile = (ROOT / "Makefile").read_text()

    rules = re.findall(r"^(\w+):(.*?)(?:##.*)?\n((?:\t.*\n)*)", makefile, re.MULTILINE)

    for name, needs, recipe in rules:
        if name not in ("install", "installed", "clean", "help") and recipe:
            assert needs.split()[0] in ("install", "installed"), name


def test_ci_runs_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text()
