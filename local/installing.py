"""Runs one step of the installation: progress, a log, a stamp, and words for what fails.

Standard library only, and readable by an old Python, as `interpreters.py` explains.
"""
# ruff: noqa: S603 - its purpose is to run what `bootstrap.py` composes from constants

import hashlib
import os
import re
import subprocess
import sys
import time

NETWORK = re.compile(
    r"dns error|failed to lookup|name resolution|name or service not known|nodename nor servname"
    r"|connection (refused|reset|aborted|error)|error trying to connect|tcp connect"
    r"|network is unreachable|network connectivity is disabled|error sending request|tunnel"
    r"|connect timeout|timed out|connection to .* failed|certificate verify|invalid peer cert"
    r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED",
    re.IGNORECASE,
)
FULL = re.compile(r"no space left|ENOSPC|disk quota|EDQUOT", re.IGNORECASE)
LOCK = re.compile(
    r"failed to parse|hash mismatch|do not match the hashes|TOML parse|EJSONPARSE|EUSAGE"
    r"|EINTEGRITY|in sync|not valid JSON|needs to be updated|unable to find lockfile",
    re.IGNORECASE,
)


class Failed(Exception):
    """A step did not succeed; its text is for a person and names the next step."""


class Step:
    """One thing to install, skipped while its stamp says that it is there.

    Attributes:
        title: What a person reads.
        lock: The file that decides what is installed, as a person would name it.
        proof: A file that exists once it is installed.
        asked: Fingerprint of what was asked for; the stamp holds it.
        stamp: Where that is kept.
        commands: What installs it, in order.
        env: What they find in their environment beside ours.
        root: Where they run.
    """

    def __init__(self, *, title, lock, proof, asked, stamp, commands, env, root):
        self.title, self.lock, self.proof, self.asked = title, lock, proof, asked
        self.stamp, self.commands, self.env, self.root = stamp, commands, env, root

    def is_done(self):
        """Return whether exactly this was installed before and is still there."""
        return self.proof.exists() and self.stamp.exists() and self.stamp.read_text() == self.asked

    def run(self, log):
        """Install it; a stamp is left only by a success.

        Raises:
            Failed: with one sentence, the next step and where the log is.
        """
        started = time.time()
        say(f"  {self.title} …")
        log.parent.mkdir(parents=True, exist_ok=True)
        if self.stamp.exists():
            self.stamp.unlink()
        for command in self.commands:
            code, text = self._capture(command, log)
            if code:
                raise Failed(explain(self.title, self.lock, text, log.relative_to(self.root)))
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self.asked)
        say(f"    done in {time.time() - started:.1f} s")

    def _capture(self, command, log):
        with log.open("ab+") as file:
            file.write(("$ " + " ".join(command) + "\n").encode())
            file.flush()
            start = file.tell()
            code = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                env=dict(os.environ, **self.env),
                cwd=str(self.root),
                check=False,
            ).returncode
            file.seek(start)
            return code, file.read().decode(errors="replace")


def say(text):
    """Print a line of progress at once, also into a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def fingerprint(root, names, *more):
    """Return a hash of some files' contents and of words that matter beside them."""
    total = hashlib.sha256(repr(more).encode())
    for name in names:
        total.update(hashlib.sha256((root / name).read_bytes()).digest())
    return total.hexdigest()


def explain(title, lock, text, log):
    """Return what to tell a person whose installation ended with this output."""
    if FULL.search(text):
        return f"{title}: the disk is full. Make room, then run the same command again."
    if NETWORK.search(text):
        return (
            f"{title}: the package index cannot be reached.\nCheck the network (and HTTPS_PROXY), "
            f"then run the same command again; what is installed is kept. The log is {log}."
        )
    if LOCK.search(text):
        return (
            f"{title}: {lock} is damaged, or not what was published.\nRestore it with "
            f"`git checkout -- {lock}`, then run the same command again. The log is {log}."
        )
    last = [line for line in text.splitlines() if line.strip()][-8:]
    return "{}: failed. The log is {} and ends:\n    {}".format(title, log, "\n    ".join(last))
