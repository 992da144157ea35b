"""Words that contradict each other, as data, by what they speak about.

A scene (a description, or the first part of a plain text) may hold a watercolour on
a wall or a black and white cat; so what speaks of the picture as a whole counts in
image type, style and details only, and there in a detail only if it is all of it.
"""

import re

from functions.domain.frozen import frozen


@frozen
class Clash:
    """Terms of which a picture can follow one.

    Attributes:
        about: What they speak about, for a person.
        terms: A name and its pattern each.
        apart: The pairs of names that contradict each other; empty: all.
        in_scene: Whether a description speaks of it too.
    """

    about: str
    terms: tuple[tuple[str, re.Pattern[str]], ...]
    apart: frozenset[frozenset[str]] = frozenset()
    in_scene: bool = False

    def between(self, one: str, other: str) -> bool:
        """Whether two of its terms contradict each other."""
        return one != other and (not self.apart or frozenset((one, other)) in self.apart)


def _term(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(rf"(?i){pattern}")


def _pairs(*pairs: tuple[str, str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


CLASHES = (
    Clash(
        "the medium",
        (
            _term(
                "photograph", r"\b(?:photo|photos|photographs?|photography|daguerreotype)\b|사진"
            ),
            _term("watercolour", r"\bwatercolou?rs?\b|수채화"),
            _term("oil painting", r"\boil (?:paintings?|on canvas)\b|유화"),
            _term("sketch", r"\b(?:sketch|(?:pencil|charcoal|line) drawing)\b|스케치|소묘"),
        ),
        apart=_pairs(
            ("photograph", "watercolour"),
            ("photograph", "oil painting"),
            ("photograph", "sketch"),
            ("oil painting", "watercolour"),
            ("oil painting", "sketch"),
        ),
    ),
    Clash(
        "the colours",
        (
            _term(
                "black and white",
                r"\b(?:black[- ]and[- ]white|b&w|monochrome|gr[ae]yscale)\b|흑백",
            ),
            _term(
                "vivid colours",
                r"\b(?:vivid|vibrant|bright|bold|rainbow|full|saturated) colou?rs?\b"
                r"|\b(?:multi)?colou?rful\b|화려한 색|선명한 색|다채로운 색|알록달록",
            ),
        ),
    ),
    Clash(
        "the time of day",
        (
            _term(
                "day",
                r"\b(?:daytime|daylight|midday|noon|sunny day|bright sunshine)\b|한낮|대낮|정오",
            ),
            _term(
                "night",
                r"\b(?:night[- ]?time|at night|midnight|night sky|starry night"
                r"|night scene|moonlit)\b|한밤|밤하늘|밤에|심야|야경",
            ),
        ),
        in_scene=True,
    ),
    Clash(
        "the distance",
        (
            _term("close-up", r"\b(?:close[- ]?ups?|macro (?:shot|photo\w*))\b|접사|클로즈업"),
            _term(
                "far away",
                r"\b(?:aerial (?:view|shot|photo\w*|perspective)|bird['’]?s[- ]eye view|long shot"
                r"|drone (?:view|shot|photo\w*)|satellite (?:view|image))\b"
                r"|항공 ?(?:사진|촬영|샷|뷰)|조감도|롱 ?[숏샷]",
            ),
        ),
        in_scene=True,
    ),
    Clash(
        "the angle",
        (
            _term("low angle", r"\b(?:low[- ]angle|worm['’]?s[- ]eye view)\b|로우 ?앵글"),
            _term(
                "high angle",
                r"\b(?:high[- ]angle|top[- ]down|overhead shot|aerial (?:view|shot)"
                r"|bird['’]?s[- ]eye view)\b|하이 ?앵글|조감도",
            ),
        ),
        in_scene=True,
    ),
)
