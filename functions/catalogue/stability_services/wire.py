"""A tool's body: flat JSON, its fields named as ours.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22. What a field's default is stands in the row, and is always sent.
"""

from functions.catalogue.spec import Body
from functions.domain.call import Call, Pictures


def encode(call: Call, pictures: Pictures) -> Body:
    """Write the body for one picture; a field that the tool lacks is not in the call."""
    texts: Body = {
        "prompt": call.prompt or None,
        "negative_prompt": call.negative_prompt or None,
        "aspect_ratio": call.aspect_ratio,
        "seed": call.seed,
        "output_format": call.output_format,
    }
    said = {name: value for name, value in texts.items() if value is not None}
    return {**said, **pictures, **call.parameters}
