"""Which tool wrote a file whose parameters nobody here reads."""

import io

from PIL import Image, UnidentifiedImageError

MAKERS = {
    "workflow": "ComfyUI",
    "invokeai_metadata": "InvokeAI",
    "invokeai_graph": "InvokeAI",
    "fooocus_scheme": "Fooocus",
    "Software": "",
}
"""Names of PNG texts, and whose they are; an empty one says it itself."""


def maker(raw: bytes) -> str | None:
    """Return the name of the tool that made a picture, where its PNG texts tell."""
    try:
        with Image.open(io.BytesIO(raw)) as picture:
            texts = {name: text for name, text in picture.info.items() if isinstance(text, str)}
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    found = next((name for name in MAKERS if name in texts), None)
    if found is None:
        return "ComfyUI" if '"class_type"' in texts.get("prompt", "") else None
    return MAKERS[found] or texts[found].strip()[:40] or None
