"""What a stranger's file holds: every pixel is decoded once, and looked at in strips."""

import hashlib
from collections.abc import Iterator

from PIL import Image as Pillow
from PIL.ImageFile import ImageFile

from functions.adapters import plain
from functions.adapters.decoder import broken, header, opened
from functions.adapters.png_chunks import sound_size
from functions.domain.ports.pixels import NotAPicture
from functions.domain.source import MOST_SOURCE_BYTES, Measured, Tones

MOST_SCANS = 100
"""Of a progressive JPEG; encoders write 10 to 18. Each is a walk over the whole picture, and
a small file can hold thousands.
https://libjpeg-turbo.org/pmwiki/uploads/About/TwoIssueswiththeJPEGStandard.pdf (LJT-01-003),
as https://github.com/libjpeg-turbo/libjpeg-turbo/issues/284 tells it, checked 2026-11-22."""

DEEP = 16
STRIP = 1 << 20
"""Pixels that are converted at a time: beside a decoded picture there is no second one."""


def measured(raw: bytes, *, tag: str = "") -> Measured:
    """Return what a file holds.

    Raises:
        NotAPicture: it cannot be used, whatever the model; with a code and what to do.
    """
    check_size(len(raw))
    whole(raw)
    picture = opened(raw)
    if getattr(picture, "n_frames", 1) > 1:
        detail = "the picture moves; send one of its frames"
        raise NotAPicture(detail, code="animated")
    with broken():
        picture.load()
        light, alpha = _tones(picture)
    width, height = picture.size
    lies = plain.orientation(picture)
    size = (height, width) if lies in plain.ON_ITS_SIDE else (width, height)
    return Measured(
        header(raw).format,
        *size,
        len(raw),
        hashlib.sha256(raw).hexdigest(),
        light,
        alpha,
        _oddity(picture, raw, lies),
        tag,
    )


def check_size(size: int) -> None:
    """Refuse what is too large to be looked at.

    Raises:
        NotAPicture: too many bytes.
    """
    if size > MOST_SOURCE_BYTES:
        detail = f"the file has {size:,} bytes; at most {MOST_SOURCE_BYTES:,}"
        raise NotAPicture(detail, code="too_large")


def whole(raw: bytes) -> None:
    """Refuse a file that breaks off, or is made to keep a decoder busy.

    Raises:
        NotAPicture: it is broken.
    """
    found = header(raw)
    if found.format == "webp":  # its decoder looks at all of it
        return
    if not found.complete or (found.format == "png" and not sound_size(raw)):
        raise NotAPicture("the file breaks off or is damaged; export it again")
    if found.format == "jpeg" and raw.count(b"\xff\xda") > MOST_SCANS:
        raise NotAPicture(f"a JPEG of more than {MOST_SCANS} scans; export it again")


def _oddity(picture: ImageFile, raw: bytes, lies: int) -> str:
    """Return what keeps models from taking a picture as it is; the most important first."""
    if picture.mode == "CMYK":
        return "CMYK"
    if plain.is_deep(picture) or (picture.format == "PNG" and raw[24] == DEEP):
        return "16-bit"
    if picture.mode in ("P", "PA"):
        return "palette"
    return "rotated" if lies != 1 else ""


def _tones(picture: Pillow.Image) -> tuple[Tones, Tones | None]:
    light, alpha = [0] * 256, [0] * 256
    for strip in _strips(picture):
        seen = plain.plain(strip)
        _count(seen if seen.mode == "L" else seen.convert("L"), light)
        if seen.mode == "RGBA":
            _count(seen.getchannel("A"), alpha)
    return _range(light), _range(alpha) if any(alpha) else None


def _strips(picture: Pillow.Image) -> Iterator[Pillow.Image]:
    width, height = picture.size
    rows = max(1, STRIP // width)
    for top in range(0, height, rows):
        yield picture.crop((0, top, width, min(height, top + rows)))


def _count(channel: Pillow.Image, found: list[int]) -> None:
    for value, many in enumerate(channel.histogram()):
        found[value] += many


def _range(found: list[int]) -> Tones:
    used = [value for value, many in enumerate(found) if many]
    return Tones(used[0], used[-1], between=any(found[1:255]))
