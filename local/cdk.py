"""The real CDK CLI, turned to the local AWS."""

import fcntl
import os
import shutil
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from local import environment, node
from local.children import Child, Children
from local.halt import Halt
from local.home import ROOT, SHARED, Home
from local.processes import born
from local.trouble import Trouble

STAGE = "local"
QUIET = ("--no-notices", "--no-version-reporting", "--ci")


def stacks(stage: str) -> tuple[str, str, str]:
    """Return the names of a stage's stacks, in the order of their deployment."""
    return (f"Easel-{stage}-State", service(stage), f"Easel-{stage}-Operations")


def target(stage: str) -> str:
    """Return the parameter that leaves out what the local AWS refuses."""
    return f"Easel-{stage}-Operations:Target=local"


def service(stage: str) -> str:
    """Return the name of the stack whose outputs say where everything is."""
    return f"Easel-{stage}-Service"


def assembly_of(stage: str) -> Path:
    """Return where a stage's templates and bundles lie once they are synthesised."""
    return SHARED / ("cdk.out" if stage == STAGE else f"cdk.out.{stage}")


def command(*arguments: str) -> list[str]:
    """Return a command line of the CLI that this checkout pins."""
    program = ROOT / "node_modules" / "aws-cdk" / "bin" / "cdk"
    return [str(node.folder() / "node"), str(program), *arguments, *QUIET]


class Cdk:
    """Synthesises once for every stack of this checkout, and deploys into one of them."""

    def __init__(
        self, home: Home, halt: Halt, children: Children, callers: dict[str, str], stage: str
    ) -> None:
        self._home = home
        self._halt = halt
        self._children = children
        self._env = callers
        self._stage = stage
        self._assembly = assembly_of(stage)

    def start_synth(self) -> Child:
        """Begin to synthesise beside the assembly that is there."""
        for draft in SHARED.glob("cdk.out.[0-9]*"):
            if born(int(draft.suffix[1:])) in (None, born(os.getpid())):
                shutil.rmtree(draft, ignore_errors=True)
        # Synthesis is offline; it keeps the person's home for the sake of uv's cache.
        env = environment.of_tools(os.environ)
        words = ("synth", "--quiet", "-c", f"stage={self._stage}", "-o", str(self._draft))
        return self._start("Synthesising the stacks", command(*words), env)

    def finish_synth(self, child: Child, print_: str) -> None:
        """Wait for the new assembly and put it in the place of the old one."""
        self._children.finish(child, seconds=300)
        with assembly(self._halt, exclusive=True):
            shutil.rmtree(self._assembly, ignore_errors=True)
            self._draft.rename(self._assembly)
            (self._assembly / "sources.sha256").write_text(print_)

    def bootstrap(self) -> None:
        """Prepare the local account as `cdk bootstrap` prepares a real one."""
        target = f"aws://{environment.ACCOUNT}/{environment.REGION}"
        self._run("cdk bootstrap", command("bootstrap", target), seconds=120)

    def deploy(self, *stacks: str, parameters: Sequence[str] = ()) -> None:
        """Deploy stacks from the assembly."""
        words = ["deploy", *(stacks or ("--all",)), "--app", str(self._assembly)]
        words += ["--require-approval", "never", "--progress", "events"]
        for parameter in parameters:
            words += ["--parameters", parameter]
        with assembly(self._halt, exclusive=False):
            self._run("cdk deploy", command(*words), seconds=300)

    @property
    def _draft(self) -> Path:
        return SHARED / f"cdk.out.{os.getpid()}"

    def _run(self, name: str, words: list[str], *, seconds: float) -> None:
        self._children.finish(self._start(name, words, self._env), seconds=seconds)

    def _start(self, name: str, words: list[str], env: dict[str, str]) -> Child:
        # In a folder without an app, the CLI does not synthesise for a bootstrap.
        cwd = ROOT if "synth" in words else self._home.scratch
        return self._children.start(name, words, env=env, cwd=cwd, log="cdk")


def is_fresh(print_: str, stage: str) -> bool:
    """Return whether a stage's assembly was made of these sources."""
    try:
        return (assembly_of(stage) / "sources.sha256").read_text() == print_
    except OSError:
        return False


@contextmanager
def assembly(halt: Halt, *, exclusive: bool) -> Generator[None]:
    """Hold the assembly: many may deploy from it, one alone may replace it."""
    SHARED.mkdir(exist_ok=True)
    kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
    with (SHARED / "cdk.out.lock").open("w") as lock:

        def taken() -> bool:
            try:
                fcntl.flock(lock, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        late = Trouble("Another local stack holds .easel/cdk.out.", "Wait for it, then try again.")
        halt.wait(taken, seconds=300, late=lambda: late)
        yield
