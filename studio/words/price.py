"""Phrases of the price."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "each": ("{count} × {each}", "{count}장 × {each}"),
    "left": ("{left} left this month", "이번 달 남은 예산 {left}"),
    "wait": ("about {seconds} s each", "한 장에 약 {seconds}초"),
    "too_dear": (
        "That is more than is left of this month's budget. Choose fewer pictures or a cheaper model.",
        "이번 달에 남은 예산보다 비싸요. 장수를 줄이거나 더 저렴한 모델을 골라 주세요.",
    ),
}
