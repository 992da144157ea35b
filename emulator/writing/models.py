"""The text models that answer Converse here, and where.

Ids: https://docs.aws.amazon.com/nova/latest/nova2-userguide/core-inference.html, checked
2026-11-22. The Regions of the profile are unconfirmed.
"""

from dataclasses import dataclass

from emulator import refusal
from emulator.lifecycle import id_in, names_image_model
from emulator.refusal import Refusal


@dataclass(frozen=True, slots=True)
class TextModel:
    """One text model; the bare id answers nobody, its profile does."""

    id: str
    profile: str
    regions: tuple[str, ...]


TEXT_MODELS = {
    "us.amazon.nova-2-lite-v1:0": TextModel(
        "amazon.nova-2-lite-v1:0",
        "us.amazon.nova-2-lite-v1:0",
        ("us-east-1", "us-east-2", "us-west-2"),
    )
}


def answering(identifier: str, region: str) -> TextModel:
    """Return the text model that Converse calls under `identifier` in `region`.

    Raises:
        Refusal: it does not exist here, is called past its profile, or paints.
    """
    asked = id_in(identifier)
    if model := TEXT_MODELS.get(asked):
        if region in model.regions:
            return model
        raise refusal.unknown_model()
    if any(asked == each.id for each in TEXT_MODELS.values()):
        raise refusal.profile_only(identifier)
    raise _paints() if names_image_model(asked) else refusal.unknown_model()


def _paints() -> Refusal:
    """Refuse to converse with an image model; reported by users of others."""
    return refusal.invalid(
        "This action doesn't support the model that you provided. Try again with a supported "
        "text or chat model."
    )
