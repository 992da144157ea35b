"""Easel's painter as it is shipped: one SQS event through its handler.

What the peers do too (call, decode, store, record) begins with the model's call; the
claim before it is told apart, and so is all that comes after settling. The thumbnail's
pixels are left to the peer `whole`: on AWS a model's seconds lie between two pictures,
here they would empty the processor's caches for the next one.
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

before: list[float] = []
"""CPU seconds until the model was called, one for each picture."""

aside: list[float] = []
"""CPU seconds after the thumbnail began, one for each picture."""


class Watched:
    """Pixels that note when the thumbnail is begun."""

    def __init__(self, pixels: Any) -> None:
        self._pixels = pixels
        self.began = 0.0
        self.paints = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pixels, name)

    def thumbnail(self, *args: Any) -> Any:
        self.began = time.process_time()
        return self._pixels.thumbnail(*args) if self.paints else b""


class Called:
    """A model that notes when it is called."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self.began = 0.0

    def invoke(self, *args: Any, **options: Any) -> Any:
        self.began = time.process_time()
        return self._model.invoke(*args, **options)


watched, called = Watched(painter.STUDIO.pixels), Called(painter.STUDIO.model)
painter.STUDIO = replace(painter.STUDIO, pixels=watched, model=called)


def once() -> None:
    watched.began, start = 0.0, time.process_time()
    answer = painter.handler(EVENT, CONTEXT)
    assert answer == {"batchItemFailures": []}
    assert watched.began, "no picture was painted"
    before.append(called.began - start)
    aside.append(time.process_time() - watched.began)
