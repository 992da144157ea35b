"""Lambda bundles, built with uv and without Docker.

A bundle is a directory that becomes the function's zip: the locked packages of
one dependency group for one target, trimmed, beside our own `functions/`. The
same inputs give the same bytes, so results are cached by their hash and CDK
sees an unchanged asset.
"""

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from infra.cache import Cache, prints
from infra.stage import Stage
from infra.target import Target
from infra.trim import trim

ROOT = Path(__file__).resolve().parent.parent
CACHE = Cache(ROOT / "build" / "bundles")
GROUPS = ("core", "api", "painter")
BUILDERS = ("bundle", "cache", "trim", "service_models", "facades")
"""Our modules that decide what is in a bundle."""


class BundleFailed(RuntimeError):
    """uv could not build a bundle; carries its own words."""


def build(target: Target) -> dict[str, Path]:
    """Return the directory of each group's bundle, building what is not cached."""
    return {group: _bundle(group, target) for group in GROUPS}


def _bundle(group: str, target: Target) -> Path:
    packages = _packages(group, target)
    sources = sorted(path for path in (ROOT / "functions").glob("**/*") if _is_source(path))

    def make(tree: Path) -> None:
        shutil.copytree(packages, tree, dirs_exist_ok=True)
        for source in sources:
            copy = tree / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
        _compile(tree / "functions", tree, target)

    return CACHE.tree(group, [packages.name, *prints(sources, root=ROOT)], make)


def _packages(group: str, target: Target) -> Path:
    inputs = [ROOT / "uv.lock", *(ROOT / "infra" / f"{name}.py" for name in BUILDERS)]
    compiler = "compiled" if _interpreter(target.python) else "sources"

    def make(tree: Path) -> None:
        _install(group, target, tree)
        trim(tree, group=group)
        _compile(tree, tree, target)

    return CACHE.tree(
        f"{group}-packages", [repr(target), compiler, *prints(inputs, root=ROOT)], make
    )


def _is_source(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def _install(group: str, target: Target, tree: Path) -> None:
    """Install exactly what the lock says, as wheels, whatever this machine is."""
    requirements = tree.with_suffix(".txt")
    export = ["export", "--quiet", "--frozen", "--only-group", group, "--no-emit-project"]
    _run(_uv(), *export, "--format", "requirements-txt", "--output-file", str(requirements))
    install = ["pip", "install", "--quiet", "--only-binary", ":all:", "--link-mode", "copy"]
    install += ["--target", str(tree), "--python", sys.executable]
    install += ["--python-version", target.python]
    install += ["--python-platform", target.platform] if target.platform else []
    _run(_uv(), *install, "--require-hashes", "--requirements", str(requirements))
    requirements.unlink()


def _compile(part: Path, tree: Path, target: Target) -> None:
    """Write bytecode that is never checked against the zip's meaningless times."""
    interpreter = _interpreter(target.python)
    if interpreter is not None:
        options = ["-q", "--invalidation-mode", "unchecked-hash"]
        options += ["-s", str(tree), "-p", "/var/task"]
        _run(interpreter, "-m", "compileall", *options, str(part))


@cache
def _interpreter(python: str) -> str | None:
    if python == f"{sys.version_info.major}.{sys.version_info.minor}":
        return sys.executable
    with suppress(BundleFailed):
        return _run(_uv(), "python", "find", "--no-python-downloads", python).strip()
    print(
        f"bundles: no Python {python} here, so sources are shipped and cold starts are slower; "
        f"`uv python install {python}` mends it",
        file=sys.stderr,
    )
    return None


def _uv() -> str:
    own = ROOT / ".easel" / "tools" / "bin" / "uv"
    path = shutil.which("uv") or (str(own) if own.exists() else None)
    if path is None:
        raise BundleFailed("uv is needed to build the functions' bundles: run `make install`")
    return path


def _run(*command: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}  # else sets in bytecode change order
    done = subprocess.run(  # noqa: S603 - the commands are ours
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BundleFailed(f"{' '.join(command[:3])} failed:\n{done.stderr.strip()}")
    return done.stdout


def _megabytes(tree: Path) -> float:
    return sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) / 2**20


def main() -> None:
    """Build a stage's bundles and print where they are and how large."""
    parser = argparse.ArgumentParser(prog="python -m infra.bundle", description=main.__doc__)
    parser.add_argument("--stage", default="dev", help="a stage of cdk.json")
    stage = Stage.read(parser.parse_args().stage, ROOT / "cdk.json")
    for group, tree in build(stage.target).items():
        print(f"{group:8} {_megabytes(tree):6.1f} MiB  {tree.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
