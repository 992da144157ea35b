"""`easel`, the command line: prices first, pictures saved, errors as lines a person can act on."""

import sys


def main() -> None:
    """Run the command line, or say what it takes to."""
    try:
        from easel_client.cli.app import app  # noqa: PLC0415 - the library works without typer
    except ModuleNotFoundError as missing:
        sys.exit(
            f"{missing.name} is not installed: in a clone of Easel, pip install './client[cli]'"
        )
    app()
