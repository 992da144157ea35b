"""Fields that both pages word alike, as schemas."""

from collections.abc import Mapping

from emulator.schema import Schema

IMAGE: Schema = {"type": "string"}
"""A file in base64; the intake reads it."""

STRENGTH: Schema = {"type": "number", "minimum": 0, "maximum": 1}
SIMILARITY: Schema = {"type": "number", "minimum": 0.2, "maximum": 1}
COLORS: Schema = {
    "type": "array",
    "minItems": 1,
    "maxItems": 10,
    "items": {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"},
}
IMAGES: Schema = {"type": "array", "minItems": 1, "maxItems": 5, "items": IMAGE}
FLAG: Schema = {"type": "boolean"}
CONFIG: Schema = {
    "quality": {"type": "string", "enum": ["standard", "premium"]},
    "numberOfImages": {"type": "integer", "minimum": 1, "maximum": 5},
    "cfgScale": {"type": "number", "minimum": 1.1, "maximum": 10},
    "seed": {"type": "integer", "minimum": 0, "maximum": 2_147_483_646},
}
"""What every configuration takes; width and height stand on the pages."""

CONDITION: Schema = {
    "conditionImage": IMAGE,
    "controlMode": {"type": "string", "enum": ["CANNY_EDGE", "SEGMENTATION"]},
    "controlStrength": STRENGTH,
}
CONDITION_NEEDS = {"controlMode": ["conditionImage"], "controlStrength": ["conditionImage"]}
"""If controlMode or controlStrength are provided, then conditionImage must also be."""


def words(most: int) -> Schema:
    """Return the schema of a text of at most so many characters."""
    return {"type": "string", "minLength": 1, "maxLength": most}


def choice(*values: str) -> Schema:
    """Return the schema of one of some words."""
    return {"type": "string", "enum": list(values)}


def fields(
    properties: Mapping[str, Schema],
    *,
    required: tuple[str, ...] = (),
    dependencies: Mapping[str, list[str]] | None = None,
) -> Schema:
    """Return the schema of a closed object."""
    return {
        "type": "object",
        "required": list(required),
        "properties": dict(properties),
        "dependencies": dict(dependencies or {}),
    }
