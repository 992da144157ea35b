"""A prompt's three parts between what the API calls them and what the form holds. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from studio.parts.vocabulary import DETAILS, STYLES, TYPES

LETTERING = re.compile(r'sign reading "([^"]*)"')
"""Text that the picture shows stands in double quotes, or a model paints it as a scene."""


@dataclass(frozen=True)
class Wording:
    """What a person chose and wrote for a prompt.

    Attributes:
        kind: A key of `TYPES`, or None.
        kind_own: Their own words instead.
        description: Subject, surroundings, scene.
        styles: Keys of `STYLES`.
        style_own: Their own words beside.
        details: By kind of detail, keys of `DETAILS[kind]`.
        details_own: Their own, with commas between.
        lettering: Text that the picture should show.
    """

    kind: str | None = None
    kind_own: str = ""
    description: str = ""
    styles: tuple[str, ...] = ()
    style_own: str = ""
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    details_own: str = ""
    lettering: str = ""

    def prompt(self) -> dict[str, Any]:
        """Return the `prompt` of a request; parts that say nothing are left out."""
        words = {
            "image_type": self.kind_own.strip() or self.kind or "",
            "description": self.description.strip(),
            "style": ", ".join([*self.styles, *_split(self.style_own)]),
            "details": self._details(),
        }
        return {name: value for name, value in words.items() if value}

    def _details(self) -> list[str]:
        chosen = [term for kind in DETAILS for term in self.details.get(kind, ())]
        shown = self.lettering.replace('"', "'").strip()
        return [*chosen, *_split(self.details_own), *([f'sign reading "{shown}"'] if shown else [])]


def read(prompt: str | Mapping[str, Any]) -> Wording:
    """Return how the form would say a request's prompt, for starting from it again."""
    if isinstance(prompt, str):
        return Wording(description=prompt)
    kind = str(prompt.get("image_type") or "")
    styles = _split(str(prompt.get("style") or ""))
    details = [each for one in prompt.get("details") or () for each in _split(one)]
    lettered = [found.group(1) for each in details if (found := LETTERING.fullmatch(each))]
    known = {kind: tuple(d for d in details if d in terms) for kind, terms in DETAILS.items()}
    taken = {term for terms in known.values() for term in terms}
    own = [d for d in details if d not in taken and not LETTERING.fullmatch(d)]
    own += [f'sign reading "{text}"' for text in lettered[1:]]
    return Wording(
        kind=kind if kind in TYPES else None,
        kind_own="" if kind in TYPES else kind,
        description=str(prompt.get("description") or ""),
        styles=tuple(style for style in styles if style in STYLES),
        style_own=", ".join(style for style in styles if style not in STYLES),
        details=known,
        details_own=", ".join(own),
        lettering=lettered[0] if lettered else "",
    )


def _split(text: str) -> list[str]:
    """Return what commas separate; a comma between quotes separates nothing."""
    parts = re.findall(r'(?:"[^"]*"|[^,"]|")+', text)
    return [part.strip() for part in parts if part.strip()]
