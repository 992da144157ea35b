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
    "not_invited": (
        "You are signed in, but nobody has said which team you draw for ({who}). "
        "Ask whoever runs this studio to add you.",
        "로그인은 되었지만 어느 팀에서 그리는지 정해지지 않았어요({who}). "
        "이 스튜디오를 운영하는 분께 추가를 부탁해 주세요.",
    ),
    "soon": (
        "This page is being built. It will be here shortly.",
        "준비하고 있는 페이지예요. 곧 열려요.",
    ),
}
