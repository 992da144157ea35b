"""What the wire and the painter share: a picture that is wished for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Words and how much they count; below zero they are to be avoided."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Commission:
    """One picture to paint; equal commissions give equal bytes, anywhere.

    Attributes:
        model: Id of the model; each has a hand of its own.
        wishes: What is to be seen and what is not.
        width: Pixels.
        height: Pixels.
        seed: The number that decides what words leave open.
        format: `png`, `jpeg` or `webp`.
        preset: A style by its name on the wire, Stability's or Nova's.
        detail: 1.0 is the model's default number of steps or quality.
        guidance: 1.0 is the model's default guidance (cfg) scale.
        blurred: Whether the picture must not be recognised: it was filtered.
    """

    model: str
    wishes: tuple[Wish, ...]
    width: int
    height: int
    seed: int
    format: str = "png"
    preset: str | None = None
    detail: float = 1.0
    guidance: float = 1.0
    blurred: bool = False

    @property
    def prompts(self) -> list[str]:
        """The texts that are wished for."""
        return [wish.text for wish in self.wishes if wish.weight > 0]
