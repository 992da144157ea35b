"""Files of other tools are called by their tool's name."""

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.parts.canvas import nearest
from studio.parts.makers import maker


def png(**texts: str) -> bytes:
    told, raw = PngInfo(), io.BytesIO()
    for name, text in texts.items():
        told.add_text(name, text)
    Image.new("RGB", (8, 8)).save(raw, "PNG", pnginfo=told)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"prompt": '{"3": {"class_type": "KSampler"}}', "workflow": "{}"}, "ComfyUI"),
        ({"prompt": '{"3": {"class_type": "KSampler"}}'}, "ComfyUI"),
        ({"invokeai_metadata": "{}"}, "InvokeAI"),
        ({"Software": "NovelAI"}, "NovelAI"),
        ({"Software": " "}, None),
        ({"prompt": "a lake"}, None),
        ({}, None),
    ],
)
def test_a_png_tells_its_tool(texts: dict[str, str], name: str | None) -> None:
    assert maker(png(**texts)) == name


@pytest.mark.parametrize("raw", [b"", b"hello", png()[:40]])
def test_what_is_no_picture_has_no_tool(raw: bytes) -> None:
    assert maker(raw) is None


@pytest.mark.parametrize(
    ("size", "ratio"), [("832x1216", "2:3"), ("1024x1024", "1:1"), ("1536x640", "16:9")]
)
def test_a_size_is_shown_as_the_nearest_ratio(size: str, ratio: str) -> None:
    assert nearest(size, ["1:1", "2:3", "3:2", "16:9"]) == ratio
