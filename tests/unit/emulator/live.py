"""An emulator in this process, and AWS clients that talk to it."""

import base64
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from urllib.request import Request, urlopen

import boto3
import cv2
import numpy as np
import uvicorn
from botocore.config import Config

from emulator.options import Options
from emulator.server import application

CORE = "stability.stable-image-core-v1:1"
SDXL = "stability.stable-diffusion-xl-v1"
TITAN = "amazon.titan-image-generator-v2:0"


def pixels_of(image: str) -> np.ndarray:
    """Decode a picture of a reply."""
    file = np.frombuffer(base64.b64decode(image), np.uint8)
    decoded = cv2.imdecode(file, cv2.IMREAD_COLOR)
    assert decoded is not None, "the reply holds no picture"
    return decoded


class Bedrock:
    """A running emulator and the ways to call it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._clients: list[Any] = []

    def client(self, service: str = "bedrock-runtime", region: str = "us-west-2") -> Any:
        """Return an unmodified AWS client."""
        config = Config(retries={"total_max_attempts": 1})
        client = boto3.client(service, region_name=region, endpoint_url=self.url, config=config)
        self._clients.append(client)
        return client

    def invoke(self, model: str, body: Any, *, region: str = "us-west-2") -> dict[str, Any]:
        """Call a model and read its reply."""
        response = self.client(region=region).invoke_model(modelId=model, body=json.dumps(body))
        with response["body"] as stream:
            return json.loads(stream.read())

    def get(self, path: str, headers: dict[str, str] | None = None) -> Any:
        """Read a page of the emulator's own."""
        with urlopen(Request(self.url + path, headers=headers or {})) as answer:
            return json.loads(answer.read())

    def close(self) -> None:
        """Hang up."""
        for client in self._clients:
            client.close()


@contextmanager
def running(options: Options) -> Iterator[Bedrock]:
    """Run an emulator on a free port until the block ends; it paints in threads."""
    app = application(options, hire=lambda: ThreadPoolExecutor(2))
    config = uvicorn.Config(app, port=0, log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the emulator did not start"
    bedrock = Bedrock(server.servers[0].sockets[0].getsockname()[1])
    try:
        yield bedrock
    finally:
        bedrock.close()
        server.should_exit = True
        thread.join(10)
