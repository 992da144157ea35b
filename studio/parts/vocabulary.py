"""The words of the craft: what the model reads in English, and what a person sees.

A key is the English text that goes into the prompt; its phrase is the label. So a prompt is the
same whoever composed it, in whichever language.
"""

from studio.words import LANGUAGES, Phrase, language

TYPES: dict[str, Phrase] = {
    "photograph": ("Photograph", "사진"),
    "painting": ("Painting", "회화"),
    "oil painting": ("Oil painting", "유화"),
    "watercolor painting": ("Watercolour", "수채화"),
    "ink wash painting": ("Ink wash", "수묵화"),
    "pencil sketch": ("Sketch", "스케치"),
    "digital illustration": ("Illustration", "일러스트"),
    "3D render": ("3D render", "3D 렌더"),
    "pixel art": ("Pixel art", "픽셀 아트"),
    "poster": ("Poster", "포스터"),
    "logo": ("Logo", "로고"),
}

STYLES: dict[str, Phrase] = {
    "realistic": ("Realistic", "사실적인"),
    "cinematic": ("Cinematic", "영화 같은"),
    "impressionist": ("Impressionist", "인상주의"),
    "minimalist": ("Minimalist", "미니멀"),
    "art deco": ("Art deco", "아르데코"),
    "art nouveau": ("Art nouveau", "아르누보"),
    "surrealist": ("Surrealist", "초현실주의"),
    "pop art": ("Pop art", "팝아트"),
    "cyberpunk": ("Cyberpunk", "사이버펑크"),
    "steampunk": ("Steampunk", "스팀펑크"),
    "anime": ("Anime", "애니메이션"),
    "fairy-tale": ("Fairy-tale", "동화 같은"),
}

SHOTS: dict[str, Phrase] = {
    "close-up shot": ("Close-up", "클로즈업"),
    "long shot": ("Long shot", "롱 숏"),
    "low-angle shot": ("Low angle", "로 앵글"),
    "aerial view": ("From above", "하늘에서"),
    "35mm lens": ("35 mm lens", "35mm 렌즈"),
    "80mm portrait lens": ("80 mm lens", "80mm 렌즈"),
    "macro lens": ("Macro lens", "접사 렌즈"),
}

LIGHTS: dict[str, Phrase] = {
    "golden hour light": ("Golden hour", "해 질 녘 빛"),
    "soft morning light": ("Soft morning", "부드러운 아침 빛"),
    "dim lighting": ("Dim", "어두운 조명"),
    "dramatic lighting": ("Dramatic", "극적인 조명"),
    "neon lights": ("Neon", "네온"),
    "backlit": ("Backlit", "역광"),
    "sun flare": ("Sun flare", "햇빛 플레어"),
}

COLOURS: dict[str, Phrase] = {
    "vivid colors": ("Vivid", "선명하게"),
    "pastel colors": ("Pastel", "파스텔"),
    "warm color scheme": ("Warm", "따뜻하게"),
    "blue and purple color scheme": ("Blue and purple", "파랑과 보라"),
    "sepia tone": ("Sepia", "세피아"),
    "black and white": ("Black and white", "흑백"),
}

DETAILS: dict[str, dict[str, Phrase]] = {"shot": SHOTS, "light": LIGHTS, "colour": COLOURS}
"""Kinds of detail, in the order of the lab's ladder."""


def label(terms: dict[str, Phrase], term: str) -> str:
    """Return what a person sees for a term."""
    return terms[term][list(LANGUAGES).index(language())] if term in terms else term
