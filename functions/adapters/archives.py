"""`Archives` on S3: ZIPs beside the pictures, which a lifecycle rule ends."""

from collections.abc import Iterator
from typing import IO, Any

from botocore.exceptions import ClientError

PIECE = 1024 * 1024


class S3Archives:
    """Archives in the bucket of the pictures."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take an S3 client and the bucket's name."""
        self._client = client
        self._bucket = bucket

    def exists(self, key: str) -> bool:
        """Whether there is an object at a key."""
        try:
            self._client.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if missing(error):
                return False
            raise
        return True

    def pieces(self, key: str) -> Iterator[bytes] | None:
        """Return a file piece by piece, None where it is not there."""
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if missing(error):
                return None
            raise
        return found["Body"].iter_chunks(PIECE)

    def archived(self, tenant: str, ulid: str, digest: str) -> str | None:
        """Return the key of an archive, if it was made."""
        key = f"{_folder(tenant, ulid)}{digest}.zip"
        return key if self.exists(key) else None

    def put_archive(self, tenant: str, ulid: str, digest: str, content: IO[bytes]) -> str:
        """Put an archive, read from a file as it is sent, and return its key."""
        key = f"{_folder(tenant, ulid)}{digest}.zip"
        self._client.put_object(
            Bucket=self._bucket, Key=key, Body=content, ContentType="application/zip"
        )
        return key

    def remove_archives(self, tenant: str, ulid: str) -> None:
        """Remove every archive of a generation."""
        more: dict[str, str] = {}
        while True:
            found = self._client.list_objects_v2(
                Bucket=self._bucket, Prefix=_folder(tenant, ulid), **more
            )
            for each in found.get("Contents", ()):
                self._client.delete_object(Bucket=self._bucket, Key=each["Key"])
            if not found.get("IsTruncated"):
                return
            more = {"ContinuationToken": found["NextContinuationToken"]}


def missing(error: ClientError) -> bool:
    """Whether S3 says that there is no such object."""
    response: Any = error.response
    return response["Error"]["Code"] in ("404", "NoSuchKey", "NotFound")


def _folder(tenant: str, ulid: str) -> str:
    return f"archives/{tenant}/{ulid}/"
