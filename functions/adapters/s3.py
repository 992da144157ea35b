"""`ImageStore` on S3: a lasting key for what was checked, quarantine for the rest.

Addresses are presigned with `s3v4` on the bucket's Regional, virtual host: the
default of boto3 is neither everywhere, and the wrong host answers with a
redirect that breaks the signature.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
checked 2026-11-22.
"""

import base64
from typing import Any

from botocore.exceptions import ClientError

from functions.adapters.archives import S3Archives, missing
from functions.adapters.inputs import S3Inputs
from functions.adapters.uploads import S3Uploads
from functions.domain.image import Image
from functions.domain.ports.store import Held

PUBLISHED = ("images/", "thumbs/", "archives/", "inputs/")
"""What addresses are made for: only what was checked lies there. An input is the very
file that the darkroom decoded, or it was not kept."""

SUFFIXES = {"png": "png", "jpeg": "jpg", "webp": "webp"}


class S3ImageStore(S3Archives, S3Inputs, S3Uploads):
    """Pictures in one private bucket."""

    def __init__(self, client: Any, bucket: str, *, link_seconds: int) -> None:
        """Take an S3 client, the bucket's name, and the life of addresses."""
        super().__init__(client, bucket)
        self._link_seconds = link_seconds

    def publish(
        self, image: Image, attempt_id: str, raw: bytes, file_format: str, *, sha256: str
    ) -> str:
        """Put checked bytes at their lasting key.

        S3 compares the checksum, so that neither boto3 nor a signature has to
        hash a megabyte again.
        https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
        checked 2026-11-22.
        """
        key = _image_key(image, attempt_id, file_format)
        self._client.put_object(
            Bucket=self._bucket,
            Key=key,
            Body=raw,
            ContentType=f"image/{file_format}",
            ChecksumSHA256=base64.b64encode(bytes.fromhex(sha256)).decode(),
        )
        return key

    def quarantine(self, image: Image, attempt_id: str, raw: bytes) -> None:
        """Keep what a model sent under a prefix that nothing presigns."""
        self._put(_quarantine_key(image, attempt_id), raw, "application/octet-stream")

    def left_behind(self, image: Image, attempt_id: str) -> Held | None:
        """Return what was put before an end was written, if it got as far."""
        found = (self._get(_image_key(image, attempt_id, each)) for each in SUFFIXES)
        published = next((raw for raw in found if raw is not None), None)
        if published is not None:
            return Held(published, "published")
        raw = self._get(_quarantine_key(image, attempt_id))
        return None if raw is None else Held(raw, "quarantine")

    def release(self, image: Image, attempt_id: str) -> None:
        """Remove an attempt's bytes from quarantine."""
        self._delete(_quarantine_key(image, attempt_id))

    def put_thumbnail(self, image: Image, webp: bytes) -> None:
        """Put an image's thumbnail."""
        self._put(_thumbnail_key(image), webp, "image/webp")

    def address(self, key: str, *, filename: str) -> str:
        """Return a fresh presigned address that browsers show under `filename`."""
        if not key.startswith(PUBLISHED):
            raise ValueError(f"no address is made for {key}")
        return self._client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": key,
                "ResponseContentDisposition": f'inline; filename="{filename}"',
            },
            ExpiresIn=self._link_seconds,
        )

    def thumbnail_key(self, image: Image) -> str | None:
        """Return the thumbnail's key, if it was made."""
        key = _thumbnail_key(image)
        return key if self.exists(key) else None

    def remove(self, image: Image) -> None:
        """Remove every object of an image; those that are not there do no harm."""
        attempts = [attempt.id for attempt in image.attempts]
        keys = [_image_key(image, made, each) for made in attempts for each in SUFFIXES]
        keys += [_quarantine_key(image, made) for made in attempts]
        for key in (*keys, _thumbnail_key(image)):
            self._delete(key)

    def _get(self, key: str) -> bytes | None:
        try:
            return self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        except ClientError as error:
            if missing(error):
                return None
            raise

    def _put(self, key: str, body: bytes, content_type: str) -> None:
        self._client.put_object(Bucket=self._bucket, Key=key, Body=body, ContentType=content_type)

    def _delete(self, key: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=key)


def _place(image: Image) -> str:
    return f"{image.tenant}/{image.ulid}/{image.number:02d}"


def _image_key(image: Image, attempt_id: str, file_format: str) -> str:
    return f"images/{_place(image)}-{attempt_id}.{SUFFIXES[file_format]}"


def _quarantine_key(image: Image, attempt_id: str) -> str:
    return f"quarantine/{image.ulid}/{image.number:02d}/{attempt_id}"


def _thumbnail_key(image: Image) -> str:
    return f"thumbs/{_place(image)}.webp"
