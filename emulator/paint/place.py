"""Where a prompt plays: the kind of picture that its words fit into."""

from collections.abc import Mapping

from emulator.paint import words
from emulator.paint.reading import FAINT, Text

_PLACES = words.patterns(words.PLACES)


def place_of(text: Text, avoided: Text, features: Mapping[str, float]) -> str:
    """Choose where it is: subjects that fill the frame first, then the first place named."""
    if "butterfly" in features or "blossom_macro" in features:
        return "macro"
    named = [
        (hit[0], place)
        for place, pattern in _PLACES.items()
        if (hit := text.find(pattern)) and hit[1] >= FAINT and not avoided.find(pattern)
    ]
    if "portrait" in features:
        return "portrait"
    if named:
        return _settled(min(named)[1], {place for _, place in named})
    return _unplaced(features)


def _settled(first: str, places: set[str]) -> str:
    """Prefer the place that can hold the others: a mountain lake has mountains."""
    for greater in ("space", "room", "town", "street"):
        if greater in places:
            return greater
    if "mountains" in places and first in ("forest", "hills", "sea"):
        return "mountains"
    if "city" in places and first in ("sea", "hills", "beach"):
        return "city"
    return "beach" if first == "sea" and "beach" in places else first


def _unplaced(features: Mapping[str, float]) -> str:
    """Choose a place for things that were named without one."""
    homes = (
        ("planet", "space"),
        ("astronaut", "space"),
        ("fruit", "still"),
        ("cup", "still"),
        ("vase", "still"),
        ("lake", "mountains"),
        ("lighthouse", "sea"),
        ("palms", "beach"),
        ("boat", "sea"),
        ("aurora", "mountains"),
        ("snow", "mountains"),
        ("fireworks", "city"),
        ("car", "street"),
        ("cowboy", "town"),
        ("person", "portrait"),
    )
    for feature, place in homes:
        if feature in features:
            return place
    return "hills" if features else "abstract"
