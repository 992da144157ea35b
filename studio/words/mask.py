"""Phrases of the mask painter."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Mask painter", "마스크 그리기"),
    "tools": ("Mask tools", "마스크 도구"),
    "canvas": ("Paint over the part to change", "바꿀 부분을 칠하세요"),
    "hint": (
        "Arrow keys move the brush, with Shift by its whole width. Space starts and ends a stroke. "
        "[ and ] change the brush. Ctrl+Z takes back.",
        "화살표 키로 브러시를 옮겨요(Shift를 누르면 크게). 스페이스로 칠하기를 시작하고 끝내요. "
        "[ 와 ]로 굵기를 바꾸고, Ctrl+Z로 되돌려요.",
    ),
    "picture": ("Picture to edit", "고칠 그림"),
    "brush": ("Brush", "브러시"),
    "eraser": ("Eraser", "지우개"),
    "box": ("Box", "사각형"),
    "size": ("Size", "굵기"),
    "undo": ("Undo", "되돌리기"),
    "redo": ("Redo", "다시 하기"),
    "invert": ("Invert", "반전"),
    "clear": ("Clear", "모두 지우기"),
    "cover": (
        "{percent} % of the picture will be repainted",
        "그림의 {percent}%를 다시 그려요",
    ),
    "empty": ("Nothing is painted yet: all stays as it is", "아직 칠한 곳이 없어요"),
}
