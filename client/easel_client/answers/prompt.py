"""What the service says of prompts."""

from dataclasses import dataclass

from easel_client.answers.money import Chosen
from easel_client.answers.plan import Warned
from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed(Answer):
    """The prompt that a model would read; `prompts` has all of them where parts are lists."""

    prompt: str
    characters: int
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted(Answer):
    """A prompt's warnings; empty when there is nothing to say."""

    prompt: str
    characters: int
    prompts: tuple[str, ...]
    model: Chosen
    warnings: tuple[Warned, ...]
