"""The craft of the prompt; nothing here paints."""

from typing import Any

from easel_client.answers import Composed, Linted
from easel_client.calls.bodies import given, path
from easel_client.steps import Ask, Flow, answered


def compose(**prompt: Any) -> Flow[Composed]:
    """Return the prompt that a model would read.

    Args:
        **prompt: Its parts: `description`, `image_type`, `style`, `details`.
    """
    ask = Ask(method="POST", url=path("prompts", "compose"), json={"prompt": given(prompt)})
    return Composed.read((yield from answered(ask)))


def lint(
    prompt: str | dict[str, Any],
    *,
    negative_prompt: str | None = None,
    model: str | None = None,
    task: str | None = None,
) -> Flow[Linted]:
    """Return warnings about a prompt, text or parts, for one model."""
    body = {"prompt": prompt, "negative_prompt": negative_prompt, "model": model, "task": task}
    ask = Ask(method="POST", url=path("prompts", "lint"), json=given(body))
    return Linted.read((yield from answered(ask)))
