"""Pictures in: a signed form to the bucket, an edit, and what was kept of it."""

import hashlib
import io
import json
import os
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.e2e.books import nearly_spent
from tests.e2e.client import ROOT, Client, Stack, newcomer

EDITOR = "stable-image-inpaint"
SIDE = 512
PAGE = "https://studio.example"
Box = tuple[int, int, int, int]


def png(
    colour: str = "#336699", size: tuple[int, int] = (SIDE, SIDE), box: Box | None = None
) -> bytes:
    """Return a picture of one colour; with a box, a mask that repaints there."""
    picture = Image.new("L" if box else "RGB", size, 0 if box else colour)
    if box:
        picture.paste(255, box)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


MASK = png(box=(128, 128, 384, 384))


def begin(client: Client, kind: str = "image/png") -> dict[str, Any]:
    answer = client.post("/v1/uploads", json={"content_type": kind})
    assert answer.status_code == 201, answer.text
    return answer.json()


def send(stack: Stack, form: dict[str, Any], raw: bytes, **changes: str) -> httpx.Response:
    """Send a form as a browser does: its fields, then the file."""
    fields = form["fields"] | changes
    file = {"file": ("picture.png", raw, fields["Content-Type"])}
    headers = {"Origin": PAGE}
    return httpx.post(form["url"], data=fields, files=file, headers=headers, verify=stack.verify)


def uploaded(client: Client, stack: Stack, raw: bytes) -> dict[str, str]:
    """Upload a file, and return how a request names it."""
    form = begin(client)
    answer = send(stack, form, raw)
    assert answer.status_code == 204, answer.text
    return {"upload_id": form["id"]}


def edit(client: Client, **body: Any) -> httpx.Response:
    asked = {"task": "inpaint", "model": EDITOR, "prompt": "a red balloon over the sea"} | body
    return client.create(**asked)


def refused(answer: httpx.Response) -> tuple[int, str, str]:
    """Return a refusal's status, and the first fault's pointer and code."""
    fault = answer.json()["errors"][0]
    return answer.status_code, fault["pointer"], fault["code"]


@pytest.fixture
def nothing_more(stack: Stack, acme: Client) -> Any:
    """Hold that nothing was kept, called or spent."""

    def seen() -> tuple[Any, ...]:
        usage = acme.get("/v1/usage").json()
        return stack.keys("inputs/"), len(stack.calls()), usage["spent"], usage["reserved"]

    before = seen()
    yield
    assert seen() == before


