"""Our JSON: what is not as we write it is not believed."""

import json

import pytest

from functions.adapters.inscription import exact
from tests.unit.adapters.inscription.pictures import an_inscription

SOUND = json.loads(exact.write(an_inscription()))


def test_the_json_is_what_anybody_can_read() -> None:
    assert SOUND["prompt"] == "산과 호수, a lake at dawn"
    assert SOUND["parameters"]["cfg_scale"] == 7.5
    assert exact.read(json.dumps(SOUND)) == an_inscription()


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": None},
        {"prompt": 5},
        {"model": ["a"]},
        {"seed": -1},
        {"seed": 2**64},
        {"seed": True},
        {"seed": "7"},
        {"width": 1.5},
        {"parameters": []},
        {"parameters": {"a": [[[[[1]]]]]}},
    ],
)
def test_a_field_of_another_kind_is_not_believed(change: dict[str, object]) -> None:
    assert exact.read(json.dumps(SOUND | change)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '{"prompt": "\\ud800"}',
        '{"prompt": "a", "parameters": {"x": NaN}}',
        '{"prompt": "a", "parameters": {"x": 1e999}}',
        '{"prompt": "a", "parameters": {"x": ' + "1" * 5000 + "}}",
        '{"prompt": "a", "parameters": ' + "[" * 50_000,
        '{"prompt": "' + "a" * exact.LONGEST + '"}',
    ],
)
def test_what_no_answer_could_carry_is_not_read(text: str) -> None:
    assert exact.read(text) is None


def test_fields_of_a_later_version_are_passed_over() -> None:
    assert exact.read(json.dumps(SOUND | {"mood": "calm"})) == an_inscription()
