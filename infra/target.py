"""What a bundle is built for: a Python and a machine."""

import platform
import sys
from dataclasses import dataclass

MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}
"""Lambda's names of architectures, and Linux's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The Python and the machine that functions run on.

    Attributes:
        python: Minor version, `3.14`.
        architecture: Lambda's name of it, `arm64` or `x86_64`.
        platform: uv's name of the platform, or None for this very machine.
    """

    python: str
    architecture: str
    platform: str | None

    @classmethod
    def of(cls, *, runtime: str, architecture: str) -> "Target":
        """Return the target of a stage, which may say `host` for either."""
        here = f"{sys.version_info.major}.{sys.version_info.minor}"
        python = here if runtime == "host" else runtime.removeprefix("python")
        if architecture == "host":
            arm = platform.machine().lower() in ("arm64", "aarch64")
            return cls(python=python, architecture="arm64" if arm else "x86_64", platform=None)
        return cls(
            python=python,
            architecture=architecture,
            # Lambda's Python 3.12 and later run on Amazon Linux 2023, glibc 2.34.
            # https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
            platform=f"{MACHINES[architecture]}-manylinux_2_28",
        )

    @property
    def runtime(self) -> str:
        """Lambda's name of the runtime."""
        return f"python{self.python}"
