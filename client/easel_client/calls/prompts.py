"""The craft of the prompt; nothing here paints, and only `enhance` costs."""

from typing import Any
from uuid import uuid4

from easel_client.answers import Composed, Enhanced, EnhanceOffer, Linted
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


def enhance(
    brief: str,
    *,
    model: str | None = None,
    task: str | None = None,
    idempotency_key: str | None = None,
) -> Flow[Enhanced]:
    """Turn a brief in any language into a prompt, by one paid call of a text model.

    All tries carry one idempotency key: it is paid once.

    Args:
        brief: What is to be seen.
        model: Image model that the prompt is for.
        task: What is to be done.
        idempotency_key: Your own, to ask again after a crash without paying again.
    """
    body = given({"brief": brief, "model": model, "task": task})
    headers = {"Idempotency-Key": idempotency_key or uuid4().hex}
    ask = Ask(method="POST", url=path("prompts", "enhance"), json=body, headers=headers)
    return Enhanced.read((yield from answered(ask)))


def enhance_offer() -> Flow[EnhanceOffer]:
    """Return what `enhance` costs here; nothing is spent."""
    return EnhanceOffer.read(
        (yield from answered(Ask(method="GET", url=path("prompts", "enhance"))))
    )
