"""The local stack's commands: `python -m local run`, and `--help` for the others."""

import sys

if __name__ == "__main__":
    try:
        from local.commands import main

        sys.exit(main())
    except KeyboardInterrupt:  # so early that nothing has begun
        sys.exit(130)
