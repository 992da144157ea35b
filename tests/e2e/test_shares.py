"""Share links through the deployed gateway, followed as strangers do: with curl."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.client import ROOT, SECRETS, Client, Stack

PAGE = {"Origin": "https://studio.example"}


@pytest.fixture
def image(acme: Client) -> dict[str, Any]:
    """A picture of the test's own."""
    answer = acme.create(prompt="a lighthouse in the evening", seed=11)
    assert answer.status_code == 200, answer.text
    return answer.json()["images"][0]


def shared(client: Client, image: dict[str, Any], **body: Any) -> str:
    answer = client.post(f"/v1/images/{image['id']}/share", **({"json": body} if body else {}))
    assert answer.status_code == 200, answer.text
    return noted(answer.json()["url"])


def noted(url: str) -> str:
    """Return a link, whose token no log may hold."""
    SECRETS.add(url.partition("token=")[2])
    return url


def path(stack: Stack, url: str) -> str:
    return url.removeprefix(stack.api_url.rstrip("/"))


def curl(stack: Stack, url: str, file: Path, *flags: str) -> str:
    """Follow a link with curl, and return the last status."""
    trust = ["--cacert", stack.ca_bundle] if stack.ca_bundle else []
    asked = ["curl", "-sS", "-L", *trust, *flags, "-o", str(file), "-w", "%{http_code}", url]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def test_curl_follows_a_link_to_the_picture_without_a_key(
    acme: Client, stack: Stack, image: dict[str, Any], tmp_path: Path
) -> None:
    url = shared(acme, image)

    assert url.startswith(f"{stack.api_url.rstrip('/')}/shared/{image['id']}.png?token=")
    assert curl(stack, url, tmp_path / "a.png") == "200"
    raw = (tmp_path / "a.png").read_bytes()
    assert raw.startswith(b"\x89PNG")
    assert hashlib.sha256(raw).hexdigest() == image["sha256"]


def test_a_link_works_for_clients_that_send_their_key_along(
    acme: Client, stack: Stack, image: dict[str, Any], tmp_path: Path
) -> None:
    # Open WebUI does. curl, as requests does, takes the key to no other host.
    key = ["-H", "Authorization: Bearer easel_of-another-deployment"]

    assert curl(stack, shared(acme, image), tmp_path / "a.png", *key) == "200"


def test_a_revoked_link_is_gone_at_once_and_a_new_one_works(
    acme: Client, globex: Client, stranger: Client, stack: Stack, image: dict[str, Any]
) -> None:
    where = f"/v1/images/{image['id']}/share"
    url = shared(acme, image)
    assert stranger.get(path(stack, url)).status_code == 302

    assert globex.delete(where).status_code == 404
    assert stranger.get(path(stack, url)).status_code == 302
    assert acme.delete(where).status_code == 204

    assert stranger.get(path(stack, url)).status_code == 404
    assert stranger.get(path(stack, shared(acme, image))).status_code == 302


def test_a_deleted_image_s_link_is_gone_at_once(
    acme: Client, stranger: Client, stack: Stack, image: dict[str, Any]
) -> None:
    url = shared(acme, image)

    assert acme.delete(f"/v1/images/{image['id']}").status_code == 204

    assert stranger.get(path(stack, url)).status_code == 404


def test_a_picture_past_its_retention_is_gone(
    acme: Client, stranger: Client, stack: Stack, image: dict[str, Any]
) -> None:
    url, bucket = shared(acme, image), stack.told["outputs"]["BucketName"]
    s3 = stack.aws("s3")
    found = s3.list_objects_v2(Bucket=bucket, Prefix=f"images/acme/{image['id'][4:30]}/")
    for each in found["Contents"]:
        s3.delete_object(Bucket=bucket, Key=each["Key"])

    answer = stranger.get(path(stack, url))

    assert (answer.status_code, answer.json()["code"]) == (410, "image_expired")
    assert acme.delete(f"/v1/images/{image['id']}").status_code == 204


def test_a_forged_token_is_refused_without_a_word_more(
    acme: Client, stranger: Client, stack: Stack, image: dict[str, Any]
) -> None:
    url = path(stack, shared(acme, image))

    link, _, token = url.partition("?token=")

    for forged in (token[:-1], token + "A", ("A" if token[0] != "A" else "B") + token[1:]):
        answer = stranger.get(link, params={"token": forged})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert stranger.get("/shared").status_code == 400


def test_a_page_of_any_origin_may_read_the_picture(
    acme: Client, stranger: Client, stack: Stack, image: dict[str, Any]
) -> None:
    url = path(stack, shared(acme, image))
    asked = PAGE | {"Access-Control-Request-Method": "GET"}

    moved, allowed = stranger.get(url, headers=PAGE), stranger.options(url, headers=asked)
    head = stranger.head(url)

    # A browser that was sent on to another host calls itself `null` there.
    sent_on = {"Origin": "null"}
    picture = httpx.get(moved.headers["Location"], headers=sent_on, verify=stack.verify)
    assert (moved.status_code, head.status_code, picture.status_code) == (302, 302, 200)
    assert moved.headers["Access-Control-Allow-Origin"] == "*"
    assert picture.headers["Access-Control-Allow-Origin"] in ("*", "null")
    assert allowed.headers["Access-Control-Allow-Origin"] == "*"
    assert moved.headers["Cache-Control"] == "no-store"


def test_openai_s_url_is_such_a_link_and_can_be_revoked(
    acme: Client, stranger: Client, stack: Stack, tmp_path: Path
) -> None:
    body = {"prompt": "a harbour at noon", "model": "dall-e-2"}
    answer = acme.post("/openai/v1/images/generations", json=body)
    assert answer.status_code == 200, answer.text
    [entry] = answer.json()["data"]
    url = noted(entry["url"])

    assert curl(stack, url, tmp_path / "a.png") == "200"
    assert url == shared(acme, entry)
    assert acme.delete(f"/v1/images/{entry['id']}/share").status_code == 204
    assert stranger.get(path(stack, url)).status_code == 404


def test_an_operator_replaces_the_secret_of_all_links(
    acme: Client, stack: Stack, image: dict[str, Any]
) -> None:
    # That no link opens afterwards takes a minute to see; the doors' tests turn the clock.
    shared(acme, image)
    table, dynamodb = stack.told["outputs"]["TableName"], stack.aws("dynamodb")
    where = {"PK": {"S": "SECRET#share"}, "SK": {"S": "SECRET"}}
    kept = {"TableName": table, "Key": where, "ConsistentRead": True}
    before = dynamodb.get_item(**kept)["Item"]

    told = operated(stack, "revoke-all", "--table", table)

    after = dynamodb.get_item(**kept)["Item"]
    dynamodb.put_item(TableName=table, Item=before)  # other tests follow links, too
    assert told == {"revoked": "all", "within_seconds": 60}
    assert after["secret"] != before["secret"]


def operated(stack: Stack, *flags: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "operate.shares", *flags],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | stack.told["aws_env"],
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
