"""What tells one request of OpenAI's clients from another."""

import hashlib
import json

from functions.http.openai.shapes import ImageBody


def of(body: ImageBody) -> str:
    """Return the SHA-256 of a body as it was parsed.

    The order of its fields, a form's boundary and the names of its files do not count;
    neither does what its pictures turned out to be, so that a request is known again
    when they are gone.
    """
    plain = {type(body).__name__: body.model_dump(exclude_none=True)}
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
