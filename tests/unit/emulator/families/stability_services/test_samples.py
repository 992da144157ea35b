"""AWS's own samples for each tool, run as they are printed.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22. The model ids, the Region, the order of steps and every value but
the pictures' bytes are the page's; the trailing comma that boxes Erase's image is too.
"""

import base64
import io
import json
import os
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
from PIL import Image

from emulator.families.stability_services.tools import TOOLS
from tests.unit.emulator.drawn import drawn, file_of, halved
from tests.unit.emulator.live import Bedrock

BIG_BEN = "This dreamlike digital art captures a vibrant, kaleidoscopic Big Ben in London"
SAMPLES: list[tuple[str, dict[str, Any], tuple[int, int]]] = [
    (
        "us.stability.stable-creative-upscale-v1:0",
        {"image": "input.jpg", "prompt": BIG_BEN, "creativity": 0.30},
        (3840, 2160),
    ),
    (
        "us.stability.stable-conservative-upscale-v1:0",
        {"image": "input.jpg", "prompt": BIG_BEN, "creativity": 0.30},
        (3840, 2160),
    ),
    ("us.stability.stable-fast-upscale-v1:0", {"image": "input.jpg"}, (1280, 720)),
    (
        "us.stability.stable-image-inpaint-v1:0",
        {"image": "input.png", "mask": "mask.png", "prompt": "artificer of time and space"},
        (320, 180),
    ),
    (
        "us.stability.stable-outpaint-v1:0",
        {"image": "input.png", "left": 512, "right": 512, "up": 200, "down": 100},
        (1344, 480),
    ),
    (
        "us.stability.stable-image-search-recolor-v1:0",
        {"image": "input.png", "prompt": "pink jacket", "select_prompt": "jacket"},
        (320, 180),
    ),
    (
        "us.stability.stable-image-search-replace-v1:0",
        {"image": "input.png", "prompt": "jacket", "search_prompt": "sweater"},
        (320, 180),
    ),
    (
        "us.stability.stable-image-erase-object-v1:0",
        {"image": ("input.png",), "mask": "mask.png"},
        (320, 180),
    ),
    ("us.stability.stable-image-remove-background-v1:0", {"image": "input.png"}, (320, 180)),
    (
        "us.stability.stable-image-control-sketch-v1:0",
        {
            "image": "input.jpg",
            "prompt": "a house with background of mountains and river flowing nearby",
        },
        (320, 180),
    ),
    (
        "us.stability.stable-image-control-structure-v1:0",
        {
            "image": "input.jpg",
            "prompt": "surreal structure with motion generated sparks lighting the scene",
        },
        (320, 180),
    ),
    (
        "us.stability.stable-image-style-guide-v1:0",
        {"image": "input.jpg", "prompt": "wide shot of modern metropolis"},
        (1024, 1024),
    ),
    (
        "us.stability.stable-style-transfer-v1:0",
        {"init_image": "input.jpg", "style_image": "style.jpg", "prompt": "statue"},
        (320, 180),
    ),
]
PICTURES = {
    "input.jpg": file_of(drawn(320, 180), "JPEG"),
    "input.png": file_of(drawn(320, 180)),
    "style.jpg": file_of(drawn(200, 200), "JPEG"),
    "mask.png": file_of(halved(320, 180)),
}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tools: Bedrock) -> Path:
    """The samples' folder of pictures, and an environment that leads to the emulator."""
    for name, file in PICTURES.items():
        (tmp_path / name).write_bytes(file)
    monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", tools.url)
    return tmp_path


def params_of(sample: dict[str, Any], content: Path) -> dict[str, Any]:
    """Put the pictures where the sample names them, in base64."""

    def read(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(read, value))
        if value not in PICTURES:
            return value
        return base64.b64encode((content / value).read_bytes()).decode("utf-8")

    return {name: read(value) for name, value in sample.items()}


def saved(model_response: dict[str, Any], content: Path) -> tuple[int, int]:
    """Save the first image as the samples do, and return the size of what was saved."""
    image_data = base64.b64decode(model_response["images"][0])
    Image.open(io.BytesIO(image_data)).save(content / "image.png")
    with Image.open(content / "image.png") as image:
        return image.size


def test_there_is_a_sample_of_every_tool() -> None:
    assert {model_id for model_id, _, _ in SAMPLES} == set(TOOLS)


@pytest.mark.parametrize(("model_id", "sample", "size"), SAMPLES, ids=[each[0] for each in SAMPLES])
def test_the_python_sample_runs(
    content: Path, model_id: str, sample: dict[str, Any], size: tuple[int, int]
) -> None:
    region = "us-east-1"
    bedrock = boto3.client("bedrock-runtime", region_name=region)
    request = json.dumps(params_of(sample, content))

    response = bedrock.invoke_model(modelId=model_id, body=request)
    with response["body"] as stream:
        model_response = json.loads(stream.read())
    bedrock.close()

    assert model_response["finish_reasons"] == [None]
    assert all(isinstance(seed, int) for seed in model_response["seeds"])
    assert saved(model_response, content) == size


@pytest.mark.parametrize(("model_id", "sample", "size"), SAMPLES, ids=[each[0] for each in SAMPLES])
def test_the_api_sample_with_a_bedrock_key_runs(
    content: Path, model_id: str, sample: dict[str, Any], size: tuple[int, int]
) -> None:
    endpoint = os.environ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"]
    headers = {"Content-Type": "application/json", "Authorization": "Bearer ABSK-example"}
    request = Request(
        f"{endpoint}/model/{model_id}/invoke",
        json.dumps(params_of(sample, content)).encode(),
        headers,
    )

    with urlopen(request) as response:
        model_response = json.loads(response.read())

    assert saved(model_response, content) == size
