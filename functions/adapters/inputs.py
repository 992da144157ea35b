"""`Inputs` on S3: the pictures that generations were asked with, kept beside them."""

import base64
from typing import Any

from botocore.exceptions import ClientError

from functions.adapters.archives import missing
from functions.domain.ports.store import Moved
from functions.domain.source import Measured, Place
from functions.domain.upload import input_key

CHANGED = frozenset({"PreconditionFailed", "412"})


class S3Inputs:
    """Inputs under a prefix of their own; nothing presigns what was not measured."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take an S3 client and the bucket's name."""
        self._client = client
        self._bucket = bucket

    def keep_input(
        self, tenant: str, ulid: str, part: str, place: Place, *, found: Measured
    ) -> None:
        """Copy what was measured, or put what came in the request's body.

        The copy is conditional on the ETag: the address of an upload takes another
        file as long as it lives.
        https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
        checked 2026-11-22.
        """
        key = input_key(tenant, ulid, part)
        kind = f"image/{found.format}"
        if not place.key:
            checksum = base64.b64encode(bytes.fromhex(found.sha256)).decode()
            self._client.put_object(
                Bucket=self._bucket,
                Key=key,
                Body=place.raw,
                ContentType=kind,
                ChecksumSHA256=checksum,
            )
            return
        try:
            self._client.copy_object(
                Bucket=self._bucket,
                Key=key,
                CopySource={"Bucket": self._bucket, "Key": place.key},
                CopySourceIfMatch=found.tag,
                ContentType=kind,
                MetadataDirective="REPLACE",
            )
        except ClientError as error:
            said: Any = error.response
            if missing(error) or said["Error"].get("Code") in CHANGED:
                raise Moved(place.key) from error
            raise

    def input(self, tenant: str, ulid: str, part: str) -> bytes | None:
        """Return a kept picture, None where it is gone."""
        try:
            key = input_key(tenant, ulid, part)
            return self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        except ClientError as error:
            if missing(error):
                return None
            raise

    def remove_inputs(self, tenant: str, ulid: str) -> None:
        """Remove every picture of a generation."""
        prefix = input_key(tenant, ulid, "")
        listed = self._client.list_objects_v2(Bucket=self._bucket, Prefix=prefix)
        found: list[Any] = listed.get("Contents") or []
        for each in found:
            self._client.delete_object(Bucket=self._bucket, Key=each["Key"])
