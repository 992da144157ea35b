"""The validator's words."""

from typing import Any

import pytest

from emulator.schema import Schema, violations

SCHEMA: Schema = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "minLength": 1, "maxLength": 5},
        "steps": {"type": "integer", "minimum": 10, "maximum": 50},
        "scale": {"type": "number", "minimum": 1.1, "maximum": 10.0},
        "style": {"type": "string", "enum": ["anime", "film"]},
        "texts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "object", "properties": {"text": {"type": "string"}}},
        },
        "extras": {"type": "object", "open": True},
        "anything": {"type": "any"},
        "shown": {"type": "boolean"},
        "colour": {"type": "string", "pattern": "^#[0-9A-F]{2}$"},
        "mode": {"type": "string", "enum": ["words", "box"]},
        "box": {"type": "integer"},
        "inset": {"type": "integer"},
    },
    "dependencies": {"inset": ["box"]},
    "discriminator": {
        "propertyName": "mode",
        "mapping": {"box": {"type": "object", "open": True, "required": ["box"]}},
    },
}


def said(body: object) -> list[str]:
    return list(violations(body, SCHEMA))


def test_a_body_that_keeps_to_the_schema_is_not_faulted() -> None:
    body = {
        "prompt": "a cat",
        "steps": 10,
        "scale": 10,
        "style": "film",
        "texts": [{"text": ""}],
        "extras": {"x": 1},
        "anything": None,
        "shown": False,
        "colour": "#0F",
        "mode": "box",
        "box": 1,
        "inset": 2,
    }

    assert said(body) == []


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"steps": 9}, "#/steps: 9 is not greater or equal to 10"),
        ({"steps": 51}, "#/steps: 51 is not less or equal to 50"),
        ({"steps": 10.5}, "#/steps: expected type: Integer, found: BigDecimal"),
        ({"steps": True}, "#/steps: expected type: Integer, found: Boolean"),
        ({"scale": "7"}, "#/scale: expected type: Number, found: String"),
        ({"scale": 1}, "#/scale: 1 is not greater or equal to 1.1"),
        ({"style": "oil"}, "#/style: oil is not a valid enum value"),
        ({"style": None}, "#/style: expected type: String, found: Null"),
        ({"prompt": ""}, "#/prompt: expected minLength: 1, actual: 0"),
        ({"prompt": "a kitten"}, "#/prompt: expected maxLength: 5, actual: 8"),
        ({"texts": []}, "#/texts: expected minimum item count: 1, found: 0"),
        ({"texts": [{}, {}, {}]}, "#/texts: expected maximum item count: 2, found: 3"),
        ({"texts": [{"text": 1}]}, "#/texts/0/text: expected type: String, found: Integer"),
        ({"texts": [{"x": 1}]}, "#/texts/0: extraneous key [x] is not permitted"),
        ({"nope": 1}, "#: extraneous key [nope] is not permitted"),
        ({"shown": 1}, "#/shown: expected type: Boolean, found: Integer"),
        ({"colour": "#0F0"}, "#/colour: string [#0F0] does not match pattern ^#[0-9A-F]{2}$"),
        ({"colour": "#0F\n"}, "#/colour: string [#0F\n] does not match pattern ^#[0-9A-F]{2}$"),
        ({"inset": 1}, "#: property [box] is required"),
        ({"mode": "box"}, "#: required key [box] not found"),
        ({"mode": "round"}, "#/mode: round is not a valid enum value"),
        ({"mode": 7}, "#/mode: expected type: String, found: Integer"),
    ],
)
def test_each_violation_is_worded_as_bedrock_words_it(
    more: dict[str, object], sentence: str
) -> None:
    assert said({"prompt": "a cat", **more}) == [sentence]


def test_a_missing_key_is_named() -> None:
    assert said({}) == ["#: required key [prompt] not found"]


def test_a_body_that_is_no_object_is_named() -> None:
    assert said(["a cat"]) == ["#: expected type: JSONObject, found: JSONArray"]


def test_all_violations_are_told() -> None:
    assert len(said({"steps": 1, "style": "oil", "nope": 1})) == 4


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("text", []),
        (["text"], []),
        ([], ["#: expected type: String, found: JSONArray"]),
        (["a", "b"], ["#: expected type: String, found: JSONArray"]),
        ([1], ["#: expected type: String, found: Integer"]),
    ],
)
def test_what_may_be_boxed_stands_in_an_array_of_its_own(value: Any, told: list[str]) -> None:
    assert list(violations(value, {"type": "string", "boxed": True})) == told
