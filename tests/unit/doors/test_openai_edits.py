"""OpenAI's edits and variations: forms and ids, tasks, masks, models."""

import hashlib
from typing import Any

import httpx
import pytest

from functions.domain.source import Flaw
from tests.unit.doors.conftest import Answer
from tests.unit.doors.openai_client import Client
from tests.unit.use_cases.world import TENANT

EDITS, VARIATIONS = "/openai/v1/images/edits", "/openai/v1/images/variations"


def send(
    client: Client, path: str, data: dict[str, Any], files: Any, boundary: str = "b", **headers: str
) -> Answer:
    kind = f"multipart/form-data; boundary={boundary}"
    sent = httpx.Request("POST", "http://h", data=data, files=files, headers={"content-type": kind})
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.api(
        "POST", path, sent.read(), headers={"content-type": kind} | more, tenant=TENANT
    )


def receipt(answer: Answer) -> dict[str, dict[str, Any]]:
    return {line["name"]: line for line in answer.json["easel"]["receipt"]}


def tasks(client: Client) -> list[str]:
    return [each.task for each in client.world.records.generations_.values()]


def test_an_image_without_a_mask_is_painted_anew(client: Client) -> None:
    answer = send(client, EDITS, {"prompt": "add a hat"}, {"image": ("upload", b"a cat")})

    assert answer.status == 200, answer.text
    assert tasks(client) == ["image_to_image"]
    line = receipt(answer)["parameters.strength"]
    assert (line["requested"], line["used"], line["status"]) == (None, 0.7, "defaulted")


def test_an_image_with_a_mask_is_repainted_there(client: Client) -> None:
    files = {"image": ("upload", b"a cat"), "mask": ("upload", b"clear mask")}

    answer = send(client, EDITS, {"prompt": "add a hat"}, files)

    assert answer.status == 200, answer.text
    assert tasks(client) == ["inpaint"]
    [call] = client.world.model.calls
    assert call.inputs["mask"].mask
    assert call.inputs["mask"].mask.by_alpha


def test_an_image_that_is_transparent_somewhere_is_repainted_there(client: Client) -> None:
    answer = send(client, EDITS, {"prompt": "add a hat"}, {"image": ("upload", b"clear cat")})

    assert answer.status == 200, answer.text
    assert tasks(client) == ["inpaint"]
    [call] = client.world.model.calls
    assert call.inputs["mask"].file == "image"


def test_a_model_of_theirs_that_does_not_edit_here_is_replaced_and_the_receipt_says_so(
    client: Client,
) -> None:
    data = {"prompt": "add a hat", "model": "gpt-image-1.5"}
    files = {"image": ("upload", b"a cat"), "mask": ("upload", b"clear mask")}

    answer = send(client, EDITS, data, files)

    assert "inpaint" in answer.json["model"]
    assert receipt(answer)["model"]["status"] == "defaulted"
    assert "does not do inpaint" in receipt(answer)["model"]["reason"]


def test_a_retry_with_another_boundary_is_the_same_request(client: Client) -> None:
    client.painters = False
    files = {"image": ("upload", b"a cat")}
    send(client, EDITS, {"prompt": "a hat"}, files, "one", x_stainless_retry_count="0")
    client.painters = True

    answer = send(client, EDITS, {"prompt": "a hat"}, files, "two", x_stainless_retry_count="1")

    assert (answer.status, client.generations) == (200, 1)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ({"Idempotency-Key": "k"}, {"Idempotency-Key": "k"}),
        ({"x-stainless-retry-count": "0"}, {"x-stainless-retry-count": "1"}),
    ],
)
def test_an_edit_is_known_again_when_its_upload_is_gone(
    first: dict[str, str], again: dict[str, str], client: Client
) -> None:
    source = client.world.upload(b"clear cat")
    body = {"prompt": "add a hat", "images": [{"upload_id": source.id}]}
    made = client.api("POST", EDITS, body, headers=first, tenant=TENANT)
    client.world.records.uploads.clear()

    replayed = client.api("POST", EDITS, body, headers=again, tenant=TENANT)

    assert (made.status, replayed.status) == (200, 200), replayed.text
    assert replayed.json["data"] == made.json["data"]
    assert (tasks(client), client.generations) == (["inpaint"], 1)


