"""A chat model that says what a test wrote for it."""

from collections.abc import Iterator
from typing import Any

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, BaseMessage


class Scripted(GenericFakeChatModel):
    """Says its lines in turn, keeps what it was shown, and can be given tools."""

    messages: Iterator[AIMessage | str]
    heard: list[list[BaseMessage]] = []
    tools: list[Any] = []

    def bind_tools(self, tools: Any, **_: Any) -> Any:
        self.tools.extend(tools)
        return self

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> Any:
        self.heard.append(messages)
        return super()._generate(messages, *args, **kwargs)


def calling(name: str, **arguments: Any) -> AIMessage:
    """Return a message that calls a tool."""
    call = {"name": name, "args": arguments, "id": f"call-{name}", "type": "tool_call"}
    return AIMessage("", tool_calls=[call])


def scripted(*lines: AIMessage | str) -> Scripted:
    """Return a chat model with these lines."""
    return Scripted(messages=iter(lines), heard=[], tools=[])
