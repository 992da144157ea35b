"""A Converse request, held against what the service takes, in its words.

Shapes are botocore's of `bedrock-runtime` (2023-09-30). The sentences about conversations
were reported by users; those about constraints are the wording of AWS's own validation.
"""

import json
import math
from dataclasses import dataclass
from typing import Any

from emulator import refusal
from emulator.refusal import Refusal
from emulator.schema import Schema, violations

_MEMBERS: Schema = {
    "type": "object",
    "open": True,
    "required": ["messages"],
    "properties": {
        "messages": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["role", "content"],
                "properties": {
                    "role": {"type": "string", "enum": ["user", "assistant", "system"]},
                    "content": {"type": "array", "items": {"type": "object", "open": True}},
                },
            },
        },
        "system": {"type": "array", "items": {"type": "object", "open": True}},
        "inferenceConfig": {
            "type": "object",
            "properties": {
                "maxTokens": {"type": "integer"},
                "temperature": {"type": "number"},
                "topP": {"type": "number"},
                "stopSequences": {"type": "array", "items": {"type": "string"}},
            },
        },
        "toolConfig": {
            "type": "object",
            "required": ["tools"],
            "properties": {
                "tools": {"type": "array", "items": {"type": "object", "open": True}},
                "toolChoice": {"type": "object", "open": True},
            },
        },
        "requestMetadata": {"type": "object", "open": True},
    },
}
_RANGES = {"maxTokens": (1, math.inf), "temperature": (0, 1), "topP": (0, 1)}
USUAL_MOST = 4096


@dataclass(frozen=True, slots=True)
class Tool:
    """A form that the model may fill in."""

    name: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks for: the last message, and the tool to use."""

    text: str
    size: int
    most_tokens: int
    tool: Tool | None
    metadata: str | None


def read(content: bytes) -> Asked:
    """Read a request's body.

    Raises:
        Refusal: as the service refuses it.
    """
    try:
        body: Any = json.loads(content)
    except (ValueError, RecursionError):
        raise Refusal("SerializationException", 400, "The body is not JSON.") from None
    if broken := list(violations(body, _MEMBERS)):
        raise refusal.invalid(f"The request is invalid: {', '.join(broken)}")
    _converses(body["messages"])
    settings = body.get("inferenceConfig", {})
    for name, value in settings.items():
        _in_range(name, value)
    metadata = body.get("requestMetadata")
    return Asked(
        text=_text(body["messages"]),
        size=len(content),
        most_tokens=settings.get("maxTokens", USUAL_MOST),
        tool=_tool(body["toolConfig"]) if "toolConfig" in body else None,
        metadata=json.dumps(metadata) if metadata else None,
    )


def _converses(messages: list[dict[str, Any]]) -> None:
    if not messages or messages[0]["role"] != "user":
        raise refusal.invalid(
            "A conversation must start with a user message. Try again with a conversation that "
            "starts with a user message."
        )
    for number, message in enumerate(messages):
        if not message["content"]:
            raise refusal.invalid(
                f"The content field in the Message object at messages.{number} is empty. Add a "
                "ContentBlock object to the content field and try again."
            )
        for place, block in enumerate(message["content"]):
            if "text" in block and not str(block["text"]).strip():
                where = f"messages.{number}.content.{place}"
                raise refusal.invalid(
                    f"The text field in the ContentBlock object at {where} is blank. Add text to "
                    "the text field, and try again."
                )


def _text(messages: list[dict[str, Any]]) -> str:
    blocks = [
        block for message in messages if message["role"] == "user" for block in message["content"]
    ]
    return " ".join(str(each["text"]) for each in blocks if "text" in each)


def _in_range(name: str, value: Any) -> None:
    least, most = _RANGES.get(name, (-math.inf, math.inf))
    if isinstance(value, int | float) and not least <= value <= most:
        bound, word = (least, "greater") if value < least else (most, "less")
        raise refusal.invalid(
            f"1 validation error detected: Value '{value}' at 'inferenceConfig.{name}' failed to "
            f"satisfy constraint: Member must have value {word} than or equal to {bound}"
        )


def _tool(config: dict[str, Any]) -> Tool:
    """Return the tool that is to be used: the one that is named, or the first."""
    specs = [each["toolSpec"] for each in config["tools"] if "toolSpec" in each]
    if not specs:
        raise refusal.invalid(
            "1 validation error detected: Value '[]' at 'toolConfig.tools' failed to satisfy "
            "constraint: Member must have length greater than or equal to 1"
        )
    named = config.get("toolChoice", {}).get("tool", {}).get("name", specs[0].get("name"))
    for each in specs:
        if each.get("name") == named and isinstance(each.get("inputSchema", {}).get("json"), dict):
            return Tool(named, each["inputSchema"]["json"])
    raise refusal.invalid(f"The tool {named} in toolChoice is not defined in tools.")  # unconfirmed
