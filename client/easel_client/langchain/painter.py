"""The end of a chain: a prompt becomes pictures."""

from collections.abc import Mapping
from typing import Any

from langchain_core.prompt_values import PromptValue
from langchain_core.runnables import Runnable

from easel_client import calls
from easel_client.answers import Generation
from easel_client.async_easel import AsyncEasel
from easel_client.easel import Easel
from easel_client.langchain.following import following
from easel_client.langchain.prompts import ImagePrompt
from easel_client.steps import Flow

Paintable = str | PromptValue | ImagePrompt | Mapping[str, Any]


def paint(
    easel: Easel, async_easel: AsyncEasel | None = None, *, wait: float = 300.0, **request: Any
) -> Runnable[Any, Generation]:
    """Return the end of a chain, which paints what comes to it.

    `IMAGE_PROMPT | paint(easel)` is a whole one. It takes a text, what a template or a
    director gives, or a request of one's own.

    Args:
        easel: The client.
        async_easel: Awaited by `ainvoke`; without it a thread asks `easel`.
        wait: Seconds to wait for the end; the generation is returned as it stands then.
        **request: What every request has: `model`, `count`, `aspect_ratio`, …
    """

    def painted(given: Paintable) -> Flow[Generation]:
        return (yield from calls.generate(wait=wait, **{**request, **asked(given)}))

    return following(painted, easel, async_easel, name="paint")


def asked(given: Paintable) -> dict[str, Any]:
    """Return what a prompt of any kind asks for."""
    if isinstance(given, ImagePrompt):
        return given.request()
    if isinstance(given, Mapping):
        return dict(given)
    return {"prompt": given.to_string() if isinstance(given, PromptValue) else given}
