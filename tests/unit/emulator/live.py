"""An emulator in this process, and AWS clients that talk to it."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.request import Request, urlopen

import boto3
import cv2
import numpy as np
import uvicorn
from botocore.config import Config

from emulator.__main__ import listen
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

    def faults(self, *rules: dict[str, Any]) -> list[dict[str, Any]]:
        """Put these faults in force and no others."""
        door = f"{self.url}/_emulator/faults"
        urlopen(Request(door, method="DELETE")).close()
        body = json.dumps({"faults": rules}).encode()
        with urlopen(Request(door, body, method="POST")) as answer:
            return json.loads(answer.read())["faults"]

    def booked(self) -> list[dict[str, Any]]:
        """Read the ledger."""
        return self.get("/_emulator/ledger")["invocations"]

    def close(self) -> None:
        """Hang up."""
        for client in self._clients:
            client.close()


@contextmanager
def running(options: Options) -> Iterator[Bedrock]:
    """Run an emulator on a free port until the block ends; it paints in threads."""
    app = application(options, hire=lambda: ThreadPoolExecutor(2))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    listener = listen(replace(options, port=0))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the emulator did not start"
        time.sleep(0.005)
    bedrock = Bedrock(listener.getsockname()[1])
    try:
        yield bedrock
    finally:
        bedrock.close()
        server.should_exit = True
        thread.join(10)
