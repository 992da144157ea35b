"""The table that an edit is done on: a commission with its pictures unpacked."""

import hashlib
from functools import cached_property

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit.files import Bytes, read_mask, read_picture, resized


class Desk:
    """What every job works with; pictures are read when they are first looked at."""

    def __init__(self, commission: Commission) -> None:
        """Unpack a commission; its chance is decided here, for OpenCV's too."""
        self.commission = commission
        self.width, self.height = commission.width, commission.height
        cv2.setRNGSeed(self._key("opencv") % 2**31)

    @cached_property
    def image(self) -> Bytes:
        """The picture to work on, at the result's size.

        Raises:
            ValueError: None came, or it cannot be read.
        """
        return resized(self.picture("image"), self.width, self.height)

    @cached_property
    def mask(self) -> Bytes | None:
        """What is repainted, at the result's size; None if words tell it or nothing does."""
        file = self.commission.material("mask")
        return None if file is None else resized(read_mask(file), self.width, self.height)

    @property
    def prompt(self) -> str:
        """All that is wished for, as one text."""
        return ", ".join(text for text in self.commission.prompts if text.strip())

    def picture(self, part: str) -> Bytes:
        """Read a material at its own size.

        Raises:
            ValueError: None came, or it cannot be read.
        """
        file = self.commission.material(part)
        if file is None:
            raise ValueError(f"{self.commission.job} needs a picture as {part!r}")
        return read_picture(file)

    def number(self, name: str, otherwise: float) -> float:
        """Return an option that is a number."""
        return float(self.commission.option(name, otherwise))

    def words(self, name: str) -> str:
        """Return an option that is a text; empty if it was not given."""
        return str(self.commission.option(name) or "")

    def rng(self, part: str) -> np.random.Generator:
        """Return the generator of one part of the work."""
        return np.random.default_rng(self._key(part))

    def _key(self, part: str) -> int:
        asked = self.commission
        told = f"{asked.model}|{asked.seed}|{asked.job}|{asked.wishes}|{part}"
        return int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big")
