"""What models read of a prompt: languages, weights, and how much of it.

A row says it where it differs from its family. What AWS does not say is marked in
`note`; it leads to a warning at most, never to a refusal.
"""

from collections.abc import Mapping
from dataclasses import replace

from functions.domain.frozen import frozen


@frozen
class Reading:
    """What a model reads.

    Attributes:
        languages: ISO 639-1 codes.
        weight_forms: Ways to weigh words: `colon` is `(word:1.3)`, `parentheses`
            `((word))`, `brackets` `[word]`.
        heaviest: Largest weight that the colon takes.
        tokens: Tokens of text after which more has little effect; None: no such end.
        source: The page that says so.
        note: What is not confirmed.
    """

    languages: tuple[str, ...] = ("en",)
    weight_forms: frozenset[str] = frozenset()
    heaviest: float = 2
    tokens: int | None = None
    source: str = ""
    note: str = "the language is not documented; the documented prompts are English"


AMAZON = Reading(
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html",
    note="no weights are documented; the documented prompts are English",
)

# "(word:weight)": 0 to 1 weakens, 1.1 to 2 strengthens; checked 2026-11-22.
STABILITY = Reading(
    weight_forms=frozenset({"colon"}),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html",
)

FAMILIES: Mapping[str, Reading] = {
    "stability": STABILITY,
    "stability_services": replace(
        STABILITY,
        source="https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html",
    ),
    # CLIP's text encoders take 77 tokens, the first and the last of them marks:
    # https://arxiv.org/abs/2103.00020 section 2.4. That a text may weigh words in
    # parentheses and brackets is taught by workshops, not by AWS's page.
    "sdxl": Reading(
        weight_forms=frozenset({"colon", "parentheses", "brackets"}),
        tokens=75,
        source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html",
        note="weights inside of a text are not documented; the documented prompts are English",
    ),
    "titan": AMAZON,
    "nova": AMAZON,
}


def of_family(family: str) -> Reading:
    """Return what a family reads; of an unknown one, that it reads English."""
    return FAMILIES.get(family, Reading())
