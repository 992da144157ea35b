"""Laws of what may never be written down: pictures where words belong, secrets."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from operate.evidence import Evidence

RUN = re.compile(r"[A-Za-z0-9+/=_-]{1024,}")
LETTERS = 24
"""Base64 of a picture uses more different letters than that; `xxxx…` does not."""

MAGIC = ("iVBORw0KGgo", "/9j/4AAQ", "UklGR")
"""How PNG, JPEG and WebP begin in base64."""

SECRETS = {
    "a key of ours": re.compile(r"easel_[A-Za-z0-9_-]{43}"),
    "an AWS access key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a presigned address": re.compile(r"X-Amz-Signature=[0-9a-f]{64}"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
}


def no_pictures(evidence: Evidence) -> Iterator[str]:
    """No bytes, and no base64 above 1 kB, in any item or message."""
    for where, value in _texts(evidence):
        if isinstance(value, bytes) or picture_in(value):
            yield f"{where} holds a picture's bytes"


def no_secrets(evidence: Evidence) -> Iterator[str]:
    """No key, credential or signed address in any item or message."""
    for where, value in _texts(evidence):
        if isinstance(value, str):
            for what in secrets_in(value):
                yield f"{where} holds {what}"


def picture_in(text: str) -> bool:
    """Whether a text holds more than 1 kB of what looks like base64."""
    runs: list[str] = RUN.findall(text) if len(text) >= 1024 else []
    return any(len(set(run)) > LETTERS for run in runs) or any(each in text for each in MAGIC)


def secrets_in(text: str) -> list[str]:
    """Return the kinds of secrets that a text holds."""
    return [what for what, pattern in SECRETS.items() if pattern.search(text)]


def _texts(evidence: Evidence) -> Iterator[tuple[str, str | bytes]]:
    for item in evidence.items:
        for value in _scalars(item):
            yield f"{item.get('PK')} {item.get('SK')}", value
    for number, body in enumerate(evidence.messages):
        yield f"message {number}", body


def _scalars(value: Any) -> Iterator[str | bytes]:
    if isinstance(value, Mapping):
        for name, inner in value.items():  # pyright: ignore[reportUnknownVariableType]
            yield from _scalars(name)
            yield from _scalars(inner)
    elif isinstance(value, list | tuple | set):
        for inner in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _scalars(inner)
    elif isinstance(value, bytes | str):
        yield value
    elif hasattr(value, "value"):  # boto3's Binary
        yield bytes(value.value)
