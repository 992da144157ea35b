"""Phrases of the frame around all pages."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "name": ("Easel", "Easel"),
    "language": ("Language", "언어"),
    "create": ("Create", "만들기"),
    "edit": ("Edit", "고치기"),
    "compare": ("Compare", "비교하기"),
    "gallery": ("Gallery", "갤러리"),
    "learn": ("Learn", "배우기"),
    "usage": ("Usage", "사용량"),
    "soon": (
        "This page is being built. It will be here shortly.",
        "준비하고 있는 페이지예요. 곧 열려요.",
    ),
}
