"""Pretendard, cut into 92 subsets, of which a page loads the dozen that it needs.

The subsets and their style sheet are those of npm's `pretendard` 1.3.9 (`dist/web/variable`), under
the SIL Open Font License beside them. Streamlit cannot load a local style sheet, so each face is
named to it.
"""

import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "static" / "pretendard"
FACE = re.compile(
    r"@font-face\s*{[^}]*?url\(\./(?P<file>[^)]+)\)[^}]*?unicode-range:\s*(?P<range>[^;]+);", re.S
)


def font_faces() -> list[dict[str, Any]]:
    """Return the faces as Streamlit's `theme.fontFaces` wants them."""
    sheet = (FOLDER / "pretendard.css").read_text(encoding="utf-8")
    return [
        {
            "family": "Pretendard",
            "url": f"app/static/pretendard/{found['file']}",
            "weight": "45 920",
            "style": "normal",
            "unicodeRange": found["range"],
        }
        for found in FACE.finditer(sheet)
    ]
