"""A door's cold start and its first request: `python first_request.py DOOR EVENT.json`.

Run by its path, so that only the artefact's packages are there.
"""

import importlib
import json
import sys
from pathlib import Path
from types import SimpleNamespace

CONTEXT = SimpleNamespace(
    function_name="door",
    memory_limit_in_mb=1024,
    invoked_function_arn="arn:aws:lambda:us-west-2:111122223333:function:door",
    aws_request_id="request-1",
)


def main(door: str, event: str) -> None:
    sys.path.pop(0)  # our own folder
    module = importlib.import_module(f"functions.{door}")
    answer = module.handler(json.loads(Path(event).read_text()), CONTEXT)
    if answer.get("batchItemFailures") or answer.get("statusCode", 200) >= 400:
        sys.exit(f"{door} failed: {answer}")


if __name__ == "__main__":
    main(*sys.argv[1:])
