"""What an archive of a generation holds, and how its files are called."""

import hashlib
import re
from collections.abc import Sequence

from functions.domain.attempt import Picture
from functions.domain.frozen import frozen
from functions.domain.image import Image

ABOUT = "generation.json"
LONGEST_NAME = 60
"""Characters of the prompt in a file's name; three bytes each in Korean, and file
systems stop at 255 bytes."""


@frozen
class File:
    """One picture of an archive."""

    name: str
    image: Image
    picture: Picture


@frozen
class Archive:
    """All pictures of a generation and what is known about them.

    Attributes:
        about: `generation.json`, as bytes.
        files: The pictures, by number.
    """

    about: bytes
    files: Sequence[File]

    @property
    def digest(self) -> str:
        """SHA-256 of all that is in it: the same content is the same archive."""
        content = hashlib.sha256(self.about)
        for file in self.files:
            content.update(f"\0{file.name}\0{file.picture.sha256}".encode())
        return content.hexdigest()

    @property
    def size(self) -> int:
        """Bytes of its pictures."""
        return sum(file.picture.size for file in self.files)


def files_of(images: Sequence[Image]) -> list[File]:
    """Return the pictures that there are of a generation's images."""
    return [File(file_name(image), image, image.picture) for image in images if image.picture]


def file_name(image: Image) -> str:
    """Return a picture's name: its number makes it unique, its prompt tells it.

    `00-a-mountain-lake-at-dawn-seed-7.png`; letters of any language stay.
    """
    suffix = image.picture.key.rpartition(".")[2] if image.picture else ""
    words = re.sub(r"\W+", "-", image.call.prompt[: 4 * LONGEST_NAME]).strip("-_").lower()
    words = words[:LONGEST_NAME].rstrip("-_") or "image"
    seed = image.call.seed if image.seed is None else image.seed
    return f"{image.number:02d}-{words}-seed-{seed}.{suffix}"
