"""What clients may send as a picture: by an id, or in the body."""

import base64
import binascii
import hashlib
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from functions.domain.errors import Fault
from functions.domain.source import Source
from functions.http.fields import IMAGE_ID, INPUT_ID, UPLOAD_ID, Strict

WAYS = '{"upload_id": …}, {"image_id": …}, {"input_id": …} or {"data": base64}'


class PictureInput(Strict):
    """One picture: uploaded, a result of yours, kept with a generation, or in the body."""

    upload_id: str | None = Field(None, pattern=UPLOAD_ID, description="From POST /v1/uploads")
    image_id: str | None = Field(None, pattern=IMAGE_ID, description="An image of yours")
    input_id: str | None = Field(
        None,
        pattern=INPUT_ID,
        description="A picture that a generation of yours was asked with",
    )
    data: str | None = Field(
        None, min_length=1, description="Base64 of a PNG, JPEG or WebP file; for small ones"
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        sent = (self.upload_id, self.image_id, self.input_id, self.data)
        if sum(each is not None for each in sent) != 1:
            raise PydanticCustomError("one_of", "exactly one of {ways}", {"ways": WAYS})
        return self

    def to_domain(self, pointer: str) -> Source | Fault:
        """Return where it lies, or what is wrong with the base64 at `pointer`."""
        if self.upload_id:
            return Source("upload", self.upload_id)
        if self.image_id:
            return Source("image", self.image_id)
        if self.input_id:
            return Source("input", self.input_id)
        try:
            raw = base64.b64decode(self.data or "", validate=True)
        except (binascii.Error, ValueError):
            detail = "base64 of the file alone, without a `data:` prefix or line breaks"
            return Fault(f"{pointer}/data", "malformed", detail)
        return Source("inline", hashlib.sha256(raw).hexdigest(), raw)
