"""Phrases of the examples and of the ladder of elements."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "prompts": ("Examples", "예시로 시작"),
    "prompts_lead": (
        "Start from one of these and change what you like.",
        "하나를 골라 마음대로 바꿔 보세요.",
    ),
    "landscape": ("A beautiful mountain landscape", "아름다운 산 풍경"),
    "picasso": ("A cat and a person, in the style of Picasso", "피카소풍의 고양이와 사람"),
    "butterfly": ("A butterfly through a macro lens", "접사로 찍은 꽃 위의 나비"),
    "robot": ("A robot and a cowboy, on a daguerreotype", "옛 은판 사진 속 로봇과 카우보이"),
    "calico": ("A calico cat in a neon city", "네온 도시의 삼색 고양이"),
    "ladder": ("Step by step", "한 단계씩"),
    "ladder_lead": (
        "Each step adds one element to the prompt. Make a picture at each, and see what it does.",
        "단계마다 요소를 하나씩 더해요. 단계별로 그려 보면 무엇이 달라지는지 보여요.",
    ),
    "step": ("Step", "단계"),
    "rung_subject": ("Subject", "주제"),
    "rung_medium": ("Medium", "매체"),
    "rung_style": ("Style", "스타일"),
    "rung_shot": ("Shot", "구도"),
    "rung_light": ("Light", "빛"),
    "rung_colour": ("Colours", "색"),
    "rung_lettering": ("Text in the picture", "그림 속 글자"),
    "rung_negative": ("Negative prompt", "네거티브 프롬프트"),
    "clear": ("Start over", "비우기"),
}
