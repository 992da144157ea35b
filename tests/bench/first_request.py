"""A door's cold start and its first request: `python first_request.py DOOR EVENT.json`.

Run by its path, so that only the artefact's packages are there. With `again` as a third
word the door answers twice, and what the second answer took is told before its logs.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

CONTEXT = SimpleNamespace(
    function_name="door",
    memory_limit_in_mb=1024,
    invoked_function_arn="arn:aws:lambda:us-west-2:111122223333:function:door",
    aws_request_id="request-1",
)

KEY = "Idempotency-Key"

MARK = "--- a request"
"""A line before the logs of each."""


def main(door: str, event: str, again: str = "") -> None:
    sys.path.pop(0)  # our own folder
    module = importlib.import_module(f"functions.{door}")
    _answer(module, event)
    if again:
        began = time.process_time()
        _answer(module, event)
        print(f"{again} {time.process_time() - began}", file=sys.stderr)


def _answer(module: ModuleType, event: str) -> None:
    print(MARK, flush=True)
    answer = module.handler(_asked_anew(event), CONTEXT)
    if answer.get("batchItemFailures") or answer.get("statusCode", 200) >= 400:
        sys.exit(f"{module.__name__} failed: {answer}")


def _asked_anew(event: str) -> dict[str, Any]:
    """Return the event with a key of its own, so that no answer is a replay of another."""
    asked = json.loads(Path(event).read_text())
    headers = asked.get("multiValueHeaders", {})
    if KEY in headers:
        headers[KEY] = [str(time.time_ns())]
        asked["headers"][KEY] = headers[KEY][0]
    return asked


if __name__ == "__main__":
    main(*sys.argv[1:])
