"""Finds the browser that looks at the studio in tests, or installs it where the system can.

Playwright's own download is no way: it goes past the system's package manager and its
signatures. Standard library only, like the rest of what installs.
"""
# ruff: noqa: S603 - runs the system's package manager, which is its purpose

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT = {"DEBIAN_FRONTEND": "noninteractive"}


def find() -> str | None:
    """Return the path of a Chromium of this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    """Make sure that there is one; return the process's exit code."""
    if find():
        return 0
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        print("Installing Chromium, which looks at the studio in tests …", flush=True)
        for words in (["update", "-q"], ["install", "-qy", "--no-install-recommends", "chromium"]):
            subprocess.run([apt, *words], env=os.environ | APT, stdout=sys.stderr, check=False)
    if find():
        return 0
    print(
        "easel: there is no Chromium here, and it takes root to install one. "
        "`sudo apt-get install chromium`, or what your system calls it; then try again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
