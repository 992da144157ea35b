"""A bucket that answers as S3 does, to GetObject alone."""

import hashlib
import io
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError
from botocore.response import StreamingBody


@dataclass
class ABucket:
    """Objects by key.

    Attributes:
        objects: Their bytes.
        sizes: What S3 says of their length, where it is not theirs.
        refusal: Its code for what is not there: `AccessDenied` for who may not list.
        read: Keys whose bodies were read.
    """

    objects: dict[str, bytes]
    sizes: dict[str, int] = field(default_factory=dict)
    refusal: str = "AccessDenied"
    read: list[str] = field(default_factory=list)

    def get_object(self, *, Bucket: str, Key: str) -> Any:  # noqa: N803 - AWS's names
        if Key not in self.objects:
            raise ClientError({"Error": {"Code": self.refusal}}, "GetObject")
        raw = self.objects[Key]
        bucket = self

        class Body(io.BytesIO):
            def read(self, amount: int | None = -1) -> bytes:
                bucket.read.append(Key)
                return super().read(amount)

        size = self.sizes.get(Key, len(raw))
        tag = f'"{hashlib.md5(raw).hexdigest()}"'
        return {"Body": StreamingBody(Body(raw), len(raw)), "ContentLength": size, "ETag": tag}
