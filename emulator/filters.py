"""What the emulator's content filters would stop, and what tests tell it to.

A real filter is a model; this one is a short list of words in prompts that no
one needs for a demonstration, and four magic words that force each outcome.
"""

import re
from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """How a call can end other than with a picture."""

    PROMPT_FILTERED = "[filter:prompt]"
    OUTPUT_FILTERED = "[filter:output]"
    INPUT_FILTERED = "[filter:input]"
    INFERENCE_FAILED = "[inference-error]"


_STOPPED = re.compile(
    r"\b(nsfw|nude|naked|gore|gory|beheading|porn|torture)\b|누드|나체|고문", re.I
)


def judge(prompts: Iterable[str]) -> Verdict | None:
    """Return how the filters end a call with these prompts, or None: paint.

    Only what is wished for is judged; a negative prompt may name what it bans.
    """
    text = "\n".join(prompts)
    magic = next((verdict for verdict in Verdict if verdict.value in text), None)
    return magic or (Verdict.PROMPT_FILTERED if _STOPPED.search(text) else None)
