"""One colour, fast."""

import base64
import zlib

import numpy as np
import pytest

from emulator.commission import Commission, Wish
from emulator.paint.flat import paint_flat
from emulator.solid import paint_solid
from tests.unit.emulator.live import pixels_of


def a_commission(
    width: int = 64, height: int = 48, *, seed: int = 7, kind: str = "png"
) -> Commission:
    return Commission("m", (Wish("a panda"),), width, height, seed, kind)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (640, 1536), (1024, 1024)])
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_it_is_the_flat_picture_to_the_pixel(size: tuple[int, int], kind: str) -> None:
    commission = a_commission(*size, kind=kind)

    solid, flat = paint_solid(commission), paint_flat(commission)

    ours, theirs = (pixels_of(base64.b64encode(each).decode()) for each in (solid, flat))
    assert np.array_equal(ours, theirs)


def test_every_commission_has_its_own_file() -> None:
    files = {paint_solid(a_commission(seed=seed)) for seed in range(200)}

    assert len(files) == 200
    assert paint_solid(a_commission()) == paint_solid(a_commission())


def test_the_stream_keeps_its_checksum() -> None:
    for seed in range(20):
        file = paint_solid(a_commission(seed=seed))
        begin = file.index(b"IDAT") + 4
        length = int.from_bytes(file[begin - 8 : begin - 4])

        assert len(zlib.decompress(file[begin : begin + length])) == 48 * (1 + 3 * 64)
