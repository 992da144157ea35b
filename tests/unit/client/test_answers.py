"""The answers' classes keep up with the service's documents."""

import json
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from easel_client import answers

DOCUMENT = json.loads((Path(__file__).parents[3] / "docs/openapi.json").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]
NAMES = {
    "Generation": "GenerationView",
    "Image": "ImageView",
    "Attempt": "AttemptView",
    "Trouble": "ProblemView",
    "Input": "InputView",
    "Counts": "Counts",
    "Cost": "Cost",
    "Chosen": "Chosen",
    "Line": "Line",
    "Page": "ImageList",
    "Plan": "PlanView",
    "Cell": "CellView",
    "Price": "PriceView",
    "Warned": "WarningView",
    "Alternative": "AlternativeView",
    "Model": "ModelView",
    "Task": "TaskView",
    "Lifecycle": "LifecycleView",
    "PriceTable": "PriceTable",
    "SizeRule": "SizeRule",
    "Composed": "Composed",
    "Linted": "Linted",
    "Usage": "UsageView",
    "Address": "AddressView",
    "Share": "ShareView",
    "Upload": "UploadView",
    "Parameters": "InspectionView",
    "NamedModel": "NamedModel",
    "Mistake": "FaultView",
}
LATER = {
    "Enhanced": "EnhancedView",
    "EnhanceOffer": "EnhanceOffer",
    "Enhancements": "EnhancementsView",
    "PromptParts": "EnhancedPrompt",
    "TokenPrice": "TokenPrice",
    "Tokens": "TokensView",
}
NAMES |= {ours: theirs for ours, theirs in LATER.items() if theirs in SCHEMAS}
UNREAD = {"links"}
"""Paths that the client makes itself; `raw` has them."""


def test_every_answer_is_compared() -> None:
    assert set(NAMES | LATER) == set(answers.__all__)


@pytest.mark.parametrize(("ours", "theirs"), NAMES.items())
def test_an_answer_has_every_field_that_the_service_documents(ours: str, theirs: str) -> None:
    known = {each.name for each in fields(getattr(answers, ours))}

    assert known >= set(SCHEMAS[theirs]["properties"]) - UNREAD


@pytest.mark.parametrize(("ours", "theirs"), NAMES.items())
def test_an_answer_needs_no_field_that_the_service_may_leave_out(ours: str, theirs: str) -> None:
    needed = {
        each.name
        for each in fields(getattr(answers, ours))
        if each.default is MISSING and each.default_factory is MISSING
    }

    assert needed <= set(SCHEMAS[theirs]["required"])


@pytest.mark.parametrize(("ours", "theirs"), NAMES.items())
def test_a_field_that_may_be_null_says_so(ours: str, theirs: str) -> None:
    properties = SCHEMAS[theirs]["properties"]
    nullable = {
        name
        for name, each in properties.items()
        if any(one.get("type") == "null" for one in each.get("anyOf", ()))
    }

    told = {each.name for each in fields(getattr(answers, ours)) if "None" in str(each.type)}

    assert told >= nullable - UNREAD
