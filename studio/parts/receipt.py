"""A receipt as a table: what was asked, what was used, and why where they differ."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, cast

from easel_client import Image, Line

from studio.parts.reasons import reason
from studio.words import known, say

COLUMNS = ("name", "requested", "used", "status")


def receipt(lines: Iterable[Line], image: Image) -> str:
    """Return a generation's receipt as HTML, as far as it is this picture's.

    Args:
        lines: The generation's.
        image: Whose own seed stands where the generation's would.
    """
    widths = "".join(f'<col class="{name}">' for name in COLUMNS)
    head = "".join(f'<th scope="col">{escape(say(f"picture.{name}"))}</th>' for name in COLUMNS)
    body = "".join(_row(line, image) for line in lines)
    return (
        f'<div class="easel-scroll" tabindex="0" role="region"'
        f' aria-label="{escape(say("picture.receipt"))}">'
        f'<table class="easel-facts easel-receipt"><colgroup>{widths}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def name(line: str) -> str:
    """Return what a person calls a line; one that we do not know keeps the API's name."""
    own = line.removeprefix("parameters.")
    key = f"parameters.{own}_name" if own != line else f"receipt.{own.removeprefix('prompt.')}"
    return say(key) if known(key) else own


def text(value: Any) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return "—"
    if isinstance(value, list | tuple):
        return ", ".join(map(text, cast("Sequence[Any]", value)))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _row(line: Line, image: Image) -> str:
    used, status, why = _own(line, image)
    said, own = name(line.name), line.name.removeprefix("parameters.")
    breaking = escape(own).replace("_", "_<wbr>")
    api = "" if said == own else f"<br><code>{breaking}</code>"
    return (
        f'<tr><th scope="row">{escape(said)}{api}</th>{_values(line.requested, used)}'
        f"<td>{escape(status)}{f'<br><small>{escape(why)}</small>' if why else ''}</td></tr>"
    )


def _own(line: Line, image: Image) -> tuple[Any, str, str]:
    """Return what was used for this picture, the word for it, and why."""
    if line.name == "seed" and image.seed not in (None, line.used):
        if line.requested is not None:
            why = say("receipt.own_reason", used=text(line.used))
            return image.seed, say("receipt.own"), why
        return image.seed, _status(line), reason(line.reason or "")
    return line.used, _status(line), reason(line.reason or "")


def _status(line: Line) -> str:
    key = f"receipt.{line.status}"
    return say(key) if known(key) else line.status


def _values(requested: Any, used: Any) -> str:
    """Return both values, or one across both columns where they are the same."""
    if requested == used:
        return f'<td colspan="2">{escape(text(used))}</td>'
    return f"<td>{escape(text(requested))}</td><td>{escape(text(used))}</td>"
