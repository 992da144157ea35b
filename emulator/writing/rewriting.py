"""A brief, split into the parts of a prompt and said in English, by rules.

Korean is said word by word through the glossary; English keeps its own words. What is to be
avoided, and what stands in quotes, is taken out first.
"""

import re
from dataclasses import dataclass

from emulator.writing.glossary import Found, found

_QUOTED = re.compile(r"[\"“”「『]([^\"“”「」『』]{1,60})[\"”」』]")
_AVOIDED_KOREAN = re.compile(r"(\S+?)(?:이|가|은|는)? ?(?:없이|없는|빼고|제외하고)")
_AVOIDED = re.compile(r"\b(?:without|no|avoid(?:ing)?)\s+(?:any\s+)?([a-z][a-z -]{1,40})", re.I)
_HANGUL = re.compile(r"[가-힣]")
_FOREIGN = re.compile(r"[^\x20-\x7e\u00c0-\u024f]+")

_MEDIA = {
    "photograph": r"photo(?:graph)?s?|picture",
    "oil painting": r"oil painting",
    "watercolour painting": r"watercolou?r(?: painting)?",
    "pencil sketch": r"(?:pencil )?(?:sketch|drawing)",
    "line art": r"line art",
    "illustration": r"illustration",
    "poster": r"poster",
    "3D render": r"3d render(?:ing)?",
    "pixel art": r"pixel art",
    "painting": r"painting",
}
_STYLES = re.compile(
    r"\b(cinematic|minimalist|impressionist|surreal|cyberpunk|vintage|realistic|abstract|dreamy"
    r"|pop art|art deco|baroque|gothic)\b(?: style)?",
    re.I,
)
_LIGHTS = re.compile(
    r"\b((?:golden|soft|warm|neon|dramatic) light(?:ing)?|backlit|moonlight)\b", re.I
)

LONGEST, MOST_DETAILS = 800, 12
"""Characters of a description; phrases beside it. A model has its own measure, too."""

USUAL_STYLE = {
    "photograph": "natural, realistic",
    "oil painting": "rich impasto",
    "watercolour painting": "loose luminous washes",
    "ink wash painting": "expressive brush strokes",
    "pencil sketch": "fine hatching",
    "line art": "clean lines",
    "pixel art": "16-bit",
}
USUAL_LIGHT = {
    "at night": "glowing artificial light",
    "at dawn": "first light",
    "at sunset": "golden hour light",
    "at dusk": "blue hour light",
    "in the rain": "wet reflections",
    "in the fog": "diffuse light",
    "in falling snow": "soft diffuse light",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A prompt in its parts."""

    image_type: str
    description: str
    style: str
    details: tuple[str, ...]
    negative_prompt: str = ""


def rewritten(brief: str) -> Parts:
    """Return the parts of a prompt for a brief in Korean, English, or both."""
    signs = [match[1].strip() for match in _QUOTED.finditer(brief)]
    text = _QUOTED.sub(" ", brief)
    korean = bool(_HANGUL.search(text))
    text, avoided = _avoided(text, _AVOIDED_KOREAN if korean else _AVOIDED)
    parts = _of_korean(text) if korean else _of_english(text)
    details = (*parts.details, *(f'a sign that says "{sign}"' for sign in signs))
    shown = details[:MOST_DETAILS]
    return Parts(parts.image_type, parts.description, parts.style, shown, _short(avoided))


def _avoided(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Return a text without what it wishes away, and that."""
    wished = [match[1] for match in pattern.finditer(text)]
    nouns = [_nouns(each) if _HANGUL.search(each) else each.strip().lower() for each in wished]
    return pattern.sub(" ", text), ", ".join(filter(None, nouns))


def _nouns(korean: str) -> str:
    return " ".join(each.english for each in found(korean))


def _of_korean(text: str) -> Parts:
    known = found(text)
    of = {part: _once(known, part) for part in ("medium", "style", "light", "shot", "time")}
    medium = of["medium"][0] if of["medium"] else "photograph"
    names = _things(known, text) or _latin(text) or "a quiet scene"
    description = " ".join([names, *of["time"]])
    return _finished(medium, description, of["style"], [*of["shot"], *of["light"]], of["time"])


def _things(known: list[Found], text: str) -> str:
    """Return things with the qualities that stand before them, and what they do behind them."""
    said: list[str] = []
    waiting: list[str] = []
    for before, each in zip([None, *known], known, strict=False):
        if each.part == "quality":
            does = before and before.part == "thing" and _is_subject(before, text)
            if does and said and each.english.endswith("ing"):
                said[-1] += f" {each.english}"
            else:
                waiting.append(each.english)
        elif each.part == "thing":
            said.append(_named(waiting, each.english))
            waiting = []
    if waiting:
        said[-1:] = [_named(waiting, said[-1] if said else "scene")]
    unique = list(dict.fromkeys(said))
    return ", ".join(unique[:-1]) + " and " + unique[-1] if len(unique) > 1 else "".join(unique)


def _is_subject(thing: Found, text: str) -> bool:
    return text[thing.end : thing.end + 1] in tuple("이가은는")


def _named(qualities: list[str], thing: str) -> str:
    """Return a thing with its qualities, in the plural where there are several."""
    several = {"two", "three"} & {*qualities}
    return " ".join([*qualities, _plural(thing) if several else thing])


def _plural(thing: str) -> str:
    if thing.endswith("y") and thing[-2:-1] not in tuple("aeiou"):
        return f"{thing[:-1]}ies"
    return thing if thing.endswith("s") else f"{thing}s"


def _of_english(text: str) -> Parts:
    styles = [each.lower() for each in _STYLES.findall(text)]
    lights = [each.lower() for each in _LIGHTS.findall(text)]
    text = " ".join(_LIGHTS.sub(" ", _STYLES.sub(" ", text)).split())
    medium = "photograph"
    for name, words in _MEDIA.items():
        pattern = re.compile(rf"\b(?:an? )?(?:{words})\b(?: (?:of|showing))?", re.I)
        if pattern.search(text):
            medium, text = name, pattern.sub(" ", text, count=1)
            break
    description = _latin(text) or "a quiet scene"
    times = [time for time in USUAL_LIGHT if time.rpartition(" ")[2] in description.lower()]
    return _finished(medium, description, styles, lights, times)


def _finished(
    medium: str, description: str, styles: list[str], details: list[str], times: list[str]
) -> Parts:
    """Return the parts, with what a medium and an hour bring along."""
    light = [USUAL_LIGHT[time] for time in times if time in USUAL_LIGHT]
    style = ", ".join(styles) or USUAL_STYLE.get(medium, "clear and balanced")
    told = dict.fromkeys([*details, *light, "balanced composition"])
    return Parts(medium, _short(description), style, tuple(told))


def _short(text: str) -> str:
    """Return the first words of a text, as many as a description has."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]


def _once(known: list[Found], part: str) -> list[str]:
    return list(dict.fromkeys(each.english for each in known if each.part == part))


def _latin(text: str) -> str:
    """Return what of a text is written in Latin letters, without loose ends."""
    words = _FOREIGN.sub(" ", text)
    words = re.sub(r"\s+([,.;!?])", r"\1", " ".join(words.split()))
    return re.sub(r"([,.;])(?:\s*[,.;])+", r"\1", words).strip(" ,.;:-!?")
