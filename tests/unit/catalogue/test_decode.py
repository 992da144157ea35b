"""Replies that no page documents: none of them may pass for a picture."""

from typing import Any

import pytest

from functions.catalogue.spec import ModelSpec
from functions.domain.call import Painted, UnreadableReply
from tests.goldens import golden
from tests.unit.catalogue.table import ROWS, TASKS

EMPTY = [
    {},
    {"message": "hello"},
    {"images": []},
    {"images": None},
    {"images": [], "error": None},
    {"artifacts": []},
    {"artifacts": None},
    {"artifacts": [{}]},
    {"artifacts": [{"finishReason": "SUCCESS"}]},
    {"artifacts": [{"finishReason": "SUCCESS", "base64": ""}]},
    {"finish_reasons": [None]},
    {"finish_reasons": [], "images": []},
    {"finish_reasons": None, "images": None},
]


@pytest.mark.parametrize("body", EMPTY)
@pytest.mark.parametrize("spec", ROWS)
def test_a_reply_with_neither_picture_nor_reason_is_unreadable(
    spec: ModelSpec, body: dict[str, Any]
) -> None:
    with pytest.raises(UnreadableReply):
        spec.decode(body)


@pytest.mark.parametrize("seed", [None, "", "seven", [], {}, float("inf")])
@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_an_odd_seed_does_not_cost_the_picture(spec: ModelSpec, task: str, seed: Any) -> None:
    body = golden(spec, task, "response")["replies"][0]["body"]
    for holder, name in ((body, "seeds"), *((each, "seed") for each in body.get("artifacts", ()))):
        if name in holder:
            holder[name] = [seed] if name == "seeds" else seed

    answer = spec.decode(body)

    assert isinstance(answer, Painted)
    assert answer.seed is None
    assert answer.image


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_fields_that_we_do_not_know_do_no_harm(spec: ModelSpec, task: str) -> None:
    reply = golden(spec, task, "response")["replies"][0]

    answer = spec.decode({**reply["body"], "warnings": ["soon"], "usage": {"images": 1}})

    assert isinstance(answer, Painted)
