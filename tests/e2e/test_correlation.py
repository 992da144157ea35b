"""One id from the gateway's answer to Bedrock's invocation metadata.

The gateway's own access log is inert in the local AWS, so its half is asserted
on the template (`tests/infra/test_api.py`); the id is the same `requestId`.
"""

import json
import time
from typing import Any

from tests.e2e.client import Client, Stack


def test_one_id_leads_from_the_answer_through_our_logs_to_bedrock(
    stack: Stack, acme: Client
) -> None:
    asked = acme.create(prompt="a bridge in the fog", wait=0)
    correlation_id = asked.headers["X-Request-Id"]
    done = acme.finished(asked.json()["id"]).json()

    assert done["correlation_id"] == correlation_id
    attempt = done["images"][0]["attempts"][-1]
    (call,) = [each for each in stack.calls() if each["request_id"] == attempt["request_id"]]
    assert json.loads(call["metadata"])["easel-correlation"] == correlation_id
    assert _logged(stack, "/ApiLog", correlation_id, "answered")["status"] == 202
    painted = _logged(stack, "/PainterLog", correlation_id, "image")
    assert (painted["image_id"], painted["status"]) == (done["images"][0]["id"], "succeeded")


def _logged(stack: Stack, group: str, correlation_id: str, message: str) -> dict[str, Any]:
    """Return the line of a door's log; it may come a moment after the answer."""
    for _ in range(20):
        for event in _events(stack.aws("logs"), group):
            if correlation_id in event and f'"{message}"' in event:
                return json.loads(event)
        time.sleep(0.5)
    raise AssertionError(f"{group} has no {message!r} with {correlation_id}")


def _events(logs: Any, group: str) -> list[str]:
    groups = logs.get_paginator("describe_log_groups").paginate()
    names = [each["logGroupName"] for page in groups for each in page["logGroups"]]
    (name,) = [each for each in names if group in each]
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=name)
    return [event["message"] for page in pages for event in page["events"]]
