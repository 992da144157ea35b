"""The faults in force: rules that say which calls go wrong, and how often they did.

Rules stand in the order in which they came; the first that strikes a call decides
it, and later ones do not see it. Only calls that Bedrock would have worked on are
struck: signed, for a model that answers, with a body that it takes.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from emulator.rules import Rule

Clock = Callable[[], float]


@dataclass(slots=True)
class Bucket:
    """A token bucket: full at first, refilled evenly over each minute."""

    size: int
    tokens: float
    filled: float

    def take(self, now: float) -> bool:
        """Take a token, if there is one."""
        self.tokens = min(self.size, self.tokens + (now - self.filled) * self.size / 60)
        self.filled = now
        there_is = self.tokens >= 1
        self.tokens -= there_is
        return there_is


@dataclass(slots=True)
class Standing:
    """A rule in force: what it has seen, and what it struck."""

    rule: Rule
    dice: random.Random
    seen: int = 0
    struck: int = 0
    buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict)

    def strikes(self, model: str, region: str, now: float) -> bool:
        """Look at a call and say whether this rule strikes it."""
        if self.rule.model not in (None, model):
            return False
        self.seen += 1
        hit = self.seen > self.rule.after and self._hits((model, region), now)
        self.struck += hit
        return hit

    def _hits(self, place: tuple[str, str], now: float) -> bool:
        rule = self.rule
        if rule.kind == "rate_limit":
            full = Bucket(rule.per_minute, rule.per_minute, now)
            return not self.buckets.setdefault(place, full).take(now)
        if rule.share is not None:
            return self.dice.random() < rule.share
        return rule.next is None or self.struck < rule.next


class Faults:
    """The rules in force, first come first asked."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._standing: list[Standing] = []

    def add(self, rules: list[Rule]) -> None:
        """Put rules in force, after those that are."""
        for rule in rules:
            # Two shares of one seed must not strike the same calls.
            dice = random.Random(f"{rule.seed}/{len(self._standing)}")
            self._standing.append(Standing(rule, dice))

    def strike(self, model: str, region: str) -> Rule | None:
        """Return the rule that strikes a call, or None: all goes well."""
        now = self._clock()
        standing = (each for each in self._standing if each.strikes(model, region, now))
        struck = next(standing, None)
        return struck.rule if struck else None

    def told(self) -> list[dict[str, Any]]:
        """Return every rule as it was given, with how many calls it saw and struck."""
        return [
            {**each.rule.said(), "seen": each.seen, "struck": each.struck}
            for each in self._standing
        ]

    def clear(self) -> None:
        """Let everything go well again."""
        self._standing.clear()
