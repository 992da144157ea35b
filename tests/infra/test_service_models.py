"""A bundle's botocore knows only what `functions/` calls, and all of that."""

import ast
import gzip
import json
import shutil
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any

import botocore
import pytest
from botocore import xform_name
from botocore.awsrequest import AWSPreparedRequest
from botocore.config import Config
from botocore.loaders import Loader
from botocore.session import Session

from infra.service_models import (
    OPERATIONS,
    RULED,
    drop_rules,
    keep_operations,
    without_documentation,
)
from tests.infra.cloud import ROOT

DATA = Path(botocore.__file__).parent / "data"


def full_model(service: str) -> dict[str, Any]:
    newest = max((DATA / service).iterdir())
    return json.loads(gzip.decompress((newest / "service-2.json.gz").read_bytes()))


def names_in_functions() -> set[str]:
    """Return every attribute and short string in `functions/`: calls, and presigned ones."""
    found: set[str] = set()
    for file in (ROOT / "functions").glob("**/*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.parametrize("service", OPERATIONS)
def test_every_operation_that_functions_call_is_in_the_bundles(service: str) -> None:
    operations = {xform_name(each): each for each in full_model(service)["operations"]}

    called = {operations[name] for name in names_in_functions() & set(operations)}

    assert called <= set(OPERATIONS[service])


def test_the_search_for_calls_finds_calls_and_presigned_ones() -> None:
    assert {"invoke_model", "transact_write_items", "get_object"} <= names_in_functions()


@pytest.mark.parametrize("service", OPERATIONS)
def test_what_is_kept_reaches_no_shape_that_is_not(service: str) -> None:
    cut = keep_operations(full_model(service), OPERATIONS[service])

    def references(part: Any) -> set[str]:
        if isinstance(part, list):
            return set().union(*map(references, part))
        if not isinstance(part, dict):
            return set()
        own = {part["shape"]} if isinstance(part.get("shape"), str) else set[str]()
        return own.union(*map(references, part.values()))

    assert set(cut["operations"]) == set(OPERATIONS[service])
    assert references(cut["operations"]) | references(cut["shapes"]) <= set(cut["shapes"])


def test_documentation_goes_but_not_a_field_of_that_name() -> None:
    model = {
        "documentation": "long",
        "shapes": {"Tag": {"members": {"documentation": {"shape": "Text"}}}},
        "clientContextParams": {"Accelerate": {"documentation": "read with it"}},
    }

    assert without_documentation(model) == {
        "shapes": {"Tag": {"members": {"documentation": {"shape": "Text"}}}},
        "clientContextParams": {"Accelerate": {"documentation": "read with it"}},
    }


CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "bedrock": ("list_foundation_models", {}),
    "bedrock-runtime": ("invoke_model", {"modelId": "m", "body": b""}),
    "dynamodb": ("get_item", {"TableName": "t", "Key": {}}),
    "lambda": ("invoke", {"FunctionName": "f"}),
    "sqs": ("send_message", {"QueueUrl": "https://sqs/1/q", "MessageBody": "b"}),
}
REGIONS = ("us-west-2", "us-east-1", "ap-northeast-2", "eu-central-1", "cn-north-1")
Kind = dict[str, Any]
KINDS: tuple[Kind, ...] = ({}, {"use_fips_endpoint": True}, {"use_dualstack_endpoint": True})


class Sent(Exception):
    """A request that was stopped just before it left."""


def session_of(data: Path) -> Session:
    session = Session()
    loader = Loader(extra_search_paths=[str(data)], include_default_search_paths=False)
    loader.BUILTIN_DATA_PATH = str(data)  # of data of somebody else, it takes no endpoint
    session.register_component("data_loader", loader)
    session.set_credentials("AKIDEXAMPLE", "secret")
    return session


def reached(session: Session, service: str, region: str, kind: Kind) -> tuple[str, str]:
    """Return the host that a call goes to, and the scope of its signature."""
    seen: list[AWSPreparedRequest] = []

    def stop(request: AWSPreparedRequest, **_: object) -> None:
        seen.append(request)
        raise Sent

    client: Any = session.create_client(service, region, config=Config(**kind))
    client.meta.events.register("before-send", stop)
    operation, asked = CALLS[service]
    with suppress(Sent):
        getattr(client, operation)(**asked)
    scope = seen[0].headers["Authorization"].decode().split(",")[0].split("/", 2)[2]
    return seen[0].url.split("/")[2], scope


def test_every_service_has_its_rules_or_a_call_that_does_without_them() -> None:
    assert set(CALLS) | RULED == set(OPERATIONS)


def test_without_rules_calls_go_where_they_went(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True, ignore=_others)
    drop_rules(tmp_path)
    ruled, bare = session_of(DATA), session_of(tmp_path)

    cases = list(product(CALLS, REGIONS, KINDS))
    expected = [reached(ruled, *case) for case in cases]

    assert not list(tmp_path.glob("dynamodb/*/endpoint-rule-set-1*"))
    assert [reached(bare, *case) for case in cases] == expected


def _others(folder: str, names: list[str]) -> set[str]:
    """Ignore the services that Easel does not call."""
    return {name for name in names if Path(folder) == DATA and (DATA / name).is_dir()} - set(
        OPERATIONS
    )
