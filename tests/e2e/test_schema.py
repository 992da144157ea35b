"""The HTTP door against its own document: no 5xx, and every answer as described."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.e2e.client import ROOT, Stack

DOCUMENT = json.loads((ROOT / "docs/openapi.json").read_text("utf-8"))
# The fuzzer brings its key; keys that it makes up would only be refused, one after the other.
DOCUMENT.pop("security")
DOCUMENT["components"].pop("securitySchemes")
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = [(method, path) for path, each in DOCUMENT["paths"].items() for method in each]

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def fuzzer(stack: Stack) -> Iterator[requests.Session]:
    """A session with the key of a tenant that only the fuzzer is."""
    with requests.Session() as session:
        session.headers["x-api-key"] = stack.key("fuzzer")["key"]
        session.verify = stack.ca_bundle or True
        yield session


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_answers_are_as_described(
    method: str, path: str, stack: Stack, fuzzer: requests.Session
) -> None:
    @settings(max_examples=12, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=SCHEMA[path][method].as_strategy())
    def holds(case: Any) -> None:
        answer = case.call(
            base_url=stack.api_url,
            session=fuzzer,
            headers=dict(fuzzer.headers),
            verify=fuzzer.verify,
            allow_redirects=False,
            timeout=30,
        )
        assert answer.status_code != 401
        case.validate_response(answer, checks=CHECKS)

    holds()
