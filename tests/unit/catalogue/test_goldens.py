"""Every row against AWS's own pages: what we send, and what we make of the answers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec
from functions.domain.call import Filtered, InferenceError, Painted
from functions.domain.prompt import Prompt
from functions.domain.source import Source
from tests.goldens import GOLDEN, golden, requests, token
from tests.unit.catalogue.table import TASKS, planned

AWS = "https://docs.aws.amazon.com/"


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_request_is_written_as_aws_documents_it(spec: ModelSpec, task: str) -> None:
    for known in requests(spec, task):
        asked = dict(known["asked"])
        asked["prompt"] = Prompt(asked.get("prompt", ""))
        facts = asked.pop("pictures", {})
        asked["pictures"] = {part: Source("inline", part) for part in facts}
        if "size" in asked:
            asked["size"] = tuple(asked["size"])

        [call] = planned(spec, task, facts=facts, **asked).calls

        assert spec.encode(call, {part: token(part) for part in call.inputs}) == known["body"]


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_golden_request_leaves_no_parameter_out(spec: ModelSpec, task: str) -> None:
    first, *others = (known["asked"] for known in requests(spec, task))
    asked = first | {
        name: {key for each in (first, *others) for key in each.get(name, ())}
        for name in ("parameters", "pictures")
    }

    takes = spec.tasks[task]
    assert asked["parameters"] == {each.name for each in takes.parameters}
    parts = {part for rule in takes.pictures for part in rule.parts}
    assert asked["pictures"] == parts | ({"mask"} if takes.mask else set())
    assert "output_format" in asked
    assert ("prompt" in asked) == bool(takes.prompt_limit)
    assert ("seed" in asked) == takes.seeded
    assert ("negative_prompt" in asked) == bool(takes.negative_prompt_limit)
    assert bool({"size", "aspect_ratio"} & set(asked)) == bool(takes.canvas)


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_every_documented_answer_is_understood(spec: ModelSpec, task: str) -> None:
    for reply in golden(spec, task, "response")["replies"]:
        assert understood(spec, reply["body"]) == reply["means"]


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_goldens_hold_a_picture_and_a_refusal_to_show_one(spec: ModelSpec, task: str) -> None:
    meanings = [set(reply["means"]) for reply in golden(spec, task, "response")["replies"]]

    assert {"image", "seed"} in meanings
    assert {"filtered"} in meanings


@pytest.mark.parametrize("kind", ["request", "response"])
@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_golden_says_where_it_is_from_and_when_it_was_read(
    spec: ModelSpec, task: str, kind: str
) -> None:
    known = golden(spec, task, kind)

    assert known["source"] == (spec.tasks[task].source or spec.source)
    assert known["source"].startswith(AWS)
    assert date.fromisoformat(known["checked"]) == spec.checked


def test_a_row_without_goldens_fails() -> None:
    row = replace(next(iter(CATALOGUE.values())), name="a-new-model")

    with pytest.raises(pytest.fail.Exception, match=r"a-new-model/text_to_image.request.json"):
        golden(row, "text_to_image", "request")


def test_there_is_no_golden_without_a_row() -> None:
    written = {str(path.relative_to(GOLDEN)) for path in GOLDEN.rglob("*.json")}

    assert written == {
        f"{spec.name}/{task}.{kind}.json"
        for spec in CATALOGUE.values()
        for task in spec.tasks
        for kind in ("request", "response")
    }


def understood(spec: ModelSpec, body: dict[str, Any]) -> dict[str, Any]:
    try:
        match spec.decode(body):
            case Painted(image, seed):
                return {"image": image, "seed": seed}
            case Filtered(reason):
                return {"filtered": reason}
    except InferenceError as error:
        return {"failed": str(error)}
