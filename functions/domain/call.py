"""One model call, decided to the last parameter, before it is encoded."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from functions.domain.frozen import frozen
from functions.domain.input import Input


@frozen
class Writing:
    """How a picture is written again, where its model has no such file.

    Attributes:
        format: `jpeg` or `webp`.
        quality: 0 to 100, the best.
    """

    format: str
    quality: int


@frozen
class Call:
    """Everything that a model's `encode` needs to write one image's request.

    Attributes:
        model: Model id as Bedrock knows it.
        task: The task's word.
        prompt: Composed prompt text.
        seed: Within the model's range; None where the model takes none.
        width: Expected pixels; the truth is read from the returned bytes.
        height: Expected pixels.
        output_format: `png`, `jpeg` or `webp`, as the model sends it.
        negative_prompt: Text to avoid, or None.
        aspect_ratio: Name of the ratio where the model is asked by ratio.
        parameters: The model's own parameters, defaults filled in.
        inputs: The pictures that go along, by their part.
        writing: What the painter makes of the model's file; None: nothing else.
    """

    model: str
    task: str
    prompt: str
    seed: int | None
    width: int
    height: int
    output_format: str
    negative_prompt: str | None = None
    aspect_ratio: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    inputs: Mapping[str, Input] = field(default_factory=dict[str, Input])
    writing: Writing | None = None

    @property
    def file_format(self) -> str:
        """The published file's format."""
        return self.writing.format if self.writing else self.output_format


Pictures = Mapping[str, str]
"""The pictures of a call as its wire carries them: base64 of a file, by its part."""


@frozen
class Painted:
    """A model's answer with a picture in it, still base64.

    Attributes:
        image: Base64 of the picture's file, as the model sent it.
        seed: The seed that the model reports, if it does.
    """

    image: str
    seed: int | None = None


def seed_of(reported: Any) -> int | None:
    """Return the seed that a reply reports, as a number or in digits.

    A strange one is None: the picture beside it is paid for and counts more.
    """
    digits = str(reported)
    return int(digits) if digits.isascii() and digits.isdigit() else None


@frozen
class Filtered:
    """A model's answer that withholds the picture, with the model's reason."""

    reason: str


@frozen
class Reply:
    """What came back from one call: a picture's bytes, or why there is none.

    Attributes:
        raw: The picture's file, None where it was withheld.
        seed: The seed that the model reports, if it does.
        reason: The model's words for withholding it.
        request_id: AWS's id of the call.
    """

    raw: bytes | None
    seed: int | None = None
    reason: str = ""
    request_id: str | None = None


class UnreadableReply(Exception):
    """A 200 that is neither a picture nor a reason: paid, and lost."""


class InferenceError(Exception):
    """A 200 whose body says that inference failed: nobody knows who pays."""
