"""Easel's painter as it is shipped: one SQS event through its handler.

The picture's thumbnail comes after everything that a client waits for, so the
CPU that is spent from then on is told apart.
"""

import json
import os
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from functions import painter

EVENT = json.loads(Path(os.environ["BENCH_EVENT"]).read_text())
CONTEXT = SimpleNamespace(
    function_name="painter",
    memory_limit_in_mb=512,
    invoked_function_arn="arn:aws:lambda:us-west-2:111122223333:function:painter",
    aws_request_id="request-1",
)

aside: list[float] = []
"""CPU seconds after the thumbnail began, one for each picture."""


class Watched:
    """Pixels that note when the thumbnail is begun."""

    def __init__(self, pixels: Any) -> None:
        self._pixels = pixels
        self.began = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pixels, name)

    def thumbnail(self, *args: Any) -> Any:
        self.began = time.process_time()
        return self._pixels.thumbnail(*args)


watched = Watched(painter.STUDIO.pixels)
painter.STUDIO = replace(painter.STUDIO, pixels=watched)


def once() -> None:
    watched.began = 0.0
    answer = painter.handler(EVENT, CONTEXT)
    assert answer == {"batchItemFailures": []}
    assert watched.began, "no picture was painted"
    aside.append(time.process_time() - watched.began)
