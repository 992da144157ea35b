"""Directories that are made once for the same inputs."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

KEPT = 4
"""Directories of one name that stay: those of two stages, twice."""

EPOCH = 315_532_800
"""1980-01-01, the first moment that a zip can write."""

ABANDONED = 3_600
"""Seconds after which nobody can still be working on a draft."""


class Cache:
    """Directories under one root, named for what they are and made of."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def tree(self, name: str, inputs: Iterable[str], make: Callable[[Path], None]) -> Path:
        """Return the directory that `make` fills from these inputs, made at most once.

        It appears whole or not at all, with the same times whenever it is made.
        """
        digest = hashlib.sha256("\n".join(inputs).encode()).hexdigest()[:16]
        place = self._root / f"{name}-{digest}"
        if not place.exists():
            draft = self._root / f".{place.name}-{os.getpid()}"
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(parents=True)
            make(draft)
            for path in draft.rglob("*"):
                os.utime(path, (EPOCH, EPOCH))
            _publish(draft, place)
        os.utime(place)
        self._prune(name)
        return place

    def _prune(self, name: str) -> None:
        same = [each for each in self._root.glob(f"{name}-*") if len(each.name) == len(name) + 17]
        newest_first = sorted(same, key=_age)
        drafts = [each for each in self._root.glob(".*") if _age(each) > ABANDONED]
        for path in (*newest_first[KEPT:], *drafts):
            shutil.rmtree(path, ignore_errors=True)


def prints(paths: Iterable[Path], *, root: Path) -> list[str]:
    """Return one line for each file: where it is and what it holds."""
    return [
        f"{path.relative_to(root)} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in paths
    ]


def _publish(draft: Path, place: Path) -> None:
    try:
        draft.rename(place)
    except OSError:
        shutil.rmtree(draft)
        if not place.exists():
            raise


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
