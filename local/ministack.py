"""Starts the local AWS so that it can also stop: run by `.venv-aws`, not imported here.

On its way out it says goodbye to every open TLS connection and waits 30 s for an answer
that an idle client never gives, and saves its data only after that. One second will do.
"""

import asyncio.constants

from ministack.app import main

if __name__ == "__main__":
    asyncio.constants.SSL_SHUTDOWN_TIMEOUT = 1.0
    main()
