"""`Darkroom` with Pillow, inside of its own function: one picture after the other."""

import logging
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError

from functions.adapters.measure import check_size, measured
from functions.domain.ports.pixels import NotAPicture
from functions.domain.source import Findings, Flaw, Measured, Place

logger = logging.getLogger(__name__)

GONE = frozenset({"NoSuchKey", "404", "AccessDenied", "403"})
"""To whoever may not list a bucket, S3 says 403 for what is not there. Listing would tell a
decoder that went wrong every tenant's keys, so the darkroom may not.
https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html checked 2026-11-22."""


class PillowDarkroom:
    """Decodes what lies in the bucket, or came along."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take an S3 client and the bucket's name."""
        self._client = client
        self._bucket = bucket

    def measure(self, places: Mapping[str, Place], *, correlation_id: str = "") -> Findings:
        """Return what each picture holds, or what is wrong with it."""
        return {part: self._one(place) for part, place in places.items()}

    def _one(self, place: Place) -> Measured | Flaw:
        try:
            return self._object(place.key) if place.key else measured(place.raw)
        except NotAPicture as noise:
            return Flaw(noise.code, str(noise))

    def _object(self, key: str) -> Measured | Flaw:
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            said: Any = error.response
            if said["Error"].get("Code") not in GONE:
                raise
            logger.info("nothing was found", extra={"why": said["Error"].get("Code")})
            return Flaw("missing", "there is no file")
        with found["Body"] as body:
            check_size(found["ContentLength"])
            raw = body.read()
        return measured(raw, tag=found["ETag"])
