"""Make and revoke keys: `python -m operate.keys create|revoke --table NAME`.

Works with whatever AWS credentials and endpoint the environment has; prints one
line of JSON. The secret is shown once and kept nowhere.
"""

import argparse
import json
import sys

from functions.domain.errors import EaselError
from functions.use_cases.admit import mint, revoke
from functions.wiring.clock import now
from functions.wiring.keys import keys


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; 2 with one clear line where it cannot."""
    asked = _parser().parse_args(arguments)
    try:
        told = _create(asked) if asked.verb == "create" else _revoke(asked)
    except (ValueError, EaselError) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _create(asked: argparse.Namespace) -> dict[str, object]:
    scopes = frozenset(asked.scopes.split(","))
    key, secret = mint(asked.tenant, scopes, keys(asked.table), now=now())
    return {"key_id": key.id, "tenant": key.tenant, "key": secret, "scopes": sorted(scopes)}


def _revoke(asked: argparse.Namespace) -> dict[str, object]:
    key = revoke(asked.key, keys(asked.table), now=now())
    return {"key_id": key.id, "tenant": key.tenant, "revoked": True}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m operate.keys", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    create = verbs.add_parser("create", help="make a key for a tenant")
    create.add_argument("--tenant", required=True)
    create.add_argument("--scopes", default="generate,read")
    take = verbs.add_parser("revoke", help="refuse a key within a minute")
    take.add_argument("--key", required=True, help="its id (key_…) or the key itself")
    for verb in (create, take):
        verb.add_argument("--table", required=True, help="name of the stage's table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
