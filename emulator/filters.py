"""What the emulator's content filters would stop, and what tests tell it to.

A real filter is a model; this one is a short list of words in prompts that no
one needs for a demonstration, and five magic words that force each outcome. A
picture's file may hold a magic word too, in a comment: some tasks take no text.
"""

import re
from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """How a call can end other than with a picture."""

    PROMPT_FILTERED = "[filter:prompt]"
    OUTPUT_FILTERED = "[filter:output]"
    ONE_OUTPUT_FILTERED = "[filter:one-output]"
    INPUT_FILTERED = "[filter:input]"
    INFERENCE_FAILED = "[inference-error]"


_STOPPED = re.compile(
    r"\b(nsfw|nude|naked|gore|gory|beheading|porn|torture)\b|누드|나체|고문", re.I
)


def judge(prompts: Iterable[str], files: Iterable[bytes] = ()) -> Verdict | None:
    """Return how the filters end a call with these texts and pictures, or None: paint.

    Only what is wished for is judged; a negative prompt may name what it bans.
    """
    text = "\n".join(prompts)
    magic = next((verdict for verdict in Verdict if verdict.value in text), None)
    stopped = Verdict.PROMPT_FILTERED if _STOPPED.search(text) else None
    return magic or stopped or _written_in(set(files))


def _written_in(files: Iterable[bytes]) -> Verdict | None:
    """Return the verdict whose magic word a file holds."""
    held = (verdict for verdict in Verdict for file in files if verdict.value.encode() in file)
    return next(held, None)
