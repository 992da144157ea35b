"""Phrases of the order."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "go": ("Make {count}", "{count}장 만들기"),
    "describe_first": ("Say first what the picture shows.", "무엇을 그릴지 먼저 적어 주세요."),
}
