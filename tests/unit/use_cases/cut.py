"""The plug: a process dies at its nth touch of the world outside, as a Lambda would."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any


class Killed(BaseException):
    """The process is gone; nothing of ours may catch this."""


@dataclass
class Cut:
    """Notes touches of the world, and kills at one: by its place or its name."""

    at: int | str | None = None
    steps: list[str] = field(default_factory=list)

    def step(self, name: str) -> None:
        self.steps.append(name)
        if self.at in (len(self.steps) - 1, name):
            raise Killed(name)


class Wired:
    """A port whose every use is two steps: before it works and after."""

    def __init__(self, port: Any, name: str, cut: Cut) -> None:
        self._port, self._name, self._cut = port, name, cut

    def __getattr__(self, verb: str) -> Any:
        method = getattr(self._port, verb)

        def use(*args: Any, **options: Any) -> Any:
            self._cut.step(f"before {self._name}.{verb}")
            answer = method(*args, **options)
            self._cut.step(f"after {self._name}.{verb}")
            return answer

        return use


def killing(run: Callable[[Cut], Any], at: int | str | None = None) -> Cut:
    """Run something with the plug pulled at a step; return the steps it made."""
    cut = Cut(at)
    with suppress(Killed):
        run(cut)
    return cut
