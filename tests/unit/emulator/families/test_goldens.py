"""Every family holds the goldens from AWS's pages, and answers as they do."""

import json
from pathlib import Path
from typing import Any

import pytest

from emulator.families import DIALECTS
from functions.catalogue import CATALOGUE
from tests.unit.emulator.live import Bedrock

GOLDENS = Path(__file__).parents[3] / "golden"


def golden(name: str, half: str) -> dict[str, Any]:
    return json.loads((GOLDENS / name / f"text_to_image.{half}.json").read_text())


def test_every_family_of_the_catalogue_has_a_dialect() -> None:
    assert {spec.family for spec in CATALOGUE.values()} <= set(DIALECTS)


@pytest.mark.parametrize("spec", CATALOGUE.values(), ids=lambda spec: spec.name)
def test_a_golden_request_gets_a_reply_of_the_golden_shape(bedrock: Bedrock, spec: Any) -> None:
    request, response = golden(spec.name, "request"), golden(spec.name, "response")

    reply = bedrock.invoke(spec.id, request["body"], region=spec.regions[0])

    assert set(reply) == set(response["replies"][0]["body"])
