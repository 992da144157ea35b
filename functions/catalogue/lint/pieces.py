"""A prompt in pieces: what stands where, and what it speaks about."""

import re
from dataclasses import replace
from typing import Literal

from functions.domain.frozen import frozen
from functions.domain.prompt import Prompt

QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
MEDIUM = re.compile(r"(?i)^\s*(?:an?\s+)?(?P<medium>[^,]{1,40}?)\s+of\s")

MOST_SEGMENTS = 100
"""Segments that are looked at, so that a prompt of commas costs no more than others."""

Role = Literal["medium", "scene", "style", "detail"]


@frozen
class Piece:
    """A part of a prompt.

    Attributes:
        pointer: Where it stands in the request.
        text: What it says; quoted text is taken out, for it is to be drawn, not read.
        role: Whether it speaks of the picture as a whole or of the scene in it.
    """

    pointer: str
    text: str
    role: Role


def parts(prompt: Prompt) -> list[Piece]:
    """Return the pieces as the client wrote them; a plain text is one."""
    if prompt.text:
        return [Piece("/prompt", _unquoted(prompt.text), "scene")]
    known = [
        Piece("/prompt/image_type", _unquoted(prompt.image_type), "medium"),
        Piece("/prompt/description", _unquoted(prompt.description), "scene"),
        Piece("/prompt/style", _unquoted(prompt.style), "style"),
        *(
            Piece(f"/prompt/details/{number}", _unquoted(detail), "detail")
            for number, detail in enumerate(prompt.details)
        ),
    ]
    return [piece for piece in known if piece.text.strip()]


def segments(pieces: list[Piece]) -> list[Piece]:
    """Return pieces cut at their commas, the medium before "of" in front.

    A plain text then speaks like parts: `photograph of a cat, long shot, sepia` is a
    medium, a scene and two details.
    """
    cut: list[Piece] = []
    for piece in pieces:
        medium = MEDIUM.match(piece.text) if piece.role == "scene" else None
        if medium:
            cut.append(Piece(piece.pointer, medium["medium"], "medium"))
        first, *rest = piece.text.split(",")
        cut.append(replace(piece, text=first))
        role: Role = "detail" if piece.role == "scene" else piece.role
        cut += [Piece(piece.pointer, each, role) for each in rest if each.strip()]
    return cut[:MOST_SEGMENTS]


def _unquoted(text: str) -> str:
    return QUOTED.sub("\x00", text)
