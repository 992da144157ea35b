"""Phrases of the page Create."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Say it. See it. Keep the best.", "말하면 그려지고, 고르면 남아요."),
    "lead": (
        "Describe a picture in three parts, see the price, and pick your favourite of several.",
        "종류, 내용, 스타일을 적고 가격을 확인한 다음, 여러 장 중 마음에 드는 그림을 골라요.",
    ),
    "parameters": ("Seed and inference parameters", "시드와 추론 파라미터"),
    "empty": ("Your pictures will stand here.", "완성된 그림이 여기에 나타나요."),
}
