"""The words that name a region of a picture, in English and Korean.

Colours are the painter's own table (`emulator.paint.words.COLOURS`).
"""

import re

from emulator.paint import words
from emulator.paint.colour import Colour, rgb

REGIONS = words.patterns(
    {
        "background": "background|backdrop|surroundings|everything else|배경",
        "sky": "sky|skies|cloud|sunset|horizon|하늘|구름|노을",
        "water": "water|lake|sea|ocean|river|pond|wave|reflection|호수|바다|~강|물가|~물|연못|파도",
        "plants": "tree|forest|leaf|leaves|foliage|bush|hedge|plant|나무|숲|나뭇잎|식물",
        "ground": "ground|grass|lawn|meadow|field|floor|sand|beach|road|street|path|land|hill"
        "|땅|잔디|풀밭|들판|바닥|모래|도로|길|언덕|초원",
        "mountains": "mountain|peak|cliff|rock|~산|봉우리|절벽|바위",
        "hair": "hair|머리카락|머리",
        "face": "face|skin|head|얼굴|피부",
        "top": "shirt|jacket|coat|blouse|sweater|suit|top|clothes|clothing|garment|vest|hoodie"
        "|셔츠|재킷|자켓|코트|상의|옷|스웨터|블라우스",
        "bottom": "pants|trousers|jeans|skirt|shorts|바지|치마|하의|청바지",
        "dress": "dress|gown|robe|원피스|드레스|한복",
        "shoes": "shoe|boot|sneaker|feet|신발|구두|운동화",
    }
)

_COLOURS = words.patterns({name: pattern for name, (pattern, _) in words.COLOURS.items()})
_CODE = re.compile(r"#[0-9a-f]{6}\b")


def region_of(text: str) -> str | None:
    """Return the region that a text names first, None if it names a thing or nobody knows."""
    told = text.lower()
    hits = [(hit.start(), name) for name, p in REGIONS.items() if (hit := p.search(told))]
    return min(hits)[1] if hits else None


def colour_of(text: str) -> Colour | None:
    """Return the colour that a text names first, by word or by code."""
    told = text.lower()
    code = _CODE.search(told)
    if code:
        return rgb(code[0])
    hits = [(hit.start(), name) for name, p in _COLOURS.items() if (hit := p.search(told))]
    return rgb(words.COLOURS[min(hits)[1]][1]) if hits else None
