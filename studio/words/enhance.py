"""Phrases of enhancing a brief."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "ask": ("Write the prompt for me", "프롬프트로 다듬기"),
    "price": (
        "Any language in, English out · at most {most}",
        "한국어로 적어도 영어 프롬프트로 바꿔 줘요 · 최대 {most}",
    ),
    "nothing": (
        "Write above in a few words what you would like to see.",
        "보고 싶은 그림을 위에 간단히 적어 주세요.",
    ),
    "writing": ("Writing …", "다듬고 있어요 …"),
    "made": ("A suggestion, for {spent}:", "이렇게 다듬어 봤어요 ({spent}):"),
    "use": ("Use it", "이걸로 쓰기"),
    "keep": ("Keep mine", "내 글 그대로"),
}
