"""Every family holds the goldens from AWS's pages, and answers as they do."""

from typing import Any

import pytest

from emulator.families import DIALECTS
from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec
from tests.goldens import filled, golden, sent
from tests.unit.catalogue.table import TASKS
from tests.unit.emulator.live import Bedrock


def test_every_family_of_the_catalogue_has_a_dialect() -> None:
    assert {spec.family for spec in CATALOGUE.values()} <= set(DIALECTS)


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_golden_request_gets_a_reply_of_the_golden_shape(
    bedrock: Bedrock, spec: ModelSpec, task: str
) -> None:
    request, response = golden(spec, task, "request"), golden(spec, task, "response")
    facts: dict[str, Any] = request["asked"].get("pictures", {})
    pictures = {part: sent(part, **each) for part, each in facts.items()}

    reply = bedrock.invoke(spec.id, filled(request["body"], pictures), region=spec.regions[0])

    assert set(reply) == set(response["replies"][0]["body"])
