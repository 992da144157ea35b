"""Which models answer, by which name, where and on which day.

Some models are called through an inference profile alone, whose id is the row's; what
the control plane lists and what an id of its own may do is the model behind it.
"""

import re
from dataclasses import dataclass
from datetime import date

from emulator import refusal
from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec

_ARN = re.compile(
    r"arn:aws[a-z-]*:bedrock:(?P<region>[a-z0-9-]+):"
    r"(:foundation-model|\d{12}:(?P<profile>inference-profile))/(?P<id>.+)"
)


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The calendar that one emulator lives by.

    Attributes:
        today: The day whose lifecycle holds, or None: extended access to all.
        new_customer: Whether legacy models are refused.
    """

    today: date | None = None
    new_customer: bool = False

    def answering(self, identifier: str, region: str) -> ModelSpec:
        """Return the model that may be invoked under `identifier` in `region`.

        Raises:
            Refusal: It does not exist here, is called past its profile, has ended, or is
                closed to newcomers.
        """
        spec = self._known(identifier, region)
        if spec is None:
            raise refusal.unknown_model()
        if spec.profile_of and not _names_profile(identifier, spec):
            raise refusal.profile_only(identifier)
        if self.has_ended(spec):
            raise refusal.ended()
        if self.new_customer and self.is_legacy(spec):
            raise refusal.legacy()
        return spec

    def listed(self, region: str) -> list[ModelSpec]:
        """Return the models that the control plane lists in `region`."""
        here = (spec for spec in CATALOGUE.values() if region in spec.regions)
        return [spec for spec in here if self._launched(spec) and not self.has_ended(spec)]

    def described(self, identifier: str, region: str) -> ModelSpec:
        """Return the model that the control plane describes; a profile is no model.

        Raises:
            Refusal: It is not listed in `region` today.
        """
        spec = self._known(identifier, region)
        if spec is None or _names_profile(identifier, spec) or self.has_ended(spec):
            raise refusal.unresolved_model()
        return spec

    def profile(self, identifier: str, region: str) -> ModelSpec:
        """Return the row of an inference profile, by its id or ARN.

        Raises:
            Refusal: There is no such profile in `region` today.
        """
        spec = self._known(identifier, region)
        if spec is None or not _names_profile(identifier, spec) or self.has_ended(spec):
            raise refusal.unknown_profile()
        return spec

    def has_ended(self, spec: ModelSpec) -> bool:
        """Whether calls fail; never under extended access."""
        return self.today is not None and spec.lifecycle.retired_on(self.today)

    def is_legacy(self, spec: ModelSpec) -> bool:
        """Whether the provider has announced the end; without a day, whether it ever did.

        A model that ended on no known day answers under extended access only, and
        was announced to end before that.
        """
        announced = spec.lifecycle.legacy
        if self.today is None:
            return announced is not None or spec.lifecycle.state == "retired"
        return announced is not None and announced <= self.today

    def _launched(self, spec: ModelSpec) -> bool:
        first = spec.lifecycle.launched
        return self.today is None or first is None or first <= self.today

    def _known(self, identifier: str, region: str) -> ModelSpec | None:
        """Find a row by a name of its, if it exists in `region` today."""
        arn = _ARN.fullmatch(identifier)
        if arn and arn["region"] != region:
            return None
        rows = CATALOGUE.values()
        spec = next((each for each in rows if _means(identifier, each)), None)
        here = spec is not None and region in spec.regions and self._launched(spec)
        return spec if here else None


def names_image_model(identifier: str) -> bool:
    """Whether an id or ARN is one of the catalogue's."""
    return any(_means(identifier, each) for each in CATALOGUE.values())


def _means(identifier: str, spec: ModelSpec) -> bool:
    """Say whether an id or ARN is one of a row's."""
    arn, asked = _ARN.fullmatch(identifier), id_in(identifier)
    if arn and arn["profile"]:
        return asked == spec.id and bool(spec.profile_of)
    if arn and spec.profile_of:
        return asked == spec.foundation
    return asked in (spec.id, spec.foundation, *spec.aliases)


def _names_profile(identifier: str, spec: ModelSpec) -> bool:
    return bool(spec.profile_of) and id_in(identifier) == spec.id


def id_in(identifier: str) -> str:
    """Return the id that an identifier is or, as an ARN, ends with."""
    arn = _ARN.fullmatch(identifier)
    return arn["id"] if arn else identifier
