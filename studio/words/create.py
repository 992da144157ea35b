"""Phrases of the page Create."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Say it. See it. Keep the best.", "말하면 그려지고, 고르면 남아요."),
    "lead": (
        "Describe a picture in three parts, see the price, and pick your favourite of several.",
        "세 가지로 그림을 설명하고, 가격을 먼저 확인하고, 여러 장 중 마음에 드는 것을 골라요.",
    ),
    "parameters": ("Seed and inference parameters", "시드와 추론 파라미터"),
    "empty": ("Your pictures will stand here.", "완성된 그림이 여기에 놓여요."),
}
