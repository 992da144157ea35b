"""A bundle's botocore knows only what `functions/` calls, and all of that."""

import ast
import gzip
import json
from pathlib import Path
from typing import Any

import botocore
import pytest
from botocore import xform_name

from infra.service_models import OPERATIONS, keep_operations, without_documentation
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
