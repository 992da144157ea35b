"""Faults of all kinds that share a share of the calls between them."""

from typing import Any

OFTEN = {
    "throttled": 5,
    "model_not_ready": 2,
    "late": 4,
    "cut_before": 3,
    "cut_after": 3,
    "cut_within": 3,
    "hang": 1,
    "model_timeout": 2,
    "model_error": 2,
    "internal": 2,
    "unavailable": 2,
    "malformed_json": 1,
    "truncated_json": 1,
    "wrong_bytes": 1,
    "not_base64": 1,
    "empty": 1,
    "filter_prompt": 2,
    "filter_output": 2,
    "inference_error": 2,
    "access_denied": 1,
    "validation": 1,
    "legacy": 1,
}
"""How often each kind strikes, against the others."""

BILLED_TOO = ("model_timeout", "internal", "unavailable", "inference_error")
"""Kinds that sometimes bill although they bring an error."""

LATE = 2.5
"""Seconds; longer than most lives of a painter that is hunted."""


def mixture(share: float, seed: int) -> list[dict[str, Any]]:
    """Return rules that together strike `share` of all calls.

    Rules are asked in turn, so each must strike more of what the earlier left.
    """
    rules: list[dict[str, Any]] = []
    left = 1.0
    for kind, weight in _halves():
        part = share * weight / sum(OFTEN.values())
        rule: dict[str, Any] = {"kind": kind[0], "share": part / left, "seed": seed}
        rule |= {"seconds": LATE} if kind[0] == "late" else {}
        rules.append(rule | ({"billed": True} if kind[1] else {}))
        left -= part
    return rules


def _halves() -> list[tuple[tuple[str, bool], float]]:
    """Return every kind with its weight; those that may bill in two halves."""
    parts: list[tuple[tuple[str, bool], float]] = []
    for kind, weight in OFTEN.items():
        if kind in BILLED_TOO:
            parts += [((kind, False), weight / 2), ((kind, True), weight / 2)]
        else:
            parts.append(((kind, False), weight))
    return parts