@pytest.fixture(scope="module")
def edited(acme: Client, stack: Stack, painted: dict[str, Any]) -> dict[str, Any]:
    """An edit of an image of ours, with an uploaded mask of its size."""
    image = painted["images"][0]
    width, height = image["width"], image["height"]
    mask = png(size=(width, height), box=(64, 64, width // 2, height // 2))
    answer = edit(acme, image={"image_id": image["id"]}, mask=uploaded(acme, stack, mask))
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_an_upload_waits_for_its_file_and_then_is_ready(acme: Client, stack: Stack) -> None:
    form = begin(acme)

    before = acme.get(f"/v1/uploads/{form['id']}").json()
    answer = send(stack, form, png())
    after = acme.get(f"/v1/uploads/{form['id']}").json()

    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] in ("*", PAGE)
    assert (before["status"], after["status"]) == ("waiting", "ready")


def test_an_upload_is_seen_again_by_its_tenant_as_soon_as_it_has_arrived(
    acme: Client, globex: Client, stack: Stack
) -> None:
    form, raw = begin(acme), png("orange")
    path = f"/v1/uploads/{form['id']}/content"

    before = acme.get(path)
    send(stack, form, raw)
    told = acme.get(path, headers={"Accept": "application/json"}).json()
    file = stack.fetch(told["url"])

    assert (before.status_code, before.json()["code"]) == (409, "wrong_state")
    assert file.content == raw
    assert file.headers["Content-Type"] == "image/png"
    assert acme.get(path).status_code == 302
    assert globex.get(path).status_code == 404
    send(stack, form, b"<html>" * 9)
    assert acme.get(path).status_code == 409
    assert stack.fetch(told["url"]).content == raw


@pytest.mark.parametrize(
    ("size", "changes"),
    [
        (18_000_001, {}),
        (0, {}),
        (9, {"Content-Type": "text/html"}),
        (9, {"key": "images/acme/mine.png"}),
        (9, {"key": "inputs/acme/mine"}),
    ],
    ids=["too large", "empty", "another type", "an image's key", "an input's key"],
)
def test_s3_takes_nothing_but_what_was_signed_for(
    acme: Client, stack: Stack, size: int, changes: dict[str, str]
) -> None:
    form = begin(acme)

    answer = send(stack, form, b"x" * size, **changes)

    assert answer.status_code in (400, 403), answer.text
    assert acme.get(f"/v1/uploads/{form['id']}").json()["status"] == "waiting"


def test_an_upload_is_used_in_an_edit_and_kept_with_it(
    acme: Client, stack: Stack, painted: dict[str, Any], edited: dict[str, Any]
) -> None:
    image = painted["images"][0]

    assert edited["status"] == "succeeded"
    kept = {each["part"]: each for each in edited["inputs"]}
    assert set(kept) == {"image", "mask"}
    assert (kept["image"]["image"], kept["image"]["sha256"]) == (image["id"], image["sha256"])
    assert kept["mask"]["upload"].startswith("upl_")


def test_what_was_kept_is_fetched_at_an_address_that_lasts(
    acme: Client, globex: Client, stack: Stack, edited: dict[str, Any]
) -> None:
    for each in edited["inputs"]:
        path = f"/v1/inputs/{each['id']}/content"
        told = acme.get(path, headers={"Accept": "application/json"}).json()
        file = stack.fetch(told["url"])

        assert hashlib.sha256(file.content).hexdigest() == each["sha256"]
        assert file.headers["Content-Type"] == f"image/{each['format']}"
        assert each["content"].endswith(path)
        assert acme.get(path).status_code == 302
        assert globex.get(path).status_code == 404


def test_parent_and_child_name_each_other(
    acme: Client, painted: dict[str, Any], edited: dict[str, Any]
) -> None:
    parent, child = painted["images"][0]["id"], edited["images"][0]["id"]

    listed = acme.get(f"/v1/images/{parent}/children").json()["data"]

    assert acme.get(f"/v1/images/{child}").json()["parents"] == [parent]
    assert child in acme.get(f"/v1/images/{parent}").json()["children"]
    assert child in [each["id"] for each in listed]


def test_its_request_can_be_sent_again_as_it_stands(
    acme: Client, stack: Stack, painted: dict[str, Any], edited: dict[str, Any]
) -> None:
    again = acme.create(**edited["request"])

    assert again.status_code == 200, again.text
    told = [
        [(each["part"], each["sha256"]) for each in whole["inputs"]]
        for whole in (edited, again.json())
    ]
    assert told[0] == told[1]
    assert edited["request"]["mask"] == {"input_id": edited["inputs"][1]["id"]}
    gone = again.json()
    assert acme.delete(f"/v1/generations/{gone['id']}").status_code == 204
    parent = acme.get(f"/v1/images/{painted['images'][0]['id']}").json()
    assert gone["images"][0]["id"] not in parent["children"]
    assert acme.get(f"/v1/inputs/{gone['inputs'][0]['id']}/content").status_code == 404
    assert not stack.keys(f"inputs/acme/{gone['id'].removeprefix('gen_')}/")


@pytest.mark.usefixtures("nothing_more")
def test_an_upload_of_another_tenant_is_unknown(acme: Client, globex: Client, stack: Stack) -> None:
    theirs = uploaded(globex, stack, png())

    answer = edit(acme, image=theirs, mask=uploaded(acme, stack, MASK))

    assert refused(answer) == (400, "/image", "unknown_upload")


@pytest.mark.usefixtures("nothing_more")
def test_an_upload_that_was_never_finished_says_so(acme: Client, stack: Stack) -> None:
    begun = {"upload_id": begin(acme)["id"]}

    answer = edit(acme, image=begun, mask=uploaded(acme, stack, MASK))

    assert refused(answer) == (400, "/image", "upload_unfinished")


@pytest.mark.usefixtures("nothing_more")
def test_an_upload_that_expired_says_when(acme: Client, stack: Stack) -> None:
    old = uploaded(acme, stack, png())
    stack.aws("dynamodb").update_item(
        TableName=stack.told["outputs"]["TableName"],
        Key={
            "PK": {"S": "TENANT#acme"},
            "SK": {"S": f"UPLOAD#{old['upload_id'].removeprefix('upl_')}"},
        },
        UpdateExpression="SET ends_at = :then",
        ExpressionAttributeValues={":then": {"S": "2026-01-01T00:00:00.000000+00:00"}},
    )

    answer = edit(acme, image=old, mask=uploaded(acme, stack, MASK))

    assert refused(answer) == (400, "/image", "upload_expired")
    assert "2026-01-01T00:00:00Z" in answer.text
    assert acme.get(f"/v1/uploads/{old['upload_id']}").json()["status"] == "expired"


@pytest.mark.usefixtures("nothing_more")
@pytest.mark.parametrize("raw", [b"<html>", b"GIF89a" + b"\0" * 64, MASK[:200]])
def test_what_is_no_picture_is_refused_whatever_was_announced(
    acme: Client, stack: Stack, raw: bytes
) -> None:
    answer = edit(acme, image=uploaded(acme, stack, raw), mask=uploaded(acme, stack, MASK))

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/image"


def test_a_key_for_another_picture_is_refused(acme: Client, stack: Stack) -> None:
    headers = {"Idempotency-Key": newcomer("edit")}
    mask, before = uploaded(acme, stack, MASK), stack.keys("inputs/acme/")
    first = edit(acme, image=uploaded(acme, stack, png()), mask=mask, headers=headers, count=1)
    assert first.status_code == 200, first.text

    other = edit(acme, image=uploaded(acme, stack, png("red")), mask=mask, headers=headers)
    again = edit(
        acme, image={"upload_id": first.json()["inputs"][0]["upload"]}, mask=mask, headers=headers
    )

    assert (other.status_code, other.json()["code"]) == (422, "idempotency_mismatch")
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json()["id"] == first.json()["id"]
    assert len(stack.keys("inputs/acme/") - before) == 2
    acme.delete(f"/v1/generations/{first.json()['id']}")


def test_what_the_budget_refuses_leaves_no_picture(stack: Stack) -> None:
    tenant = newcomer("broke")
    with stack.client(stack.key(tenant)["key"]) as broke:
        month = broke.get("/v1/usage").json()["month"]
        pictures = {"image": uploaded(broke, stack, png()), "mask": uploaded(broke, stack, MASK)}

        with nearly_spent(stack, tenant, month, 49_990_000):
            answer = edit(broke, **pictures)

    assert answer.status_code == 402, answer.text
    assert stack.keys(f"inputs/{tenant}/") == set()


def test_a_file_that_is_replaced_at_work_is_never_painted_unmeasured(
    acme: Client, stack: Stack
) -> None:
    """Whatever a request gets, it was measured: the copy is bound to the ETag."""
    form = begin(acme)
    files = {hashlib.sha256(raw).hexdigest(): raw for raw in (png("red"), png("blue"))}
    mask = uploaded(acme, stack, MASK)
    until = time.monotonic() + 12

    def replace() -> None:
        while time.monotonic() < until:
            for raw in files.values():
                send(stack, form, raw)

    send(stack, form, png("red"))
    answers: list[httpx.Response] = []
    with ThreadPoolExecutor(1) as pool:
        replacing = pool.submit(replace)
        while time.monotonic() < until:
            answers.append(edit(acme, image={"upload_id": form["id"]}, mask=mask, wait=0))
        replacing.result()

    for answer in answers:
        if answer.status_code == 400:
            assert refused(answer) == (400, "/image", "changed")
            continue
        kept = answer.json()["inputs"][0]
        path = f"/v1/inputs/{kept['id']}/content"
        told = acme.get(path, headers={"Accept": "application/json"})
        assert stack.fetch(told.json()["url"]).content == files[kept["sha256"]]
    for answer in answers:
        if answer.status_code == 202:
            acme.finished(answer.json()["id"])
            acme.delete(f"/v1/generations/{answer.json()['id']}")


def test_the_readmes_upload_and_edit_work_as_they_stand(
    stack: Stack, painted: dict[str, Any], tmp_path: Path
) -> None:
    section = (ROOT / "README.md").read_text("utf-8").partition("### Pictures in")[2]
    block = re.search(r"```bash\n(.+?)```", section, re.DOTALL)
    assert block
    first, mark, second = block[1].partition("# Edit")
    image = painted["images"][0]
    size = (image["width"], image["height"])
    (tmp_path / "mask.png").write_bytes(png(size=size, box=(0, 0, size[0] // 2, size[1])))
    environ = {
        "PATH": os.environ["PATH"],
        "API": stack.api_url,
        "KEY": stack.key("acme")["key"],
        "CURL_CA_BUNDLE": stack.ca_bundle or "",
    }

    _bash(first, tmp_path, environ)
    upload = json.loads((tmp_path / "upload.json").read_text())["id"]
    answer = _bash(
        (mark + second).replace("upl_…", upload).replace("img_…", image["id"]), tmp_path, environ
    )

    assert json.loads(answer)["inputs"][1]["upload"] == upload


def _bash(script: str, place: Path, environ: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=place,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
