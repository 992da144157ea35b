"""Phrases of the slider that compares before and after."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "before": ("Before", "전"),
    "after": ("After", "후"),
    "handle": ("Line between before and after", "전과 후를 나누는 선"),
    "value": ("{percent} % before", "전 {percent}%"),
}
