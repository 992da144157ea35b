"""Hard pictures by name: each refused in words, or fitted where the client says so.

What is refused costs nothing and leaves nothing: no file, no call, no cent.
"""

import io
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from PIL import Image

from tests.e2e.client import Client, Stack

SIDE = 128


class Hard(NamedTuple):
    """A picture that is not taken as it is.

    Attributes:
        raw: Its file.
        code: What the fault at its part says to a program.
        words: What it says to a person: what is wrong, and what to do.
        fitted: What the receipt says was done, where fitting helps; it does not always.
        fit: How it is asked for.
        model: Who is asked; the task's default if none.
    """

    raw: Callable[[], bytes]
    code: str
    words: tuple[str, str]
    fitted: str = ""
    fit: str = "resize"
    model: str | None = None


def file(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    raw = io.BytesIO()
    picture.save(raw, kind, **options)
    return raw.getvalue()


def plain(mode: str = "RGB", size: tuple[int, int] = (SIDE, SIDE)) -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert(mode)


def frames(kind: str) -> bytes:
    return file(plain(), kind, save_all=True, append_images=[plain().rotate(90)], duration=100)


def bomb() -> bytes:
    """Return a whole PNG of 400,000,000 black pixels in a few thousand bytes."""
    side = 20_000
    squeezed = zlib.compress(bytes(side * (1 + side // 8)), 9)
    header = b"IHDR" + side.to_bytes(4) * 2 + bytes([1, 0, 0, 0, 0])
    parts = (header, b"IDAT" + squeezed, b"IEND")
    chunks = [(len(part) - 4).to_bytes(4) + part + zlib.crc32(part).to_bytes(4) for part in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def on_its_side() -> bytes:
    """Return a JPEG that is to be shown turned by a quarter."""
    turned = Image.Exif()
    turned[0x0112] = 6
    return file(plain(size=(SIDE, 96)), "JPEG", exif=turned)


def mask(picture: Image.Image) -> Callable[[], bytes]:
    return lambda: file(picture)


def half(size: tuple[int, int] = (SIDE, SIDE)) -> Image.Image:
    """Return a mask that repaints the left half."""
    made = Image.new("L", size, 0)
    made.paste(255, (0, 0, size[0] // 2, size[1]))
    return made


ODD = ('or send "fit": resize, crop or pad', "the model reads upright 8-bit RGB or grey")
DEEP = Image.new("I;16", (SIDE, SIDE), 40_000)

IMAGES = {
    "a truncated PNG": Hard(
        lambda: file(plain())[:-20], "broken_picture", ("breaks off", "export it again")
    ),
    "a decompression bomb": Hard(
        bomb, "too_many_pixels", ("20000x20000 px is more than we decode", "make it smaller")
    ),
    "an animated GIF that is called a PNG": Hard(
        lambda: frames("GIF"), "unsupported_format", ("a GIF", "send a PNG, JPEG or WebP")
    ),
    "an animated PNG": Hard(
        lambda: frames("PNG"), "animated", ("the picture moves", "send one of its frames")
    ),
    "an SVG": Hard(
        lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "unsupported_format",
        ("an SVG", "send a PNG, JPEG or WebP"),
    ),
    "a 16-bit PNG": Hard(
        lambda: file(DEEP), "unsupported_encoding", ODD, "from 16-bit to upright 8-bit"
    ),
    "a PNG with a palette": Hard(
        lambda: file(plain("P")), "unsupported_encoding", ODD, "from palette to upright 8-bit"
    ),
    "a CMYK JPEG": Hard(
        lambda: file(plain("CMYK"), "JPEG"),
        "unsupported_encoding",
        ODD,
        "from CMYK to upright 8-bit",
    ),
    "a JPEG that lies on its side": Hard(
        on_its_side, "unsupported_encoding", ODD, "from rotated to upright 8-bit"
    ),
    "one pixel": Hard(
        lambda: file(plain(size=(1, 1))),
        "unsupported_size",
        ("1x1; the model takes sides of 64", ODD[0]),
        "scaled to 64x64",
    ),
    "9,437,185 pixels": Hard(
        lambda: file(Image.new("L", (1_887_437, 5))),
        "unsupported_size",
        ("1887437x5; the model takes", ODD[0]),
        "cut to 12x5",
        "crop",
    ),
    "a column more than 9,437,184 pixels": Hard(
        lambda: file(Image.new("L", (3_073, 3_072))),
        "unsupported_size",
        ("at most 9,437,184 pixels", ODD[0]),
        "scaled to ",
    ),
}
"""What is sent to have its background removed."""

MASKS = {
    "a mask of another size": Hard(
        mask(half((64, 64))),
        "mask_size",
        ("64x64, but the image has 128x128", '"fit": "resize"'),
        "scaled to the image",
    ),
    "a mask that is all black": Hard(
        mask(Image.new("L", (SIDE, SIDE), 0)),
        "mask_black",
        ("nothing would be repainted", "paint white"),
    ),
    "a mask that is all white": Hard(
        mask(Image.new("L", (SIDE, SIDE), 255)),
        "mask_white",
        ("nothing would be kept", "ask for image_to_image"),
    ),
    "a mask with grey, for a model that takes none": Hard(
        mask(plain("L")),
        "mask_grey",
        ("takes pure black and white", '"fit": "resize"'),
        "brought to pure black and white",
        model="titan-v2",
    ),
}
"""What is sent to repaint a part of a plain picture."""

HARD = IMAGES | MASKS
FITS = (None, "resize", "crop", "pad")
HOPELESS = [(name, fit) for name, hard in HARD.items() for fit in FITS if not (fit and hard.fitted)]


def body(name: str, fit: str | None) -> dict[str, Any]:
    """Return the request that a hard picture comes with."""
    hard = HARD[name]
    sent = {"data": b64encode(hard.raw()).decode()}
    asked: dict[str, Any] = {"task": "remove_background", "image": sent}
    if name in MASKS:
        image = {"data": b64encode(file(plain())).decode()}
        asked = {"task": "inpaint", "prompt": "a boat", "image": image, "mask": sent}
    return asked | {"fit": fit, "model": hard.model}


@pytest.fixture
def nothing_more(stack: Stack, acme: Client) -> Iterator[None]:
    """Hold that nothing was stored, called, or spent."""

    def seen() -> tuple[Any, ...]:
        usage = acme.get("/v1/usage").json()
        money = {name: usage[name] for name in ("spent", "unknown", "reserved")}
        return stack.keys(""), len(stack.calls()), money

    before = seen()
    yield
    assert seen() == before


@pytest.mark.usefixtures("nothing_more")
@pytest.mark.parametrize(("name", "fit"), HOPELESS)
def test_is_refused_in_words_and_leaves_nothing(name: str, fit: str | None, acme: Client) -> None:
    part = "mask" if name in MASKS else "image"

    answer = acme.post("/v1/generations", json=body(name, fit))

    assert answer.status_code == 400, answer.text
    assert answer.json()["code"] == "invalid_parameter"
    [fault] = answer.json()["errors"]
    assert (fault["pointer"], fault["code"]) == (f"/{part}", HARD[name].code)
    assert all(words in fault["detail"] for words in HARD[name].words), fault["detail"]


@pytest.mark.parametrize("name", [name for name, hard in HARD.items() if hard.fitted])
def test_is_made_to_fit_if_asked_and_the_receipt_says_how(
    name: str, acme: Client, stack: Stack
) -> None:
    part = "mask" if name in MASKS else "image"
    before = len(stack.calls())

    answer = acme.create(**body(name, HARD[name].fit))

    assert answer.status_code == 200, answer.text
    made = answer.json()
    lines = {line["name"]: line for line in made["receipt"]}
    assert made["status"] == "succeeded"
    assert lines[part]["status"] == "approximated"
    assert HARD[name].fitted in lines[part]["reason"]
    assert lines["fit"]["used"] == HARD[name].fit
    assert len(stack.calls()) == before + 1
