"""Forms: signed offline, for one key, one type and a bounded size."""

import base64
import json
from urllib.parse import urlsplit

import boto3
import pytest

from functions.adapters.uploads import S3Uploads
from functions.domain.upload import LIFE, Upload
from functions.wiring.clients import presigning
from tests.samples import NOW, ulid

UPLOAD = Upload("ten_a", ulid(1), "image/webp", NOW, NOW + LIFE)
OURS = ("Content-Type", "key")


@pytest.mark.parametrize("region", ["us-west-2", "ap-northeast-2", "us-east-1"])
def test_a_form_goes_to_the_regional_virtual_host_and_is_signed_with_v4(region: str) -> None:
    client = boto3.client("s3", region_name=region, config=presigning())

    form = S3Uploads(client, "easel-files").form(UPLOAD, seconds=60)

    url = urlsplit(form.url)
    assert (url.scheme, url.netloc) == ("https", f"easel-files.s3.{region}.amazonaws.com")
    assert form.fields["x-amz-algorithm"] == "AWS4-HMAC-SHA256"
    assert form.fields["x-amz-credential"].split("/")[2:] == [region, "s3", "aws4_request"]
    assert {name: form.fields[name] for name in OURS} == {
        "Content-Type": "image/webp",
        "key": f"uploads/ten_a/{ulid(1)}",
    }


def test_the_policy_says_what_may_be_sent_and_nothing_may_be_chosen() -> None:
    client = boto3.client("s3", region_name="us-west-2", config=presigning())

    form = S3Uploads(client, "easel-files").form(UPLOAD, seconds=60)

    policy = json.loads(base64.b64decode(form.fields["policy"]))
    assert {"key": f"uploads/ten_a/{ulid(1)}"} in policy["conditions"]
    assert {"Content-Type": "image/webp"} in policy["conditions"]
    assert ["content-length-range", 1, 18_000_000] in policy["conditions"]
    assert {"bucket": "easel-files"} in policy["conditions"]
    assert not [each for each in policy["conditions"] if "starts-with" in each]
