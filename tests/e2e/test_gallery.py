"""Gallery and history through the deployed template, with IAM enforced."""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from secrets import token_hex
from typing import Any
from zipfile import ZipFile

import httpx
import pytest

from tests.e2e.client import ROOT, Client, Stack

KOREAN = "산과 고요한 호수"
WITHIN = 29
"""Seconds that the gateway waits for an answer."""


@pytest.fixture(scope="module")
def tenant() -> str:
    """A tenant of this run's own, so that its lists hold nothing else."""
    return f"curator-{token_hex(4)}"


@pytest.fixture(scope="module")
def curator(stack: Stack, tenant: str) -> Iterator[Client]:
    with stack.client(stack.key(tenant)["key"]) as client:
        yield client


@pytest.fixture(scope="module")
def shown(curator: Client) -> list[dict[str, Any]]:
    """Three generations: a lake twice, a Korean lake, and a boat by another model."""
    asked: list[dict[str, Any]] = [
        {"prompt": "A Lake at dawn", "count": 2, "group": "lakes"},
        {"prompt": KOREAN, "group": "lakes"},
        {"prompt": "a small boat", "model": "sdxl"},
    ]
    answers = [curator.create(**each) for each in asked]
    assert [answer.status_code for answer in answers] == [200] * 3
    return [answer.json() for answer in answers]


def ids(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["data"]]


def test_the_gallery_is_filtered_by_what_is_asked(
    curator: Client, shown: list[dict[str, Any]]
) -> None:
    lakes, korean, boat = ([image["id"] for image in each["images"]] for each in shown)
    since = shown[1]["created_at"]

    def found(**query: str) -> list[str]:
        return ids(curator.get("/v1/images", params=query))

    assert found() == boat + korean + lakes[::-1]
    assert found(model="sdxl") == boat
    assert found(text="LAKE") == lakes[::-1]
    assert found(text="호수") == korean
    assert found(task="text_to_image", text="boat") == boat
    assert found(created_after=since) == boat + korean
    assert found(created_before=since) == lakes[::-1]
    assert found(created_after=since, model="stable-image-core") == korean
    assert found(tag="none", picked="true") == []


def test_history_is_filtered_and_pages_behind_a_filter(
    curator: Client, shown: list[dict[str, Any]]
) -> None:
    lakes, korean, boat = (each["id"] for each in shown)

    def found(**query: str) -> list[str]:
        return ids(curator.get("/v1/generations", params=query))

    assert found(group="lakes") == [korean, lakes]
    assert found(model="sdxl", status="succeeded") == [boat]
    assert found(status="queued") == []
    first = curator.get("/v1/generations", params={"group": "lakes", "limit": 1}).json()
    rest = {"group": "lakes", "cursor": first["next_cursor"]}
    assert [each["id"] for each in first["data"]] == [korean]
    assert found(**rest) == [lakes]
    assert found(cursor=first["next_cursor"], created_after=shown[2]["created_at"]) == []


def test_favourites_and_tags_are_kept_and_found(
    curator: Client, shown: list[dict[str, Any]]
) -> None:
    image = shown[1]["images"][0]["id"]

    noted = curator.patch(f"/v1/images/{image}", json={"favourite": True, "tags": ["호수", "b"]})

    assert noted.status_code == 200, noted.text
    assert noted.json()["tags"] == ["b", "호수"]
    for query in ({"favourite": "true"}, {"tag": "호수"}, {"favourite": "true", "text": "산"}):
        assert ids(curator.get("/v1/images", params=query)) == [image]
    assert curator.patch(f"/v1/images/{image}", json={"favourite": False}).json()["tags"]
    assert ids(curator.get("/v1/images", params={"favourite": "true"})) == []


