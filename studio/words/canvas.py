"""Phrases of number, shape, seed and file."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "ratio": ("Shape", "비율"),
    "ratio_help": ("Width : height", "가로 : 세로"),
    "count": ("How many to choose from", "몇 장 중에서 고를까요?"),
    "count_help": (
        "The same words give different pictures. Make several and keep the best; each is paid.",
        "같은 말로도 다른 그림이 나와요. 여러 장 만들어 가장 좋은 것을 고르세요. 장마다 요금이 들어요.",
    ),
    "seeded": ("Choose the seed myself", "시드를 직접 정하기"),
    "format": ("File format · `output_format`", "파일 형식 · `output_format`"),
    "format_help": (
        "PNG keeps every pixel and its parameters; JPEG and WebP are smaller.",
        "PNG는 모든 픽셀과 설정값을 담고, JPEG와 WebP는 더 작아요.",
    ),
    "size": ("Exact size · `size`", "정확한 크기 · `size`"),
    "size_by_ratio": ("By the shape above", "위에서 고른 비율대로"),
    "size_help": (
        "Pixels of width and height, instead of the shape. Smaller may be cheaper.",
        "비율 대신 가로세로 픽셀을 정해요. 작으면 더 저렴할 수 있어요.",
    ),
}
