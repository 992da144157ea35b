"""What the text model answers: a form filled in, or a line of text, and their tokens.

Shapes: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html,
checked 2026-11-22.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from emulator.writing.order import Asked, Tool
from emulator.writing.rewriting import rewritten

Body = dict[str, Any]
_SIGN = re.compile(r"\b[A-Z]{2,}[A-Z0-9]*\b")
_BYTES_A_TOKEN = 4


def reply(asked: Asked, *, latency_ms: int, plainly: bool = False) -> Body:
    """Return the answer; with `plainly` in words, though a tool was to be used."""
    if asked.tool is None or plainly:
        block, stop = {"text": _in_words(asked.text)}, "end_turn"
    else:
        filled = filled_in(asked.tool, asked.text)
        used = {"toolUseId": _use_id(asked), "name": asked.tool.name, "input": filled}
        block, stop = {"toolUse": used}, "tool_use"
    written = _tokens(len(json.dumps(block, ensure_ascii=False).encode()))
    if written > asked.most_tokens:
        written, stop = asked.most_tokens, "max_tokens"
        block = {"text": _in_words(asked.text)[: written * _BYTES_A_TOKEN]}
    return _answer([block], stop, asked, written, latency_ms)


def withheld(asked: Asked, *, latency_ms: int) -> Body:
    """Return the answer of a call that the filters ended."""
    block = {"text": "The generated text has been blocked by our content filters."}
    return _answer([block], "content_filtered", asked, 0, latency_ms)


def filled_in(tool: Tool, text: str) -> Body:
    """Fill in a form: the parts of a prompt, or any other as well as rules can."""
    wanted: Mapping[str, Any] = tool.schema.get("properties", {})
    parts = asdict(rewritten(text)) if "description" in wanted and "style" in wanted else {}
    return {name: parts.get(name, _guess(schema, text)) for name, schema in wanted.items()}


def _guess(schema: Any, text: str) -> Any:
    match schema.get("type") if isinstance(schema, dict) else None:
        case "array":
            return []
        case "integer" | "number":
            return 0
        case "boolean":
            return False
        case "object":
            return {}
        case _:
            sign = _SIGN.search(text)
            return sign[0] if sign else text


def _in_words(text: str) -> str:
    parts = rewritten(text)
    return ", ".join([f"{parts.image_type} of {parts.description}", parts.style, *parts.details])


def _answer(content: list[Body], stop: str, asked: Asked, written: int, latency_ms: int) -> Body:
    read = _tokens(asked.size)
    return {
        "metrics": {"latencyMs": latency_ms},
        "output": {"message": {"content": content, "role": "assistant"}},
        "stopReason": stop,
        "usage": {"inputTokens": read, "outputTokens": written, "totalTokens": read + written},
    }


def _tokens(size: int) -> int:
    return -(-size // _BYTES_A_TOKEN)


def _use_id(asked: Asked) -> str:
    digest = hashlib.sha256(f"{asked.text}/{asked.size}".encode()).hexdigest()
    return f"tooluse_{digest[:22]}"
