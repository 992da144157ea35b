"""What a prompt asks to see: the painter's plan, before any pixel."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from emulator.commission import Commission
from emulator.paint import words
from emulator.paint.colour import Colour, rgb
from emulator.paint.place import place_of
from emulator.paint.reading import FAINT, Text, banned, quoted, wished
from emulator.paint.styles import STYLE_WORDS

_FEATURES = words.patterns(words.FEATURES)
_HOURS = words.patterns(words.HOURS)
_WEATHERS = words.patterns(words.WEATHERS)
_SEASONS = words.patterns(words.SEASONS)
_COLOURS = words.patterns({name: pattern for name, (pattern, _) in words.COLOURS.items()})
_TINTS = {name: rgb(code) for name, (_, code) in words.COLOURS.items()}
_SCHEME = re.compile(r"colou?r(?:ed)? (?:scheme|palette|tones?)|tones?\b|palette|색감|색조|톤|배색")
_GENERIC = re.compile(
    r"\b(?:an?|the|of|in|on|at|with|and|by|to|from|style[sd]?|image|picture|art|artistic|type|shot"
    r"|angle|lens|light|lighting|detailed|quality|beautiful|sign|reading|saying|text|4k|8k|hd|very|highly)\b"
)
_LOW_ANGLE = re.compile(r"low.angle|worm.s.eye|로우 ?앵글|아래에서")
_HIGH_ANGLE = re.compile(r"high.angle|aerial|bird.s.eye|drone|항공|드론|하이 ?앵글|위에서")


@dataclass(frozen=True, slots=True)
class Scene:
    """A plan.

    Attributes:
        place: One of `words.PLACES`, or `portrait`, `macro`, `still`, `abstract`.
        features: What is in it, with weights; 1 is plain.
        hour: One of `words.HOURS`.
        weather: One of `words.WEATHERS`, or None for fair.
        season: One of `words.SEASONS`, or `summer`.
        sign: Text to be drawn.
        scheme: Colours that the whole picture should keep to.
        painted: Colours that were asked for single features.
        angle: -1 from below, 0 level, 1 from above.
        banned: Features that must not be seen.
        text: All words, for those who look for more.
        avoided: All words to be avoided.
        key: Decides everything that words leave open, with the seed.
    """

    place: str
    features: Mapping[str, float]
    hour: str
    weather: str | None
    season: str
    sign: str | None
    scheme: tuple[Colour, ...]
    painted: Mapping[str, Colour]
    angle: int
    banned: frozenset[str]
    text: str
    avoided: str
    key: int = field(repr=False, default=0)

    def has(self, *names: str) -> bool:
        """Whether any of these features is asked for."""
        return any(name in self.features for name in names)

    def weight(self, name: str) -> float:
        """Return how much a feature counts; 0 where it is not asked for."""
        return self.features.get(name, 0.0)

    def rng(self, part: str) -> np.random.Generator:
        """Return the generator of one part, so that parts do not disturb each other."""
        digest = hashlib.sha256(f"{self.key}|{part}".encode()).digest()
        return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def plan(commission: Commission) -> Scene:
    """Read a commission's wishes into a scene."""
    text, avoided = wished(commission.wishes), banned(commission.wishes)
    key = _key(commission, text)
    chance = np.random.default_rng(key)
    features = _features(text, avoided)
    place = place_of(text, avoided, features)
    season = _first(_SEASONS, text, avoided) or "summer"
    return Scene(
        place=place,
        features=features,
        hour=_first(_HOURS, text, avoided) or _usual_hour(place, features, chance),
        weather=_first(_WEATHERS, text, avoided),
        season=season,
        sign=quoted(commission.wishes),
        scheme=_scheme(text),
        painted=_painted(text),
        angle=bool(_HIGH_ANGLE.search(text.letters)) - bool(_LOW_ANGLE.search(text.letters)),
        banned=frozenset(name for name, p in _FEATURES.items() if avoided.find(p)),
        text=text.letters,
        avoided=avoided.letters,
        key=key,
    )


def _key(commission: Commission, text: Text) -> int:
    """Return a number that the model, the seed and the words for things decide.

    Words for how it looks (style, hour, weather, colours) are left out, so that
    changing one of them changes the look and not the composition.
    """
    told = text.letters
    looks = (_HOURS, _WEATHERS, _SEASONS, _COLOURS, STYLE_WORDS)
    for pattern in (
        _SCHEME,
        _LOW_ANGLE,
        _HIGH_ANGLE,
        *(p for table in looks for p in table.values()),
    ):
        told = pattern.sub(" ", told)
    things = " ".join(re.findall(r"\w+", _GENERIC.sub(" ", told)))
    digest = hashlib.sha256(f"{commission.model}|{commission.seed}|{things}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def _features(text: Text, avoided: Text) -> dict[str, float]:
    found: list[tuple[int, str, float]] = []
    for name, pattern in _FEATURES.items():
        hit = text.find(pattern)
        if hit and hit[1] >= FAINT and not avoided.find(pattern):
            found.append((hit[0], name, hit[1]))
    return {name: weight for _, name, weight in sorted(found)}


def _first(table: Mapping[str, re.Pattern[str]], text: Text, avoided: Text) -> str | None:
    hits = [
        (hit[0], name)
        for name, pattern in table.items()
        if (hit := text.find(pattern)) and hit[1] >= FAINT and not avoided.find(pattern)
    ]
    return min(hits)[1] if hits else None


def _usual_hour(place: str, features: Mapping[str, float], chance: np.random.Generator) -> str:
    if features.keys() & {"aurora", "fireworks", "lantern", "campfire", "moon"}:
        return "night"
    if place in ("street", "city"):
        return str(chance.choice(["dusk", "night", "sunset"]))
    return str(chance.choice(["day", "golden", "dawn", "day", "sunset"]))


def _scheme(text: Text) -> tuple[Colour, ...]:
    """Return the colours that stand before the word for a colour scheme."""
    found = _SCHEME.search(text.letters)
    if not found:
        return ()
    before = text.letters[max(0, found.start() - 40) : found.start()]
    return tuple(_TINTS[name] for name, pattern in _COLOURS.items() if pattern.search(before))


def _painted(text: Text) -> dict[str, Colour]:
    """Return the colour that stands right before each feature's word."""
    painted: dict[str, Colour] = {}
    for name, pattern in _FEATURES.items():
        for match in pattern.finditer(text.letters):
            before = text.letters[max(0, match.start() - 16) : match.start()]
            for tint, colour in _COLOURS.items():
                if colour.search(before):
                    painted.setdefault(name, _TINTS[tint])
    return painted
