"""The auditor: `python -m operate.audit --table T --bucket B --queue URL`.

Proves from what was written down that nothing was lost, nothing was paid twice
and nothing lies about; prints what breaks a law with its ids and exits 1, or one
line and 0. With `--ledger` the model's own books are the witness. It reads with
whatever AWS credentials and endpoint the environment has, and writes nothing.

While painters are at work, what is read is of several moments: so what breaks a
law is looked at once more after a pause, and only what still does is reported.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from operate.collect import Sources, collect, depth
from operate.laws import LAWS, broken

Broken = Mapping[str, Sequence[str]]

SHOWN = 20
"""Lines that are printed of one law; the rest is counted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit what the command line names; 0 if every law holds."""
    asked = _parser().parse_args(arguments)
    if asked.stack and not asked.stack.exists():
        sys.stderr.write(f"There is no {asked.stack}: run `make up` first.\n")
        return 2
    if asked.stack:
        _of_stack(asked, json.loads(asked.stack.read_text()))
    if not (asked.table and asked.bucket):
        sys.stderr.write("Name a --table and a --bucket, or a --stack; `--help` knows more.\n")
        return 2
    sources = Sources(
        table=asked.table,
        bucket=asked.bucket,
        dead_letters=asked.dead_letters,
        ledger=asked.ledger,
        digests=asked.bytes,
        keep_days=asked.keep_days,
    )
    evidence = collect(sources)
    counts = evidence.counts() | ({"queued": depth(asked.queue)} if asked.queue else {})
    found = broken(evidence)
    if found and asked.pause:
        time.sleep(asked.pause)
        found = still(found, broken(collect(sources)))
    sys.stdout.write(report(found, counts))
    return 1 if found else 0


def still(first: Broken, second: Broken) -> dict[str, list[str]]:
    """Return what was broken both times, in the same words."""
    both = {law: [x for x in second.get(law, ()) if x in lines] for law, lines in first.items()}
    return {law: lines for law, lines in both.items() if lines}


def report(found: Broken, counts: Mapping[str, int]) -> str:
    """Return what a person reads: one line if all is well."""
    looked = ", ".join(f"{count} {name}" for name, count in counts.items())
    if not found:
        return f"All {len(LAWS)} laws hold: {looked}.\n"
    lines = [f"{len(found)} of {len(LAWS)} laws are broken: {looked}."]
    for law, broken_by in found.items():
        lines += [f"\n{law.upper()}: {len(broken_by)}", *(f"  {x}" for x in broken_by[:SHOWN])]
    return "\n".join(lines) + "\n"


def _of_stack(asked: argparse.Namespace, told: Mapping[str, Any]) -> None:
    """Take everything that was not named from a local stack's `stack.json`."""
    os.environ.update(told["aws_env"])
    outputs: Mapping[str, str] = told["outputs"]
    asked.table = asked.table or outputs["TableName"]
    asked.bucket = asked.bucket or outputs["BucketName"]
    asked.queue = asked.queue or outputs["QueueUrl"]
    asked.dead_letters = asked.dead_letters or outputs["DeadLetterQueueUrl"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m operate.audit", description=__doc__)
    parser.add_argument("--stack", type=Path, help="a local stack's stack.json; names the rest")
    parser.add_argument("--table", help="name of the table")
    parser.add_argument("--bucket", help="name of the bucket")
    parser.add_argument("--queue", help="address of the paint queue, which is counted")
    parser.add_argument("--dead-letters", help="address of the dead letters, which are read")
    parser.add_argument("--ledger", help="address of a Bedrock emulator that was never restarted")
    parser.add_argument("--bytes", action="store_true", help="read and hash every picture")
    parser.add_argument("--pause", type=float, default=15, help="seconds to the second look")
    parser.add_argument("--keep-days", type=int, help="days after which pictures expire")
    return parser


if __name__ == "__main__":
    sys.exit(main())
