"""What AWS's page says of one model, beside the shape of its family's answers."""

from dataclasses import dataclass

from emulator.schema import Schema


@dataclass(frozen=True, slots=True)
class Page:
    """One model's facts; models of a family share a dialect, not a page.

    Attributes:
        schema: What its bodies must keep to.
        inputs: The modalities that it takes, in the control plane's words.
        customizations: How it can be customised.
        inference: How it can be called.
    """

    schema: Schema
    inputs: tuple[str, ...] = ("TEXT",)
    customizations: tuple[str, ...] = ()
    inference: tuple[str, ...] = ("ON_DEMAND",)
