"""AWS's sample of a tool, from its pages, checked 2026-11-22.

The request: https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html
The model's block: https://docs.aws.amazon.com/nova/latest/userguide/tool-use-invocation.html
A forced tool: https://docs.aws.amazon.com/nova/latest/userguide/tool-choice.html
"""

from typing import Any

SIGN = (
    "The call sign for the radio station for which you want the most popular song. Example calls "
    "signs are WZPZ and WKRP."
)
TOOLS: dict[str, Any] = {
    "tools": [
        {
            "toolSpec": {
                "name": "top_song",
                "description": "Get the most popular song played on a radio station.",
                "inputSchema": {
                    "json": {
                        "type": "object",
                        "properties": {"sign": {"type": "string", "description": SIGN}},
                        "required": ["sign"],
                    }
                },
            }
        }
    ]
}
MESSAGES: list[dict[str, Any]] = [
    {"role": "user", "content": [{"text": "What is the most popular song on WZPZ?"}]}
]
FORCED: dict[str, Any] = {"tool": {"name": "top_song"}}
BLOCK: dict[str, Any] = {
    "toolUse": {
        "toolUseId": "tooluse_20Z9zl0BQWSXjFuLKdTJcA",
        "name": "top_song",
        "input": {"sign": "WZPZ"},
    }
}
