"""Phrases of the form of a prompt."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "kind": ("1 · What kind of picture?", "1 · 어떤 종류의 그림인가요?"),
    "kind_own": ("Another kind, in your own words", "다른 종류를 직접 적기"),
    "kind_own_hint": (
        "or in your own words: daguerreotype, blueprint, …",
        "직접 적어도 돼요 (영어로): daguerreotype, blueprint, …",
    ),
    "description": ("2 · What does it show?", "2 · 무엇을 그릴까요?"),
    "description_hint": (
        "Who or what, where, and what is around: a quiet mountain lake at dawn, a small boat, mist …",
        "누가(무엇이) 어디에 있고, 주변에는 무엇이 있는지 (영어로): a quiet mountain lake at dawn, a small boat, mist …",
    ),
    "style": ("3 · In which style?", "3 · 어떤 스타일로 할까요?"),
    "style_own": ("Another style, in your own words", "다른 스타일을 직접 적기"),
    "style_own_hint": (
        "or in your own words: in the style of Picasso, …",
        "직접 적어도 돼요 (영어로): in the style of Picasso, …",
    ),
    "more": ("Camera, light, colour, lettering", "카메라, 빛, 색, 글자"),
    "detail_shot": ("Shot and lens", "구도와 렌즈"),
    "detail_light": ("Light", "빛"),
    "detail_colour": ("Colours", "색"),
    "lettering": ("Text in the picture", "그림에 들어갈 글자"),
    "lettering_hint": ("such as: The Doctor is in", "예: The Doctor is in (영어가 가장 또렷해요)"),
    "details_own": ("Anything else, with commas between", "그 밖의 것 (쉼표로 구분)"),
    "details_hint": (
        "such as: western town in the background, 4K",
        "예: western town in the background, 4K (영어로)",
    ),
    "negative": (
        "What should not be there (negative prompt)",
        "나오지 않았으면 하는 것 (네거티브 프롬프트)",
    ),
    "negative_hint": ("such as: people, text, blurry", "예: people, text, blurry (영어로)"),
    "composed": ("What the model reads", "모델이 읽는 문장"),
    "composed_empty": (
        "Describe something, and the whole prompt appears here, with its price.",
        "무엇을 그릴지 적으면 완성된 프롬프트와 가격이 여기에 나타나요.",
    ),
    "part_kind": ("kind", "종류"),
    "part_description": ("description", "설명"),
    "part_style": ("style", "스타일"),
    "part_details": ("details", "세부"),
    "avoids": ("Avoids: {words}", "피할 것: {words}"),
}
