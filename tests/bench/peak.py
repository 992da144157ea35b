"""The most memory that a function has while it works on a picture: `peak.py DOOR FILE [JOB]`.

Run by its path, so that only the artefact's packages are there. Prints kilobytes, as
Linux counts them (`VmHWM`; `ru_maxrss` begins with what the parent had).
"""

import base64
import importlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

SETTINGS = {"STAGE": "x", "TABLE": "t", "BUCKET": "b", "QUEUE_URL": "https://q"}
MOST = 9_437_184
"""Pixels of the largest picture that a model reads."""


def main(door: str, file: str, job: str = "") -> None:
    sys.path.pop(0)  # our own folder
    os.environ.update({f"EASEL_{name}": value for name, value in SETTINGS.items()})
    os.environ["AWS_DEFAULT_REGION"] = "us-west-2"
    importlib.import_module(f"functions.{door}")
    raw = Path(file).read_bytes()
    {"darkroom": measure, "painter": prepare, "transcode": transcode}[job or door](raw)
    status = Path("/proc/self/status").read_text()
    print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def measure(raw: bytes) -> None:
    from functions.adapters.measure import measured

    measured(raw)


def prepare(raw: bytes) -> None:
    """Make a picture and its mask ready for the largest call, and write its body."""
    from functions.adapters.measure import header
    from functions.adapters.pixels import PillowPixels
    from functions.domain.input import Fitting, Input, MaskForm

    found = header(raw)
    factor = min(1, (MOST / found.width / found.height) ** 0.5)
    size = int(found.width * factor), int(found.height * factor)
    fitting = Fitting((0, 0, found.width, found.height), size, size)
    made = Input("image", "", *size, "jpeg", fitting, opaque=True)
    mask = Input("mask", "", *size, "png", fitting, mask=MaskForm("black", sharp=True))
    pixels = PillowPixels()
    files = {"image": pixels.prepare(raw, made), "mask": pixels.prepare(raw, mask)}
    told = {part: base64.b64encode(each).decode() for part, each in files.items()}
    json.dumps(told).encode()


def transcode(raw: bytes) -> None:
    """Check a model's picture, and write it as both formats that we write."""
    from functions.adapters.pixels import PillowPixels
    from functions.domain.call import Writing
    from functions.domain.ports.pixels import NotAPicture

    pixels = PillowPixels()
    pixels.look(raw)
    for file_format in ("jpeg", "webp"):
        with suppress(NotAPicture):  # too large for a WebP
            pixels.transcode(raw, Writing(file_format, 100))


if __name__ == "__main__":
    main(*sys.argv[1:])
