"""The HTTP door with fakes behind it: real routing, no AWS."""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from functions.domain.writing import TextModel
from functions.settings import Settings
from functions.use_cases.enhancer import Enhancer
from functions.use_cases.look import Clock
from functions.wiring.policy import policy
from tests.fake_records import FakeRecords
from tests.fakes import FakeQueue, FakeShareSecret, FakeStore, FakeWriter

SETTINGS = Settings(
    stage="test",
    table="t",
    bucket="easel-pictures",
    queue_url="https://sqs.example/q",
    on_retired="serve",
)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CONTEXT = SimpleNamespace(
    function_name="api",
    memory_limit_in_mb=1024,
    invoked_function_arn="arn:aws:lambda:us-west-2:1:function:api",
    aws_request_id="lambda-1",
)


@dataclass
class Answer:
    """What the gateway would send."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Api:
    """Calls the door as the gateway does."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.key_id = "key_1"
        self.clock: Callable[[], datetime] = lambda: NOW

    def __call__(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str] | None = None,
        query: Mapping[str, str | list[str]] | None = None,
        tenant: str = "acme",
        scopes: str = "generate read",
    ) -> Answer:
        sent = {"content-type": "application/json", "host": "api.example", **(headers or {})}
        queries = {
            name: value if isinstance(value, list) else [value]
            for name, value in (query or {}).items()
        }
        event = {
            "httpMethod": method,
            "path": path,
            "resource": "/{proxy+}",
            "headers": sent,
            "multiValueHeaders": {name: [value] for name, value in sent.items()},
            "queryStringParameters": {name: each[-1] for name, each in queries.items()} or None,
            "multiValueQueryStringParameters": queries or None,
            "body": _sent(body),
            "isBase64Encoded": isinstance(body, bytes),
            "requestContext": {
                "path": f"/api{path}",
                "stage": "api",
                "requestId": "request-1",
                "requestTimeEpoch": int(self.clock().timestamp() * 1000),
                "authorizer": {"tenant": tenant, "key_id": self.key_id, "scopes": scopes},
            },
        }
        answer = self.module.handler(event, CONTEXT)
        headers = {name: values[0] for name, values in answer["multiValueHeaders"].items()}
        return Answer(answer["statusCode"], headers, answer["body"])


def _sent(body: Any) -> str | None:
    if isinstance(body, bytes):
        return base64.b64encode(body).decode()
    return body if body is None or isinstance(body, str) else json.dumps(body)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import api as module

    enhancer = Enhancer(TextModel.of(SETTINGS.text_model), FakeWriter())
    counter = replace(
        module.DESK.counter,
        records=FakeRecords(),
        queue=FakeQueue(lambda: NOW),
        store=FakeStore(),
        clock=Clock(lambda: NOW, lambda _: None),
        policy=lambda: policy(SETTINGS, NOW),
        share_secret=FakeShareSecret().get,
        enhancer=lambda: enhancer,
    )
    monkeypatch.setattr(module, "DESK", replace(module.DESK, counter=counter))
    return Api(module)


@pytest.fixture
def doors(api: Api, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Every door, around one world in memory."""
    from tests.unit.doors.everything import Doors
    from tests.unit.use_cases.world import World

    return Doors(api, World(), monkeypatch)


@pytest.fixture
def client(api: Api, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of OpenAI's door; in the end the books are compared."""
    from tests.samples import MONTH
    from tests.unit.doors.openai_client import Client
    from tests.unit.use_cases.world import TENANT

    yield (made := Client(api, monkeypatch))
    made.painters = True
    made.world.settle_down()
    images = made.world.records.images_.values()
    assert len(made.world.model.bills) == sum(len(image.attempts) for image in images)
    spent = made.world.records.budget(TENANT, MONTH, made.world.limit).spent
    assert spent == sum(image.spent for image in images)
