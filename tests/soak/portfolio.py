"""A customer's pictures: drawn, uploaded by signed forms, or chosen of his results."""

import base64
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
from PIL import Image

from tests.e2e.client import Client
from tests.soak.edits import Edit
from tests.soak.stand import Stand

SIZE = (512, 512)
Size = tuple[int, int]
Ask = Callable[[Callable[[Client], httpx.Response]], httpx.Response | None]


class NoAnswer(Exception):
    """A door stayed shut, so that a picture did not get in."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Gets pictures to where a request names them; `ask` is patient with the door."""

    stand: Stand
    tenant: str
    ask: Ask

    def pictures(self, edit: Edit) -> dict[str, Any]:
        """Return how a request names an edit's pictures.

        Raises:
            NoAnswer: an upload could not be begun, or not be sent.
        """
        found, size = self._image(edit)
        if edit.mask == "alpha":
            return {"image": found}
        size = (64, 64) if edit.mask == "small" else size
        return {"image": found, "mask": self._sent(_mask(size), edit.mask)}

    def _image(self, edit: Edit) -> tuple[dict[str, Any], Size]:
        if edit.image == "result" and (found := self._result()):
            return {"image_id": found["id"]}, (found["width"], found["height"])
        sent = self._sent(_image(clear=edit.mask == "alpha"), edit.image)
        if edit.late:
            self._expire(sent["upload_id"])
        return sent, SIZE

    def _result(self) -> dict[str, Any] | None:
        answer = self.ask(lambda client: client.get("/v1/images?limit=1"))
        found = answer.json()["data"] if answer is not None else []
        return found[0] if found else None

    def _sent(self, raw: bytes, how: str) -> dict[str, Any]:
        if how != "upload":
            return {"data": base64.b64encode(raw).decode()}
        begun = self.ask(
            lambda client: client.post("/v1/uploads", json={"content_type": "image/png"})
        )
        if begun is None:
            raise NoAnswer("an upload was not begun")
        self._post(begun.json(), raw)
        return {"upload_id": begun.json()["id"]}

    def _post(self, form: dict[str, Any], raw: bytes) -> None:
        file = {"file": ("picture.png", raw, "image/png")}
        verify = self.stand.stack.verify
        for _ in range(5):
            try:
                sent = httpx.post(form["url"], data=form["fields"], files=file, verify=verify)
            except httpx.HTTPError:
                time.sleep(0.5)
                continue
            if sent.status_code == 204:
                return
        raise NoAnswer("a form was not taken")

    def _expire(self, upload: str) -> None:
        self.stand.aws("dynamodb").update_item(
            TableName=self.stand.outputs["TableName"],
            Key={
                "PK": {"S": f"TENANT#{self.tenant}"},
                "SK": {"S": f"UPLOAD#{upload.removeprefix('upl_')}"},
            },
            UpdateExpression="SET ends_at = :then",
            ExpressionAttributeValues={":then": {"S": "2026-01-01T00:00:00.000000+00:00"}},
        )


def _image(*, clear: bool) -> bytes:
    picture = Image.new("RGBA" if clear else "RGB", SIZE, "#336699")
    if clear:
        picture.paste((0, 0, 0, 0), (128, 128, 384, 384))
    return _png(picture)


def _mask(size: Size) -> bytes:
    picture = Image.new("L", size, 0)
    picture.paste(255, (0, 0, size[0] // 2, size[1]))
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
