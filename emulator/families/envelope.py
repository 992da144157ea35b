"""What Titan and Nova share on the wire: a task in an envelope, and its refusals.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22. Only TEXT_IMAGE is painted so far; its siblings are refused
in a sentence that says so.
"""

from collections.abc import Mapping
from typing import Any

from emulator.filters import Verdict
from emulator.refusal import invalid, malformed, model_failed
from emulator.schema import Schema

CONDITIONS = ("conditionImage", "controlMode", "controlStrength")
PREMIUM_DETAIL = 1.5


def schema(text: Schema, config: Schema, siblings: Mapping[str, str]) -> Schema:
    """Write the schema of an envelope.

    Args:
        text: What `textToImageParams` takes.
        config: What `imageGenerationConfig` takes.
        siblings: The other tasks, and the key of each one's parameters.
    """
    return {
        "type": "object",
        "required": ["taskType"],
        "properties": {
            "taskType": {"type": "string", "enum": ["TEXT_IMAGE", *siblings]},
            "textToImageParams": {"type": "object", "required": ["text"], "properties": text},
            "imageGenerationConfig": {"type": "object", "properties": config},
            **{name: {"type": "any"} for name in siblings.values()},
        },
    }


def text_of(body: dict[str, Any]) -> dict[str, Any]:
    """Return the text parameters, or refuse what is not painted here yet."""
    task = body["taskType"]
    if task != "TEXT_IMAGE":
        raise invalid(f"This emulator paints TEXT_IMAGE only, for now: {task} comes later.")
    if "textToImageParams" not in body:
        raise malformed("#: required key [textToImageParams] not found")
    text: dict[str, Any] = body["textToImageParams"]
    asked = [name for name in CONDITIONS if name in text]
    if asked:
        raise invalid(f"This emulator does not condition on images, for now: leave out {asked[0]}.")
    return text


def declined(verdict: Verdict) -> dict[str, Any]:
    """Refuse what was sent or fail with an error; name a filtered output under HTTP 200.

    The prompt's text was seen from Titan; the others are unconfirmed.
    """
    if verdict is Verdict.INFERENCE_FAILED:
        raise model_failed()
    blocked = "This request has been blocked by our content filters. Our filters automatically "
    if verdict is not Verdict.OUTPUT_FILTERED:
        flagged = "this prompt" if verdict is Verdict.PROMPT_FILTERED else "the input image"
        raise invalid(
            f"{blocked}flagged {flagged} because it may conflict our AUP or AWS Responsible AI "
            "Policy. Please adjust your text prompt to submit a new request."
        )
    error = "flagged the generated image(s) because they may conflict our AUP or AWS Responsible AI"
    return {"images": [], "error": f"{blocked}{error} Policy."}
