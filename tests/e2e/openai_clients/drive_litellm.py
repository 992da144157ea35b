"""One call of LiteLLM: asked as JSON on stdin, answered as JSON on stdout.

It runs in an environment of its own, so it imports nothing of ours. `{"$file": path}`
among the arguments is that file, opened.
"""

import json
import sys
from pathlib import Path
from typing import Any

import litellm


def opened(value: Any) -> Any:
    if isinstance(value, list):
        return [opened(each) for each in value]
    if isinstance(value, dict) and "$file" in value:
        return Path(value["$file"]).open("rb")
    return value


def main() -> None:
    asked = json.load(sys.stdin)
    litellm.suppress_debug_info = True
    arguments = {name: opened(value) for name, value in asked["arguments"].items()}
    try:
        answer = getattr(litellm, asked["call"])(**arguments)
    except Exception as error:  # noqa: BLE001 - whatever it raises is the answer
        names = ("status_code", "code", "param", "type", "message")
        told = {name: getattr(error, name, None) for name in names}
        json.dump({"error": {"class": type(error).__name__, **told}}, sys.stdout, default=str)
    else:
        json.dump(answer.model_dump(), sys.stdout, default=str)


main()
