"""The deployed caretaker asks Bedrock, and the API tells what it said."""

import time

from tests.e2e.client import Client

WITHIN = 100
"""Seconds: the caretaker comes every minute, and the door looks again after 30 s."""

TITAN = "amazon.titan-image-generator-v2:0"


def test_within_minutes_of_a_deployment_the_models_are_as_bedrock_lists_them(acme: Client) -> None:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        models = acme.get("/v1/models").json()["data"]
        here = [each["lifecycle"] for each in models if "us-west-2" in each["regions"]]
        if all(life["source"] == "aws" for life in here):
            break
        time.sleep(2)

    assert here
    assert {life["source"] for life in here} == {"aws"}
    assert all(life["read_at"] and life["checked"] is None for life in here)


def test_a_models_end_stands_in_the_headers_that_http_has_for_it(acme: Client) -> None:
    answer = acme.get(f"/v1/models/{TITAN}")

    assert answer.json()["lifecycle"]["state"] == "retired"
    assert answer.headers["Deprecation"] == "@1767052800"  # 2025-12-30T00:00:00Z
    assert answer.headers["Sunset"] == "Tue, 30 Jun 2026 00:00:00 GMT"
    successor = answer.headers["Link"].partition(">")[0].removeprefix("<")
    assert successor.endswith("/v1/models/stability.stable-image-core-v1%3A1")
    found = acme.get(successor.partition("/v1")[1] + successor.partition("/v1")[2])
    assert found.json()["id"] == "stability.stable-image-core-v1:1"
    assert "Sunset" not in found.headers
