"""What a bundle leaves out: what is downloaded with a package and never run.

Cold starts pay for botocore's descriptions of services, so only operations that
Easel calls stay, as plain JSON and without their documentation: a third of the
instructions of starting a door with four clients (`docs/decisions.md`).
"""

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

Shape = dict[str, Any]

OPERATIONS: Mapping[str, tuple[str, ...]] = {
    "bedrock-runtime": ("InvokeModel",),
    "dynamodb": (
        "BatchGetItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactWriteItems",
        "UpdateItem",
    ),
    "s3": (
        "CopyObject",
        "CreateBucket",  # botocore presigns a POST through its model
        "DeleteObject",
        "GetObject",
        "HeadBucket",  # botocore asks it for the Region after a redirect
        "HeadObject",
        "ListObjectsV2",
        "PutObject",
    ),
    "sqs": ("SendMessage", "SendMessageBatch"),
    "sts": ("AssumeRole", "AssumeRoleWithWebIdentity", "GetCallerIdentity"),
}
"""What the adapters call, and what botocore itself calls on their behalf."""

NOT_RUN = (
    "**/*.pyi",
    "**/py.typed",
    "**/*.pyx",
    "**/*.c",
    "**/*.h",
    "**/tests",
    "**/__pycache__",
    "*.dist-info",
    ".lock",
    "bin",
    "boto3/examples",
)

SWAGGER = ("aws_lambda_powertools/event_handler/openapi/swagger_ui",)


def trim(tree: Path, *, group: str) -> None:
    """Remove from `tree` what the doors of `group` never use."""
    _remove(tree, NOT_RUN if group == "api" else (*NOT_RUN, *SWAGGER))
    _trim_services(tree / "boto3" / "data")
    _trim_services(tree / "botocore" / "data")
    for service, operations in OPERATIONS.items():
        for model in (tree / "botocore" / "data" / service).glob("*/service-2.json"):
            _rewrite(model, _without_documentation(_keep_operations(_read(model), operations)))
    endpoints = tree / "botocore" / "data" / "endpoints.json"
    _rewrite(endpoints, _keep_endpoints(_read(endpoints)))


def _remove(tree: Path, patterns: Iterable[str]) -> None:
    for path in [path for pattern in patterns for path in tree.glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _trim_services(data: Path) -> None:
    for path in data.iterdir():
        if path.is_dir() and path.name not in OPERATIONS:
            shutil.rmtree(path)
    _remove(data, ("*/*/examples-1.json*", "*/*/waiters-2.json*"))
    for packed in data.glob("**/*.json.gz"):
        _rewrite(packed.with_suffix(""), json.loads(gzip.decompress(packed.read_bytes())))
        packed.unlink()


def _keep_operations(model: Shape, operations: Iterable[str]) -> Shape:
    kept = {name: model["operations"][name] for name in operations}
    shapes: Shape = model["shapes"]
    needed = {name for name, shape in shapes.items() if shape.get("exception")}
    waiting = [*needed, *_references(list(kept.values()))]
    while waiting:
        name = waiting.pop()
        new = set(_references(shapes[name])) - needed
        needed |= {name, *new}
        waiting += new
    return {
        **model,
        "operations": kept,
        "shapes": {name: shape for name, shape in shapes.items() if name in needed},
    }


def _references(part: Any) -> Iterator[str]:
    for key, value in _members(part):
        if key == "shape" and isinstance(value, str):
            yield value
        else:
            yield from _references(value)


def _members(part: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(part, dict):
        return cast("dict[str, Any]", part).items()
    return enumerate(cast("list[Any]", part)) if isinstance(part, list) else ()


def _keep_endpoints(endpoints: Shape) -> Shape:
    partitions = [
        {**each, "services": {k: v for k, v in each["services"].items() if k in OPERATIONS}}
        for each in endpoints["partitions"]
    ]
    return {**endpoints, "partitions": partitions}


def _without_documentation(part: Any) -> Any:
    if isinstance(part, list):
        return [_without_documentation(each) for each in cast("list[Any]", part)]
    if not isinstance(part, dict):
        return part
    # Client context parameters are read with their documentation, and fail without it.
    return {
        key: value if key == "clientContextParams" else _without_documentation(value)
        for key, value in cast("Shape", part).items()
        if not (key.startswith("documentation") and isinstance(value, str))
    }


def _read(path: Path) -> Shape:
    return json.loads(path.read_bytes())


def _rewrite(path: Path, content: Shape) -> None:
    path.write_text(json.dumps(content, separators=(",", ":")))
