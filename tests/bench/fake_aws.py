"""A Bedrock, DynamoDB, S3 and SQS on loopback that cost nearly nothing.

Benchmarks measure the caller, so the far side only answers: at once, in the right
shape, and the same however often it is asked. New items are kept, changes of items
succeed and are forgotten, so that an image stays queued however often it is painted.

Run as `python -m tests.bench.fake_aws ITEMS.json PICTURE.png`; it prints its port.
With `--calls FILE` it writes down what it was asked.
"""

import argparse
import asyncio
import base64
import json
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Item = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """One HTTP request, read whole."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    body: bytes = b""
    status: str = "200 OK"
    kind: str = "application/json"

    def written(self) -> bytes:
        lines = [
            f"HTTP/1.1 {self.status}",
            f"Content-Type: {self.kind}",
            f"Content-Length: {len(self.body)}",
            "x-amzn-RequestId: 00000000-0000-4000-8000-000000000000",
            'ETag: "00000000000000000000000000000000"',
        ]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body


class FakeAws:
    """Answers by service; knows items by their keys, and one picture."""

    def __init__(self, items: list[Item], picture: bytes, *, calls: Path | None = None) -> None:
        self._calls = calls
        self._items = {_key(item): item for item in items}
        self._picture = Answer(picture, kind="image/png")
        # A Stability model's reply, byte for byte in AWS's shape.
        # https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
        reply = {"seeds": [7], "finish_reasons": [None], "images": [_base64(picture)]}
        self._painted = Answer(json.dumps(reply, separators=(",", ":")).encode())

    def answer(self, request: Request) -> Answer:
        """Return the reply of whichever service was meant."""
        target = request.headers.get("x-amz-target", "")
        operation = target.partition(".")[2]
        if request.path.startswith("/model/"):
            return self._painted
        if target.startswith("DynamoDB"):
            asked = json.loads(request.body)
            answer = self._dynamodb(operation, asked)
            told = {"asked": asked, "answered": json.loads(answer.body)}
            self._note("dynamodb", operation, **told)
            return answer
        if target.startswith("AmazonSQS"):
            self._note("sqs", operation)
            return _sqs(json.loads(request.body))
        copies = "x-amz-copy-source" in request.headers
        self._note("s3", "COPY" if copies else request.method)
        return self._s3(request)

    def _note(self, service: str, operation: str, **told: Any) -> None:
        if self._calls:
            with self._calls.open("a") as file:
                line = {"service": service, "operation": operation, **told}
                file.write(json.dumps(line) + "\n")

    def _dynamodb(self, operation: str, asked: Item) -> Answer:
        if operation == "GetItem":
            found = self._items.get(_key(asked["Key"]))
            return _json({"Item": found} if found else {})
        if operation == "Query":
            return self._query(asked["ExpressionAttributeValues"])
        if operation == "TransactWriteItems":
            for put in (each["Put"] for each in asked["TransactItems"] if "Put" in each):
                if ":version" not in put.get("ExpressionAttributeValues", ()):
                    self._items[_key(put["Item"])] = put["Item"]
        if operation == "UpdateItem":
            found = self._items.get(_key(asked["Key"]), {})
            return _json({"Attributes": found} if "ReturnValues" in asked else {})
        return _json({})

    def _query(self, values: Item) -> Answer:
        start = f"{values[':pk']['S']} {values.get(':sk', {'S': ''})['S']}"
        found = [item for key, item in sorted(self._items.items()) if key.startswith(start)]
        return _json({"Items": found, "Count": len(found), "ScannedCount": len(found)})

    def _s3(self, request: Request) -> Answer:
        if request.method == "GET":
            return self._picture
        if request.method == "DELETE":
            return Answer(status="204 No Content")
        if "x-amz-copy-source" in request.headers:
            done = b"<CopyObjectResult><ETag>0</ETag></CopyObjectResult>"
            return Answer(done, kind="application/xml")
        return Answer(kind="application/xml")


def _key(item: Item) -> str:
    return f"{item['PK']['S']} {item['SK']['S']}"


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _json(body: Item) -> Answer:
    return Answer(json.dumps(body).encode(), kind="application/x-amz-json-1.0")


def _sqs(asked: Item) -> Answer:
    sent = [
        {"Id": each["Id"], "MessageId": "m", "MD5OfMessageBody": "0"}
        for each in asked.get("Entries", ())
    ]
    return _json({"Successful": sent, "Failed": []})


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Request:
    """Read one request to its end, sending what clients wait for on the way."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, path, _ = head[0].split(" ", 2)
    pairs = (line.partition(":") for line in head[1:] if line)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    if headers.get("expect", "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = await _read_chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, path, headers, body)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    while await reader.readuntil(b"\r\n") != b"\r\n":  # trailers
        pass
    return b"".join(parts)


async def serve(fake: FakeAws, tls: ssl.SSLContext | None = None) -> None:
    """Listen on a free port of loopback, say which, and answer until killed."""

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                answer = fake.answer(request := await _read(reader, writer))
                writer.write(answer.written() if request.method != "HEAD" else Answer().written())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(converse, "127.0.0.1", 0, limit=2**24, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    """Serve; with a certificate (its key in the same file), over TLS."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fake_aws", description=__doc__)
    parser.add_argument("items", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--certificate", type=Path)
    parser.add_argument("--calls", type=Path)
    asked = parser.parse_args()
    tls = None
    if asked.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(asked.certificate)
    known = json.loads(asked.items.read_text())
    fake = FakeAws(known, asked.picture.read_bytes(), calls=asked.calls)
    asyncio.run(serve(fake, tls))


if __name__ == "__main__":
    main()
