"""Installs what Easel needs into this checkout, from locks, and only once.

Runs on whatever `python3` there is (`python3 -m local.bootstrap`), so it uses the
standard library only and stays readable for an old Python, which has to say that it
is too old. Everything lands in `.easel`, `.venv*` and `node_modules`, nothing elsewhere.
"""

import fcntl
import os
import pathlib
import re
import sys

from local import installing, interpreters, node

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = ROOT / ".easel"
UV = HOME / "tools" / "bin" / "uv"


def main():
    """Install everything; return the process's exit code."""
    python, trouble = _python()
    if trouble:
        return _fail(trouble)
    try:
        HOME.mkdir(exist_ok=True)
        with (HOME / "install.lock").open("w") as lock:
            _wait_for(lock)
            install(python)
    except installing.Failed as failure:
        return _fail(str(failure))
    except OSError as error:
        return _fail(
            f"cannot install here: {error}.\nMake room or set permissions, then try again."
        )
    except KeyboardInterrupt:
        return _fail("stopped; the same command goes on from here.", 130)
    return 0


def _python():
    """Return the Python that was chosen before, or choose one now."""
    ours = ROOT / ".venv" / "bin" / "python"
    if os.access(str(ours), os.X_OK):
        return str(ours), None
    return interpreters.choose(os.environ.get("PATH", ""))


def install(python):
    """Bring every environment up to its lock, saying what is done."""
    told = False
    for step in steps(python):
        if step.is_done():
            continue
        if not told:
            installing.say("Installing into this checkout (the first time, or a lock changed):")
            told = True
        step.run(HOME / "logs" / "install.log")


def steps(python):
    """Yield what has to be there, in order; each is looked at after the one before it."""
    yield _uv(python)
    yield _environment("Python packages", ".venv", "bin/python", [], python)
    ours = str(ROOT / ".venv" / "bin" / "python")
    # The local AWS runs our functions on its own Python, so it must be the same one.
    aws = ["--only-group", "ministack"]
    yield _environment("The local AWS (MiniStack)", ".venv-aws", "bin/ministack", aws, ours)
    if not node.of_this_machine():
        yield _environment("Node.js", ".venv-node", "bin/node", ["--only-group", "node"], ours)
    yield _cdk()


def _uv(python):
    venv = str(HOME / "tools")
    pip = [venv + "/bin/python", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    wanted = ["--retries", "2", "--timeout", "30", "--require-hashes", "-r", "local/tools.txt"]
    return _step(
        "uv",
        "local/tools.txt",
        UV,
        installing.fingerprint(ROOT, ["local/tools.txt"]),
        [python, "-m", "venv", "--clear", venv],
        [*pip, "install", *wanted],
    )


def _environment(title, folder, proof, groups, python):
    version = os.path.realpath(python)
    return _step(
        title,
        "uv.lock",
        ROOT / folder / proof,
        installing.fingerprint(ROOT, ["uv.lock", "pyproject.toml"], groups, version, str(ROOT)),
        [str(UV), "sync", "--frozen", "--no-progress", *groups, "--python", python],
        UV_PROJECT_ENVIRONMENT=str(ROOT / folder),
        UV_PYTHON_DOWNLOADS="never",
        VIRTUAL_ENV="",
    )


def _cdk():
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier"]
    options = ["--ignore-scripts", "--fetch-retries=1", "--fetch-retry-mintimeout=3000", *quiet]
    return _step(
        "The CDK CLI",
        "package-lock.json",
        ROOT / "node_modules" / "aws-cdk" / "bin" / "cdk",
        installing.fingerprint(ROOT, ["package.json", "package-lock.json"]),
        [str(node.npm()), "ci", *options],
        PATH=str(node.folder()) + os.pathsep + os.environ.get("PATH", ""),
    )


def _step(title, lock, proof, asked, *commands, **env):
    name = re.sub(r"\W+", "-", proof.relative_to(ROOT).as_posix()).strip("-")
    return installing.Step(
        title=title,
        lock=lock,
        proof=proof,
        asked=asked,
        stamp=HOME / "stamps" / name,
        commands=commands,
        env=env,
        root=ROOT,
    )


def _wait_for(lock):
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        installing.say("Another command is installing; waiting for it …")
        fcntl.flock(lock, fcntl.LOCK_EX)


def _fail(sentence, code=1):
    sys.stderr.write(f"easel: {sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
