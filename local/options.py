"""What a local stack was asked to be."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How one local stack behaves.

    Attributes:
        stage: Row of `cdk.json` that is deployed.
        port: Port of the local AWS, or None for the one of last time or a free one.
        secure: Whether the local AWS enforces IAM and signatures and speaks TLS.
        persist: Whether data survives the stack.
        pixels: `painted`, or `flat` for tests and benchmarks.
        strict: Whether models are as retired as they are today.
        today: Day whose lifecycle of models holds (`2024-06-01`), or None.
        latency: Seconds that a model call takes at least.
        studio: Whether the studio is started beside the API.
    """

    stage: str = "local"
    port: int | None = None
    secure: bool = False
    persist: bool = True
    pixels: str = "painted"
    strict: bool = False
    today: str | None = None
    latency: float = 0.0
    studio: bool = True

    def emulator_flags(self) -> list[str]:
        """Return how the Bedrock emulator is told."""
        flags = ["--pixels", self.pixels]
        if self.strict:
            flags.append("--strict")
        if self.today:
            flags += ["--today", self.today]
        if self.latency:
            flags += ["--latency", str(self.latency)]
        return flags

    def record(self) -> dict[str, Any]:
        """Return this for `stack.json`."""
        return asdict(self)
