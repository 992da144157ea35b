"""A JSON Schema, checked in the words of Bedrock's own validator.

The wording is that of the everit validator, which Bedrock's messages quote:
`#/textToImageParams/text: expected maxLength: 512, actual: 536` was seen from
Titan, `required key [messages] not found` and `extraneous key [top_k] is not
permitted` from others. Bounds are worded as that validator words them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
}
_WANTED = {
    "object": "JSONObject",
    "array": "JSONArray",
    "string": "String",
    "integer": "Integer",
    "number": "Number",
    "boolean": "Boolean",
}
_FOUND = {
    dict: "JSONObject",
    list: "JSONArray",
    str: "String",
    bool: "Boolean",
    int: "Integer",
    float: "BigDecimal",
    type(None): "Null",
}


def violations(value: Any, schema: Schema, pointer: str = "#") -> Iterator[str]:
    """Yield everything in `value` that breaks `schema`, outermost first.

    Args:
        value: A parsed JSON value.
        schema: The JSON Schema words used here: `type`, `enum`, `minimum`,
            `maximum`, `multipleOf`, `minLength`, `maxLength`, `pattern`, `minItems`,
            `maxItems`, `items`, `properties`, `required`, `dependencies`, and OpenAPI's
            `discriminator`: the schema that an object must keep to as well, by the value
            of one of its members. Objects are closed unless they are `open`; the type
            `any` takes everything; what is `boxed` may stand in an array of its own.
        pointer: Where `value` stands in the body.
    """
    kind = schema["type"]
    if kind == "any":
        return
    if schema.get("boxed") and isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not _TYPES[kind](value):
        yield f"{pointer}: expected type: {_WANTED[kind]}, found: {_FOUND[type(value)]}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{pointer}: {value} is not a valid enum value"
    for check in _CHECKS[kind]:
        yield from check(value, schema, pointer)


def _members(value: dict[str, Any], schema: Schema, pointer: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{pointer}: required key [{name}] not found"
    for name, member in value.items():
        if name in known:
            yield from violations(member, known[name], f"{pointer}/{name}")
        elif not schema.get("open"):
            yield f"{pointer}: extraneous key [{name}] is not permitted"
        for needed in schema.get("dependencies", {}).get(name, ()):
            if needed not in value:
                yield f"{pointer}: property [{needed}] is required"


def _variant(value: dict[str, Any], schema: Schema, pointer: str) -> Iterator[str]:
    """Hold an object against what its own discriminator chooses; a wrong one is told above."""
    choice = schema.get("discriminator")
    chosen = value.get(choice["propertyName"]) if choice else None
    if isinstance(chosen, str) and chosen in choice["mapping"]:
        yield from violations(value, choice["mapping"][chosen], pointer)


def _items(value: list[Any], schema: Schema, pointer: str) -> Iterator[str]:
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(value))
    if len(value) < least:
        yield f"{pointer}: expected minimum item count: {least}, found: {len(value)}"
    if len(value) > most:
        yield f"{pointer}: expected maximum item count: {most}, found: {len(value)}"
    for index, item in enumerate(value):
        yield from violations(item, schema["items"], f"{pointer}/{index}")


def _text(value: str, schema: Schema, pointer: str) -> Iterator[str]:
    least, most = schema.get("minLength", 0), schema.get("maxLength", len(value))
    if len(value) < least:
        yield f"{pointer}: expected minLength: {least}, actual: {len(value)}"
    if len(value) > most:
        yield f"{pointer}: expected maxLength: {most}, actual: {len(value)}"
    if not re.fullmatch(schema.get("pattern", ".*"), value, re.DOTALL):
        yield f"{pointer}: string [{value}] does not match pattern {schema['pattern']}"


def _bounds(value: float, schema: Schema, pointer: str) -> Iterator[str]:
    least, most = schema.get("minimum", value), schema.get("maximum", value)
    if value < least:
        yield f"{pointer}: {value} is not greater or equal to {least}"
    if value > most:
        yield f"{pointer}: {value} is not less or equal to {most}"
    if value % schema.get("multipleOf", 1) and "multipleOf" in schema:
        yield f"{pointer}: {value} is not a multiple of {schema['multipleOf']}"


_CHECKS: dict[str, tuple[Callable[[Any, Schema, str], Iterator[str]], ...]] = {
    "object": (_members, _variant),
    "array": (_items,),
    "string": (_text,),
    "integer": (_bounds,),
    "number": (_bounds,),
    "boolean": (),
}