def test_a_picture_is_named_by_its_id_in_json(client: Client) -> None:
    made = client({"prompt": "a cat"}).json["data"][0]["id"]

    body = {"prompt": "add a hat", "images": [{"image_id": made}]}
    answer = client.api("POST", EDITS, body, tenant=TENANT)

    assert answer.status == 200, answer.text
    assert client.world.records.images_[TENANT, answer.json["data"][0]["id"][4:30], 0].parents


@pytest.mark.parametrize(
    ("data", "files", "param", "code"),
    [
        ({"prompt": "x"}, {"other": ("u", b"a")}, "image", "required"),
        ({}, {"image": ("u", b"a")}, "prompt", "required"),
        ({"prompt": "x", "n": "many"}, {"image": ("u", b"a")}, "n", "invalid"),
        (
            {"prompt": "x", "stream": "true"},
            {"image": ("u", b"a")},
            "stream",
            "unsupported_parameter",
        ),
        (
            {"prompt": "x"},
            [("image[]", ("u", b"a")), ("image[]", ("u", b"b"))],
            "image",
            "unsupported",
        ),
        (
            {"prompt": "x"},
            {"image": ("u", b"a"), "markup": ("u", b"b")},
            "markup",
            "unknown_parameter",
        ),
        ({"prompt": "x"}, {"image": ("u", b"broken")}, "image", "undecodable"),
        (
            {"prompt": "x", "model": "stable-image-core"},
            {"image": ("u", b"a")},
            "model",
            "unknown_task",
        ),
        ({"prompt": "x", "image": "cat.png"}, {"mask": ("u", b"a")}, "image", "undecodable"),
    ],
)
def test_an_edit_that_cannot_be_done_is_refused_by_their_name_for_it(
    data: dict[str, Any], files: Any, param: str, code: str, client: Client
) -> None:
    noise = Flaw("undecodable", "no picture")
    digests = {"broken", "cat.png"}
    client.darkroom.says = {_sha(name): noise for name in digests}

    answer = send(client, EDITS, data, files)

    error = answer.json["error"]
    assert (answer.status, error["param"], error["code"]) == (400, param, code), error
    assert not client.generations


def test_what_their_edits_say_of_size_and_fidelity_is_in_the_receipt(client: Client) -> None:
    data = {"prompt": "x", "size": "1024x1536", "input_fidelity": "high"}

    answer = send(client, EDITS, data, {"image": ("u", b"a cat")})

    assert receipt(answer)["size"]["status"] == "approximated"
    assert receipt(answer)["input_fidelity"]["used"] == "strength 0.35"
    assert receipt(answer)["parameters.strength"]["used"] == 0.35


def test_a_variation_is_painted_anew_where_no_model_varies(client: Client) -> None:
    answer = send(client, VARIATIONS, {"n": "2"}, {"image": ("u", b"a cat")})

    assert answer.status == 200, answer.text
    assert len(answer.json["data"]) == 2
    assert receipt(answer)["task"]["used"] == "image_to_image"
    assert receipt(answer)["parameters.strength"]["used"] == 0.5


def test_a_variation_by_a_model_that_varies_is_one(client: Client) -> None:
    answer = send(client, VARIATIONS, {"model": "titan-v2"}, {"image": ("u", b"a cat")})

    assert answer.status == 200, answer.text
    assert tasks(client) == ["variation"]


def test_a_form_that_is_too_large_says_where_larger_pictures_go(client: Client) -> None:
    answer = send(client, EDITS, {"prompt": "x"}, {"image": ("u", bytes(4 * 1024 * 1024))})

    assert answer.status == 413
    assert "/v1/uploads" in answer.json["error"]["message"]


def test_no_other_call_takes_a_form(client: Client) -> None:
    answer = send(client, "/openai/v1/images/generations", {"prompt": "x"}, {"a": ("u", b"a")})

    assert (answer.status, answer.json["error"]["code"]) == (415, "unsupported_media_type")


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
