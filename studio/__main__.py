"""Starts the studio: `python -m studio --port 4602`."""

import argparse
import sys

from studio.asgi import app
from studio.settings import MissingSetting, Settings
from studio.theme.fonts import font_faces
from studio.users import UnreadableUsers


def main() -> int:
    """Serve until a signal comes; return the process's exit code."""
    given = _parser().parse_args()
    try:
        Settings.from_env()
    except (MissingSetting, UnreadableUsers) as missing:
        print(f"studio: {missing}", file=sys.stderr)
        return 2
    app.run(
        config={
            "server.port": given.port,
            "server.address": given.host,
            "browser.serverPort": given.port,
            "theme.fontFaces": font_faces(),
        }
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m studio", description="Easel in a browser.")
    parser.add_argument("--port", type=int, default=4602)
    parser.add_argument("--host", default="127.0.0.1", help="interface to listen on")
    return parser


if __name__ == "__main__":
    sys.exit(main())
