"""`ImageModel` on Bedrock: one call, no hidden retries, every end has a word.

boto3's own retries are off here: each would be a paid call that nobody wrote
down; what each error means stands in `mishap`.
"""

import binascii
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import pybase64

from functions.adapters.mishap import called, labels
from functions.adapters.reply import LiftedReply
from functions.domain.call import (
    Call,
    Filtered,
    InferenceError,
    Painted,
    Pictures,
    Reply,
    UnreadableReply,
)
from functions.domain.outcome import CallFailed
from functions.domain.ports.model import NONE


class Dialect(Protocol):
    """How a model's requests are written and its replies read."""

    @property
    def encode(self) -> Callable[[Call, Pictures], dict[str, Any]]:
        """Writes a request's body."""
        ...

    @property
    def decode(self) -> Callable[[dict[str, Any]], Painted | Filtered]:
        """Reads a reply's body."""
        ...


MOST_REPLY_BYTES = 25_000_000
"""Longest body of InvokeModel, either way; a longer reply is not kept."""

UNREADABLE = (
    UnreadableReply,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What reading JSON of any shape as a reply can raise."""


class BedrockImageModel:
    """Image models through `InvokeModel`."""

    def __init__(self, clients: Mapping[str, Any], dialects: Mapping[str, Dialect]) -> None:
        """Take a `bedrock-runtime` client for each Region, and how models speak."""
        self._clients = clients
        self._dialects = dialects

    def invoke(
        self,
        call: Call,
        region: str,
        *,
        attempt_id: str,
        correlation_id: str = "",
        pictures: Pictures = NONE,
    ) -> Reply:
        """Call a model once; invocation logs carry the attempt's id and the request's.

        Raises:
            CallFailed: with the word of the outcome table.
        """
        client = self._clients.get(region)
        if client is None:
            here = ", ".join(self._clients)
            raise CallFailed("refused", f"this painter calls {here}, not {region}")
        dialect = self._dialects.get(call.model)
        if dialect is None:
            raise CallFailed("refused", f"{call.model} is not in this deployment's catalogue")
        body = json.dumps(dialect.encode(call, pictures))
        raw, request_id = _send(client, call.model, body, labels(attempt_id, correlation_id))
        try:
            lifted = LiftedReply(raw)
            return _reply(dialect.decode(lifted.body), lifted, request_id)
        except InferenceError as error:
            raise CallFailed("interrupted", str(error), request_id) from error
        except UNREADABLE as noise:
            raise CallFailed("unreadable", f"unreadable reply: {noise}", request_id) from noise


def _send(
    client: Any, model: str, body: str, metadata: Mapping[str, str]
) -> tuple[bytes | bytearray, str | None]:
    with called():
        answer = client.invoke_model(
            modelId=model,
            body=body,
            contentType="application/json",
            accept="application/json",
            requestMetadata=json.dumps(metadata),
        )
        headers = answer["ResponseMetadata"].get("HTTPHeaders", {})
        raw = _read(answer["body"], int(headers.get("content-length", MOST_REPLY_BYTES + 1)))
        return raw, answer["ResponseMetadata"].get("RequestId")


def _read(body: Any, length: int) -> bytes | bytearray:
    """Read a reply to its end, where botocore checks that it is whole.

    One of a known length is read at once, which copies nothing.
    """
    if length <= MOST_REPLY_BYTES:
        return body.read()
    raw = bytearray()
    while chunk := body.read(1 << 20):
        raw += chunk
        if len(raw) > MOST_REPLY_BYTES:
            raise CallFailed("unreadable", f"a reply of more than {MOST_REPLY_BYTES:,} bytes")
    return raw


def _reply(answer: Painted | Filtered, lifted: LiftedReply, request_id: str | None) -> Reply:
    if isinstance(answer, Filtered):
        return Reply(None, reason=answer.reason, request_id=request_id)
    try:
        raw = pybase64.b64decode(lifted.text(answer.image), validate=True)
    except (binascii.Error, ValueError) as noise:
        raise UnreadableReply("the picture is not base64") from noise
    return Reply(raw, seed=answer.seed, request_id=request_id)
