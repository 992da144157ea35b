"""Pictures become files."""

from pathlib import Path

from easel_client.answers import Image
from easel_client.easel import Easel


def save_image(easel: Easel, image: Image, out: Path) -> Path:
    """Fetch a picture into a folder, under its id; whole or not at all.

    A file of that name is the same picture: ids are used once.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{image.id}.{image.format}"
    part = path.with_suffix(".part")
    part.write_bytes(easel.content(image.id))
    return part.replace(path)
