"""`Writer` on Bedrock: Converse with one tool that the model must use.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html and
https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html; that Nova
takes a forced tool, and wants temperature 0 with tools:
https://docs.aws.amazon.com/nova/latest/userguide/tool-choice.html and
https://docs.aws.amazon.com/nova/latest/userguide/prompting-tools-function.html, checked
2026-11-22.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from functions.adapters.mishap import called, labels
from functions.domain.outcome import CallFailed
from functions.domain.writing import Order, Tokens, Written


class BedrockWriter:
    """A text model through `Converse`."""

    def __init__(self, client: Callable[[], Any]) -> None:
        """Take what makes a `bedrock-runtime` client when somebody wants a text."""
        self._client = cache(client)

    def write(
        self, order: Order, model: str, *, attempt_id: str, correlation_id: str = ""
    ) -> Written:
        """Call the model once; the account's invocation logs carry both ids.

        Raises:
            CallFailed: with the word of the outcome table.
        """
        with called():
            answer = self._client().converse(
                modelId=model, requestMetadata=labels(attempt_id, correlation_id), **_asked(order)
            )
        request_id = answer["ResponseMetadata"].get("RequestId")
        try:
            return _written(answer, order.tool, request_id)
        except (LookupError, TypeError, ValueError, AttributeError) as noise:
            raise CallFailed("unreadable", f"unreadable reply: {noise}", request_id) from noise


def _asked(order: Order) -> dict[str, Any]:
    tool = {
        "name": order.tool,
        "description": order.purpose,
        "inputSchema": {"json": order.schema},
    }
    return {
        "system": [{"text": order.system}],
        "messages": [{"role": "user", "content": [{"text": order.text}]}],
        "inferenceConfig": {"maxTokens": order.most_tokens, "temperature": 0},
        "toolConfig": {
            "tools": [{"toolSpec": tool}],
            "toolChoice": {"tool": {"name": order.tool}},
        },
    }


def _written(answer: Mapping[str, Any], tool: str, request_id: str | None) -> Written:
    usage = answer["usage"]
    return Written(
        form=_form(answer, tool),
        tokens=Tokens(int(usage["inputTokens"]), int(usage["outputTokens"])),
        stop=answer.get("stopReason", ""),
        request_id=request_id,
    )


def _form(answer: Mapping[str, Any], tool: str) -> Any:
    """Return the tool's input as the model gave it, None where it used no tool."""
    blocks: Any = answer.get("output", {}).get("message", {}).get("content", ())
    used = (each["toolUse"] for each in blocks if "toolUse" in each)
    return next((each["input"] for each in used if each.get("name") == tool), None)
