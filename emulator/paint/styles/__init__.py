"""Styles: which manner a prompt or a preset asks for, and how it is done.

A style takes finished pixels and a generator and returns pixels. One medium (oil,
pencil, pixel art, ...) can be followed by one finish (film, cinematic, ...).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from emulator.paint.colour import Pixels
from emulator.paint.styles import built, drawn, faceted, painted, photographed, printed, washed
from emulator.paint.words import patterns

Style = Callable[[Pixels, np.random.Generator], Pixels]

MEDIA: Mapping[str, tuple[Style, str]] = {
    "swirling": (painted.swirling, "van gogh|starry night|swirl|고흐"),
    "cubist": (faceted.cubist, "picasso|cubis[mt]|cubist|braque|피카소|입체파"),
    "impressionist": (
        painted.impressionist,
        "impressionis[mt]|impressionist|impressionism|monet|renoir|pointillis[mt]|인상파|인상주의|모네",
    ),
    "watercolour": (washed.watercolour, "watercolou?r|aquarelle|gouache|수채화?|물감"),
    "ink": (washed.ink_wash, "ink wash|ink painting|sumi-?e|brush painting|수묵화?|먹그림|동양화"),
    "oil": (
        painted.oil,
        "oil|oil painting|oil paint|painting|painted|baroque|renaissance|rembrandt|유화|회화|그림",
    ),
    "woodblock": (drawn.woodblock, "woodblock|ukiyo-?e|hokusai|우키요에|목판화?"),
    "pencil": (drawn.pencil, "pencil|sketch|charcoal|graphite|연필|스케치|소묘"),
    "blueprint": (drawn.blueprint, "blueprint|technical drawing|설계도|청사진"),
    "line": (drawn.line_art, "line-?art|line drawing|ink drawing|pen drawing|라인 ?아트|선화"),
    "comic": (drawn.comic, "comic|comic book|cartoon|manga|graphic novel|만화|코믹"),
    "anime": (drawn.anime, "anime|ghibli|cel shad(?:ing|ed)|애니|애니메이션|지브리"),
    "pixel": (printed.pixel_art, "pixel|pixel-?art|8-?bit|16-?bit|픽셀|도트"),
    "origami": (faceted.origami, "origami|paper ?craft|folded paper|종이 ?접기"),
    "poly": (faceted.low_poly, "low-?poly|polygonal|geometric|로우 ?폴리"),
    "isometric": (built.isometric, "isometric|voxel|아이소메트릭|복셀"),
    "glass": (faceted.stained_glass, "stained glass|스테인드 ?글라스"),
    "mosaic": (built.mosaic, "mosaic|tile texture|seamless|모자이크"),
    "clay": (built.modelled, "claymation|plasticine|clay|modell?ing compound|점토|클레이"),
    "pop": (printed.pop_art, "pop-?art|warhol|팝 ?아트"),
    "poster": (
        printed.poster,
        "poster|minimal|minimalist|flat|flat design|vector|illustration|screen ?print"
        "|포스터|미니멀|일러스트|벡터",
    ),
    "render": (printed.rendered, "3d|3-d|render|rendered|blender|octane|pixar|렌더"),
}
"""How it is made, with the words that ask for it."""

FINISHES: Mapping[str, tuple[Style, str]] = {
    "daguerreotype": (
        photographed.daguerreotype,
        "daguerreotype|sepia|tintype|victorian photo|antique photo|세피아|다게레오타입|옛날 ?사진",
    ),
    "monochrome": (
        photographed.monochrome,
        "black and white|black-and-white|monochrome|noir|흑백|모노크롬",
    ),
    "film": (
        photographed.film,
        "film|analog|analogue|kodak|polaroid|vintage|retro|lomo|필름|아날로그|빈티지",
    ),
    "cinematic": (
        photographed.cinematic,
        "cinematic|movie|film still|anamorphic|epic|시네마틱|영화",
    ),
    "neon": (photographed.neon, "neon|cyberpunk|synthwave|vaporwave|네온|사이버펑크"),
    "fantasy": (
        photographed.fantasy,
        "fantasy|magical|enchanted|dreamy|ethereal|fairy|판타지|마법|몽환",
    ),
    "digital": (photographed.digital, "digital art|digital painting|concept art|artstation|디지털"),
    "photograph": (
        photographed.photograph,
        "photo|photograph|photorealistic|realistic|dslr|nikon|사진|실사",
    ),
}
"""What is done to it in the end."""

PRESET_MEDIA: Mapping[str, Style] = {
    "3d-model": printed.rendered,
    "anime": drawn.anime,
    "comic-book": drawn.comic,
    "isometric": built.isometric,
    "line-art": drawn.line_art,
    "low-poly": faceted.low_poly,
    "modeling-compound": built.modelled,
    "origami": faceted.origami,
    "pixel-art": printed.pixel_art,
    "tile-texture": built.mosaic,
    "3D_ANIMATED_FAMILY_FILM": printed.rendered,
    "DESIGN_SKETCH": drawn.pencil,
    "FLAT_VECTOR_ILLUSTRATION": printed.poster,
    "GRAPHIC_NOVEL_ILLUSTRATION": drawn.comic,
    "MAXIMALISM": painted.swirling,
    "MIDCENTURY_RETRO": drawn.woodblock,
    "SOFT_DIGITAL_PAINTING": washed.watercolour,
}
PRESET_FINISHES: Mapping[str, Style] = {
    "analog-film": photographed.film,
    "cinematic": photographed.cinematic,
    "digital-art": photographed.digital,
    "enhance": photographed.enhance,
    "fantasy-art": photographed.fantasy,
    "neon-punk": photographed.neon,
    "photographic": photographed.photograph,
    "PHOTOREALISM": photographed.photograph,
}
"""Stability's seventeen style presets, and Nova Canvas's eight styles in capitals."""

_MEDIA = patterns({name: words for name, (_, words) in MEDIA.items()})
_FINISHES = patterns({name: words for name, (_, words) in FINISHES.items()})
STYLE_WORDS = {**_MEDIA, **_FINISHES}
"""Every pattern that asks for a style."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a picture is made, and what is done to it in the end."""

    medium: Style | None = None
    finish: Style | None = None


def manner_of(text: str, preset: str | None = None, avoided: str = "") -> Manner:
    """Return the manner that a prompt and a preset ask for.

    A preset is a choice and wins over words; without any wish it is a photograph.
    Styles that are to be avoided are not chosen.
    """
    shunned = set(_named(STYLE_WORDS, avoided))
    media = [name for name in _named(_MEDIA, text) if name not in shunned]
    finishes = [name for name in _named(_FINISHES, text) if name not in shunned]
    medium = MEDIA[media[0]][0] if media else None
    finish = FINISHES[finishes[0]][0] if finishes else None
    if preset and preset in PRESET_MEDIA:
        return Manner(PRESET_MEDIA[preset], finish)
    if preset:
        return Manner(medium, PRESET_FINISHES[preset])
    if medium is None and finish is None:
        finish = photographed.photograph
    return Manner(medium, None if medium and finish is photographed.photograph else finish)


def _named(table: Mapping[str, re.Pattern[str]], text: str) -> list[str]:
    """Return the entries that a text names, in the table's order."""
    return [name for name, pattern in table.items() if pattern.search(text)]
