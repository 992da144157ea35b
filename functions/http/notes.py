"""What clients may write on what they have: favourites, tags, the best of a generation."""

import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, Field


def _tidy(text: Any) -> Any:
    """Return a tag without blanks at its ends, and in the form that others type it."""
    return unicodedata.normalize("NFC", text).strip() if isinstance(text, str) else text


Tag = Annotated[str, Field(min_length=1, max_length=32), BeforeValidator(_tidy)]
