"""Text of the wrong form is refused in words, whatever form was asked for."""

import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from functions.http.fields import PATTERNS
from functions.http.models import GenerationBody
from functions.http.problems import faults

DOCUMENT = Path(__file__).parents[3] / "docs" / "openapi.json"


def test_every_pattern_of_the_api_says_in_words_what_it_asks_for() -> None:
    found = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', DOCUMENT.read_text())

    assert {json.loads(each) for each in found} == set(PATTERNS)


@pytest.mark.parametrize("way", ["upload_id", "image_id", "input_id"])
@pytest.mark.parametrize("sent", ["x", "../../x", f"upl_{'0' * 26}\n"])
def test_a_picture_by_an_id_that_is_none_is_refused_by_name(way: str, sent: str) -> None:
    with pytest.raises(ValidationError) as refused:
        GenerationBody.model_validate({"task": "inpaint", "image": {way: sent}})

    [fault] = faults([error | {"loc": ("body", *error["loc"])} for error in refused.value.errors()])
    assert (fault.pointer, fault.code) == (f"/image/{way}", "malformed")
    assert way.removesuffix("_id") in fault.detail