def test_nobody_else_takes_notes(globex: Client, shown: list[dict[str, Any]]) -> None:
    generation, image = shown[0]["id"], shown[0]["images"][0]["id"]

    answers = [
        globex.patch(f"/v1/images/{image}", json={"favourite": True}),
        globex.delete(f"/v1/images/{image}"),
        globex.patch(f"/v1/generations/{generation}", json={"picked": image}),
        globex.get(f"/v1/generations/{generation}/archive"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_picks_at_once_end_with_one_that_record_and_images_agree_on(curator: Client) -> None:
    made = curator.create(prompt="four lakes", count=4).json()
    images = [image["id"] for image in made["images"]]

    def pick(number: int) -> int:
        picked = images[number % 4] if number % 5 else None
        path = f"/v1/generations/{made['id']}"
        return curator.patch(path, json={"picked": picked}).status_code

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(pick, range(16)))

    assert set(statuses) <= {200, 503}
    after = curator.get(f"/v1/generations/{made['id']}").json()
    marked = [image["id"] for image in after["images"] if image["picked"]]
    assert marked == ([after["picked"]] if after["picked"] else [])
    assert pick(1) == 200
    assert ids(curator.get("/v1/images", params={"picked": "true"})) == [images[1]]


def test_one_image_is_deleted_with_its_files_and_the_money_stays(
    curator: Client, stack: Stack
) -> None:
    made = curator.create(prompt="two short-lived lakes", count=2).json()
    gone, kept = (image["id"] for image in made["images"])
    curator.patch(f"/v1/images/{gone}", json={"favourite": True})
    curator.patch(f"/v1/generations/{made['id']}", json={"picked": gone})
    curator.get(f"/v1/generations/{made['id']}/archive")
    spent = curator.get("/v1/usage").json()["spent"]

    assert curator.delete(f"/v1/images/{gone}").status_code == 204

    assert curator.delete(f"/v1/images/{gone}").status_code == 404
    assert curator.get(f"/v1/images/{gone}/content").status_code == 404
    whole = curator.get(f"/v1/generations/{made['id']}").json()
    assert [image["deleted"] for image in whole["images"]] == [True, False]
    assert (whole["picked"], whole["cost"]["spent"]) == (None, "0.08")
    assert ids(curator.get("/v1/images", params={"text": "short-lived"})) == [kept]
    assert ids(curator.get("/v1/images", params={"favourite": "true"})) == []
    assert curator.get("/v1/usage").json()["spent"] == spent
    assert files(stack, made["id"]) == ["images", "thumbs"]


def test_what_is_not_painted_yet_is_not_deleted_and_has_no_archive(
    curator: Client, stack: Stack
) -> None:
    slow = {"faults": [{"kind": "late", "next": 1, "seconds": 4}]}
    httpx.post(f"{stack.told['emulator_url']}/_emulator/faults", json=slow).raise_for_status()
    made = curator.create(prompt="a slow lake", wait=0).json()

    deleted = curator.delete(f"/v1/images/{made['images'][0]['id']}")
    archive = curator.get(f"/v1/generations/{made['id']}/archive")

    assert (deleted.status_code, archive.status_code) == (409, 409)
    assert "/cancel" in deleted.json()["detail"]
    curator.finished(made["id"])


def test_fifty_pictures_come_as_one_file_within_the_gateways_time(
    curator: Client, stack: Stack, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = curator.create(
        prompt="fifty lakes", model="sdxl", count=10, sweep={"cfg_scale": [3, 5, 7, 9, 11]}
    )
    made = curator.finished(answer.json()["id"]).json()
    assert made["counts"]["succeeded"] == 50, made["counts"]
    path = f"/v1/generations/{made['id']}/archive"

    started = time.monotonic()
    fresh = curator.get(path)
    first = time.monotonic() - started
    again = curator.get(path, headers={"Accept": "application/json"})
    second = time.monotonic() - started - first

    assert fresh.status_code == 302, fresh.text
    raw = stack.fetch(fresh.headers["Location"]).content
    with capsys.disabled():
        print(f"\n50 pictures, {len(raw):,} bytes: made in {first:.2f} s, again in {second:.2f} s")
    assert first < WITHIN
    assert again.json()["url"].partition("?")[0] == fresh.headers["Location"].partition("?")[0]
    with ZipFile(io.BytesIO(raw)) as made_zip:
        told = json.loads(made_zip.read("generation.json"))
        digests = {sha256(made_zip.read(name)).hexdigest() for name in made_zip.namelist()[:-1]}
        assert [image["file"] for image in told["images"]] == made_zip.namelist()[:-1]
    assert digests == {image["sha256"] for image in made["images"]}
    assert told["cost"] == made["cost"]
    assert "X-Amz-Signature" not in json.dumps(told)


def test_an_archive_goes_with_its_generation(curator: Client, stack: Stack) -> None:
    made = curator.create(prompt="a lake to be forgotten").json()
    address = curator.get(f"/v1/generations/{made['id']}/archive").headers["Location"]
    assert "archives" in files(stack, made["id"])

    assert curator.delete(f"/v1/generations/{made['id']}").status_code == 204

    assert files(stack, made["id"]) == []
    assert stack.fetch(address).status_code == 404
    assert curator.get(f"/v1/generations/{made['id']}/archive").status_code == 404


def test_an_archive_of_expired_files_is_gone(curator: Client, stack: Stack, tenant: str) -> None:
    made = curator.create(prompt="a lake of last year").json()
    place = f"images/{tenant}/{made['id'].removeprefix('gen_')}/"
    bucket, s3 = stack.told["outputs"]["BucketName"], stack.aws("s3")
    [file] = s3.list_objects_v2(Bucket=bucket, Prefix=place)["Contents"]
    s3.delete_object(Bucket=bucket, Key=file["Key"])

    answer = curator.get(f"/v1/generations/{made['id']}/archive")

    assert (answer.status_code, answer.json()["code"]) == (410, "image_expired")
    curator.delete(f"/v1/generations/{made['id']}")


def test_after_all_of_it_every_law_holds(curator: Client, stack: Stack) -> None:
    command = [sys.executable, "-m", "operate.audit", "--stack", stack.home / "stack.json"]
    done = subprocess.run(
        [*command, "--bytes"], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ
    )

    assert done.returncode == 0, done.stdout + done.stderr


def files(stack: Stack, generation_id: str) -> list[str]:
    """Return the folders in which a generation has files."""
    bucket, ulid = stack.told["outputs"]["BucketName"], generation_id.removeprefix("gen_")
    pages = stack.aws("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket)
    keys = [each["Key"] for page in pages for each in page.get("Contents", ())]
    return sorted({key.partition("/")[0] for key in keys if f"/{ulid}/" in key})
