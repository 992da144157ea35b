"""Every call of the API as a flow: which requests it makes, and what their answers mean.

Arguments and answers are the API's own (docs/openapi.json); what is None is not sent.
"""

from easel_client.calls.catalogue import healthy, model, models, usage
from easel_client.calls.files import (
    content,
    content_url,
    input_content,
    inspect,
    thumbnail,
    upload,
    upload_content,
)
from easel_client.calls.generations import (
    archive,
    cancel,
    delete_generation,
    generate,
    generation,
    generations,
    pick,
    plan,
    wait,
)
from easel_client.calls.images import (
    children,
    delete_image,
    image,
    images,
    share,
    unshare,
    update_image,
)
from easel_client.calls.prompts import compose, enhance, enhance_offer, lint

__all__ = [
    "archive",
    "cancel",
    "children",
    "compose",
    "content",
    "content_url",
    "delete_generation",
    "delete_image",
    "enhance",
    "enhance_offer",
    "generate",
    "generation",
    "generations",
    "healthy",
    "image",
    "images",
    "input_content",
    "inspect",
    "lint",
    "model",
    "models",
    "pick",
    "plan",
    "share",
    "thumbnail",
    "unshare",
    "update_image",
    "upload",
    "upload_content",
    "usage",
    "wait",
]
