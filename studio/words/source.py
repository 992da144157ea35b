"""Phrases of the choice of a picture."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "upload": (
        "A picture of yours (PNG, JPEG or WebP, up to 18 MB)",
        "내 그림 올리기 (PNG, JPEG, WebP, 18MB까지)",
    ),
    "own": ("Or one that you made here", "또는 여기서 만든 그림"),
    "none": (
        "Pictures that you make here will be offered too.",
        "여기서 그림을 만들면 이곳에도 나와요.",
    ),
    "more": ("More of yours", "내 그림 더 보기"),
    "chosen": ("This one", "선택"),
    "unreadable": (
        "This file is not a picture that can be read. Choose a PNG, JPEG or WebP file.",
        "읽을 수 없는 파일이에요. PNG, JPEG, WebP 그림을 골라 주세요.",
    ),
}
