"""Phrases of the margins to drag."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Margins to paint", "새로 그릴 여백"),
    "ratios": ("Shapes", "비율"),
    "picture": ("Picture to continue", "넓힐 그림"),
    "none": ("None", "여백 없음"),
    "size": ("New size: {width} × {height} px", "새 크기: {width} × {height} px"),
    "left": ("Left (px)", "왼쪽 (px)"),
    "right": ("Right (px)", "오른쪽 (px)"),
    "up": ("Above (px)", "위 (px)"),
    "down": ("Below (px)", "아래 (px)"),
}
