"""What a person calls an axis of a comparison, and a value on it."""

from typing import Any

from studio import session
from studio.parts import parameters
from studio.parts.models import INTENTS
from studio.parts.sweep import MODEL
from studio.parts.vocabulary import STYLES, TYPES, label
from studio.words import known, say


def axis_name(name: str) -> str:
    """Return the name of what varies."""
    own = f"compare.axis_{name}"
    if known(own):
        return say(own)
    return say(f"parameters.{name}_name") if known(f"parameters.{name}_name") else name


def value_name(name: str, value: Any) -> str:
    """Return the label of a value."""
    if value == "":
        return say("compare.none")
    if name == MODEL:
        return model_title(str(value))
    if name in ("image_type", "style"):
        return label(TYPES if name == "image_type" else STYLES, str(value))
    if isinstance(value, str) and known(f"parameters.{name}"):
        return parameters.choice(name, value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def axis_lesson(name: str) -> str:
    """Return what varying this shows; empty where we do not know the parameter."""
    for key in (f"compare.shows_{name}", f"parameters.{name}"):
        if known(key):
            return say(key)
    return ""


def model_title(model: str) -> str:
    """Return what people call a model or an intent; what is not in the catalogue keeps its name."""
    if model in INTENTS:
        return say(f"models.{model}")
    titles = {name: row.title for row in session.models() for name in (row.id, row.name)}
    return titles.get(model, model)
