"""Phrases of Streamlit itself, which it says in English only; `theme` puts ours in their place."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "upload": ("Upload", "파일 고르기"),
    "upload_limit": ("18MB per file • PNG, JPG, WEBP", "여기에 끌어다 놓아도 돼요 · 18MB까지"),
    "theme_system": ("System", "시스템"),
    "theme_light": ("Light", "밝게"),
    "theme_dark": ("Dark", "어둡게"),
    "skip": ("Skip to main content", "본문으로 건너뛰기"),
    "select_all": ("Select all", "모두 고르기"),
    "select_matches": ("Select all matches", "찾은 것 모두 고르기"),
    "no_match": ("No results", "맞는 것이 없어요"),
    "apply_line": ("Press Enter to apply", "Enter를 누르면 반영돼요"),
    "apply_text": ("Press Ctrl+Enter to apply", "Ctrl(⌘)+Enter를 누르면 반영돼요"),
}
