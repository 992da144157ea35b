"""botocore's descriptions of AWS services, cut to what Easel calls.

A cold start pays for them: they are parsed whenever a client is made. Only the
operations below stay, as plain JSON and without documentation, which is a third
of the instructions of starting a door with four clients (`docs/decisions.md`).
An operation that is missing here is missing in Lambda: a test reads the calls of
`functions/` and compares.
"""

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

Shape = dict[str, Any]

OPERATIONS: Mapping[str, tuple[str, ...]] = {
    "bedrock": ("ListFoundationModels",),
    "bedrock-runtime": ("Converse", "InvokeModel"),
    "dynamodb": (
        "BatchGetItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactWriteItems",
        "UpdateItem",
    ),
    "lambda": ("Invoke",),
    "s3": (
        "CopyObject",
        "CreateBucket",  # botocore presigns a POST by its model
        "DeleteObject",
        "GetObject",
        "HeadBucket",  # botocore asks for the Region with it after a redirect
        "HeadObject",
        "ListObjectsV2",
        "PutObject",
    ),
    "sqs": ("SendMessage", "SendMessageBatch"),
}
"""What the adapters call, and what botocore calls on their behalf."""

RULED = frozenset({"s3"})
"""Services whose endpoints need their rules: S3's depend on bucket and operation."""


SILENT = '''"""No docstrings: the words that they are made of are not in this bundle."""


class Silent(str):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls)


ClientMethodDocstring = PaginatorDocstring = WaiterDocstring = Silent
'''
"""In place of botocore's writer of docstrings, which every client imports."""


def cut(tree: Path) -> None:
    """Cut the descriptions in the packages below `tree`, and what writes of them."""
    (tree / "botocore" / "docs" / "__init__.py").write_text("")
    (tree / "botocore" / "docs" / "docstring.py").write_text(SILENT)
    _keep_services(tree / "botocore" / "data")
    drop_rules(tree / "botocore" / "data")
    for service, operations in OPERATIONS.items():
        for file in (tree / "botocore" / "data" / service).glob("*/service-2.json"):
            _write(file, without_documentation(keep_operations(_read(file), operations)))
    endpoints = tree / "botocore" / "data" / "endpoints.json"
    _write(endpoints, keep_endpoints(_read(endpoints)))


def keep_operations(model: Shape, operations: Iterable[str]) -> Shape:
    """Return a service's model with these operations and the shapes they reach.

    Exceptions stay: a client raises them by name, whatever the operation says.
    """
    kept = {name: model["operations"][name] for name in operations}
    shapes: Shape = model["shapes"]
    needed = {name for name, shape in shapes.items() if shape.get("exception")}
    needed |= set(_references(kept))
    waiting = set(needed)
    while waiting:
        found = set(_references(shapes[waiting.pop()])) - needed
        needed |= found
        waiting |= found
    reached = {name: shape for name, shape in shapes.items() if name in needed}
    return {**model, "operations": kept, "shapes": reached}


def drop_rules(data: Path) -> None:
    """Remove the rules by which botocore finds an endpoint anew for every call.

    Without them it takes the host that `endpoints.json` names when a client is made,
    for a tenth less of each call. The same host: in every public Region and China's, with
    FIPS and dual stack. Not in isolated partitions, nor by FIPS in GovCloud, where
    DynamoDB's gets the suffix `-fips`; compared for all Regions of botocore 1.44.5.
    """
    for rules in data.glob("*/*/endpoint-rule-set-1.json*"):
        if rules.parents[1].name not in RULED:
            rules.unlink()


def keep_endpoints(endpoints: Shape) -> Shape:
    """Return the endpoints of the services that stay, in every partition."""
    partitions = [
        {**each, "services": {k: v for k, v in each["services"].items() if k in OPERATIONS}}
        for each in endpoints["partitions"]
    ]
    return {**endpoints, "partitions": partitions}


def without_documentation(part: Any) -> Any:
    """Return a model's part without the words that nobody reads in Lambda."""
    if isinstance(part, list):
        return [without_documentation(each) for each in cast("list[Any]", part)]
    if not isinstance(part, dict):
        return part
    # Client context parameters are read with their documentation, and fail without it.
    return {
        key: value if key == "clientContextParams" else without_documentation(value)
        for key, value in cast("Shape", part).items()
        if not (key.startswith("documentation") and isinstance(value, str))
    }


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for each in cast("list[Any]", part):
            yield from _references(each)
    elif isinstance(part, dict):
        for key, value in cast("Shape", part).items():
            if key == "shape" and isinstance(value, str):
                yield value
            else:
                yield from _references(value)


def _keep_services(data: Path) -> None:
    for path in data.iterdir():
        if path.is_dir() and path.name not in OPERATIONS:
            shutil.rmtree(path)
    for service in OPERATIONS:
        for older in sorted(path for path in (data / service).iterdir() if path.is_dir())[:-1]:
            shutil.rmtree(older)  # Lambda's API of 2014 is there too
    for pattern in ("*/*/examples-1.json*", "*/*/waiters-2.json*"):
        for path in data.glob(pattern):
            path.unlink()
    for packed in data.glob("**/*.json.gz"):
        _write(packed.with_suffix(""), json.loads(gzip.decompress(packed.read_bytes())))
        packed.unlink()


def _read(path: Path) -> Shape:
    return json.loads(path.read_bytes())


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, separators=(",", ":")))
