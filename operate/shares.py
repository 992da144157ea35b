"""Revoke every share link there is: `python -m operate.shares revoke-all --table NAME`.

For a secret that became known, or a table that was copied. Works with whatever AWS
credentials and endpoint the environment has; prints one line of JSON. Links that
are made afterwards work, once each environment of `api` has read the new secret.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from functions.adapters.recall import SECRET_FRESH
from functions.wiring.secret import share_secret


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says."""
    asked = _parser().parse_args(arguments)
    share_secret(asked.table).renew()
    told = {"revoked": "all", "within_seconds": int(SECRET_FRESH.total_seconds())}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m operate.shares", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    every = verbs.add_parser("revoke-all", help="replace the secret of all share links")
    every.add_argument("--table", required=True, help="name of the stage's table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
