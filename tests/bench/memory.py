"""What the worst pictures take of a function's memory, out of its bundle.

Flat pictures, since a decoder's memory goes by pixels, and noise, since a file's goes by
bytes. The goals are the memory that the functions have, less what Lambda's runtime takes
beside Python.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from tests.bench import places
from tests.bench.figures import Figure

PAINTER, DARKROOM = 512, 1024
"""Megabytes: `painter_memory_mb` of `infra.stage`, and `infra.darkroom`."""

RUNTIME = 40
"""Megabytes beside the interpreter; an estimate, to be read off a `REPORT` line on AWS."""

MODEL, MOST, MOST_WEBP = (3072, 3072), (5000, 5000), (4096, 4096)
"""The largest that a model reads, and the largest that are decoded."""

MAKERS: dict[str, Callable[[Path], None]] = {
    "6.2 MP RGBA of noise, PNG": lambda file: _noise("RGBA", (2480, 2480)).save(
        file, "PNG", compress_level=0
    ),
    "9.4 MP RGBA, PNG": lambda file: _flat("RGBA", MODEL).save(file, "PNG"),
    "9.4 MP CMYK, JPEG": lambda file: _flat("CMYK", MODEL).save(file, "JPEG"),
    "25 MP RGBA, PNG": lambda file: _flat("RGBA", MOST).save(file, "PNG"),
    "25 MP palette, PNG": lambda file: _flat("P", MOST).save(file, "PNG"),
    "25 MP on its side, JPEG": lambda file: _flat("RGB", MOST).save(file, "JPEG", exif=_turned()),
    "25 MP CMYK progressive, JPEG": lambda file: _flat("CMYK", MOST).save(
        file, "JPEG", progressive=True, subsampling=0
    ),
    "16.8 MP of noise, JPEG": lambda file: _noise("RGB", MOST_WEBP).save(
        file, "JPEG", quality=90, subsampling=2
    ),
    "16.8 MP RGBA lossless, WebP": lambda file: _flat("RGBA", MOST_WEBP).save(
        file, "WEBP", lossless=True, method=0
    ),
}


def figures() -> Iterator[Figure]:
    """Measure both functions' peaks for each kind of picture, and what writes it again."""
    tree = places.artefacts()["painter"]
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, make) in enumerate(MAKERS.items()):
            file = Path(folder) / str(number)
            make(file)
            for door, size in (("darkroom", DARKROOM), ("painter", PAINTER)):
                peak = _peak(door, file, tree)
                yield Figure(f"{door}: {name}", peak, "MB", size - RUNTIME)
            peak = _peak("painter", file, tree, "transcode")
            yield Figure(f"painter, written again: {name}", peak, "MB", PAINTER - RUNTIME)


def _peak(door: str, file: Path, tree: Path, job: str = "") -> float:
    command, environment = places.python(tree)
    script = Path(__file__).with_name("peak.py")
    done = subprocess.run(
        [*command, str(script), door, str(file), job],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout) / 1000


def _flat(mode: str, size: tuple[int, int]) -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert("RGB").convert(mode)


def _noise(mode: str, size: tuple[int, int]) -> Image.Image:
    return Image.frombytes(mode, size, os.urandom(size[0] * size[1] * len(mode)))


def _turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif
