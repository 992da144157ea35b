"""Pretendard is there, whole, and from this machine."""

from studio.theme.fonts import FOLDER, font_faces


def test_every_face_is_a_file_of_ours_and_every_file_a_face() -> None:
    named = {face["url"].removeprefix("app/static/pretendard/") for face in font_faces()}

    assert named == {path.name for path in FOLDER.glob("*.woff2")}
    assert len(named) == 92


def test_every_korean_syllable_has_a_face() -> None:
    covered: set[int] = set()
    for face in font_faces():
        for part in face["unicodeRange"].replace("U+", "").split(","):
            first, _, last = part.strip().partition("-")
            covered |= set(range(int(first, 16), int(last or first, 16) + 1))

    assert covered >= set(range(0xAC00, 0xD7A4))


def test_its_licence_is_beside_it() -> None:
    assert "SIL Open Font License" in (FOLDER / "OFL.txt").read_text("utf-8")
