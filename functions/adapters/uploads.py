"""`Uploads` on S3: forms that are signed here and sent to the bucket by clients.

A presigned PUT cannot bound the size of what is put; a form's policy can.
https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
checked 2026-11-22.
"""

from typing import Any

from functions.domain.upload import MOST_UPLOAD_BYTES, Form, Upload, upload_key


class S3Uploads:
    """Uploads under a prefix of their own, which a lifecycle rule empties."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take an S3 client and the bucket's name."""
        self._client = client
        self._bucket = bucket

    def form(self, upload: Upload, *, seconds: int) -> Form:
        """Sign a form for one key, one type, and 1 to `MOST_UPLOAD_BYTES` bytes."""
        kind = {"Content-Type": upload.content_type}
        made = self._client.generate_presigned_post(
            self._bucket,
            upload_key(upload.tenant, upload.ulid),
            Fields=dict(kind),
            Conditions=[kind, ["content-length-range", 1, MOST_UPLOAD_BYTES]],
            ExpiresIn=seconds,
        )
        return Form(made["url"], made["fields"])
