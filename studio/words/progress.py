"""Phrases of a running generation."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "painting": ("{ended} of {total} painted …", "{total}장 중 {ended}장 완성 …"),
    "stop": ("Stop the rest", "나머지 취소하기"),
    "stop_help": (
        "What is being painted is finished and kept; what has not begun is not paid.",
        "그리고 있는 그림은 마저 그려서 남겨 두고, 시작하지 않은 그림에는 요금이 나오지 않아요.",
    ),
}
