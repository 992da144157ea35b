"""What must hold whatever clients do: one charge, and deletion that deletes."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.e2e.books import nearly_spent
from tests.e2e.client import Client, Stack, newcomer


def test_the_same_key_and_body_is_one_generation(acme: Client, stack: Stack) -> None:
    headers = {"Idempotency-Key": "order-1"}
    first = acme.create(prompt="paid once", headers=headers)
    called = len(stack.calls())

    again = acme.create(prompt="paid once", headers=headers)

    assert again.json()["id"] == first.json()["id"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(stack.calls()) == called


def test_ten_copies_at_once_are_one_generation(acme: Client) -> None:
    def send(_: int) -> str:
        answer = acme.create(prompt="at once", wait=0, headers={"Idempotency-Key": "burst-1"})
        return answer.json()["id"]

    with ThreadPoolExecutor(10) as pool:
        ids = set(pool.map(send, range(10)))

    assert len(ids) == 1
    assert acme.finished(ids.pop()).json()["cost"]["spent"] == "0.04"


def test_the_same_key_with_another_body_is_refused(acme: Client) -> None:
    headers = {"Idempotency-Key": "order-2"}
    acme.create(prompt="one thing", headers=headers)

    answer = acme.create(prompt="another thing", wait=0, headers=headers)

    assert answer.status_code == 422
    assert answer.json()["code"] == "idempotency_mismatch"


def test_a_doubled_message_paints_nothing_twice(
    acme: Client, stack: Stack, painted: dict[str, Any]
) -> None:
    called = len(stack.calls())
    image = painted["images"][0]["id"]
    body = f'{{"tenant": "acme", "image_id": "{image}"}}'
    queue = stack.told["outputs"]["QueueUrl"]

    stack.aws("sqs").send_message(QueueUrl=queue, MessageBody=body, MessageGroupId="acme")
    acme.create(prompt="something behind it in the queue")

    assert len(stack.calls()) == called + 1
    assert acme.get(f"/v1/images/{image}").json()["cost"]["spent"] == "0.04"


def test_the_months_limit_stops_spending(stack: Stack) -> None:
    tenant = newcomer("spender")
    with stack.client(stack.key(tenant)["key"]) as spender:
        month = spender.get("/v1/usage").json()["month"]

        with nearly_spent(stack, tenant, month, 49_950_000):
            one = spender.create(prompt="the last one")
            broke = spender.create(prompt="one too many", wait=0)

    assert one.json()["status"] == "succeeded"
    assert broke.status_code == 402
    assert broke.json()["code"] == "budget_exhausted"


def test_cancel_is_refused_on_what_has_ended(acme: Client, painted: dict[str, Any]) -> None:
    answer = acme.post(f"/v1/generations/{painted['id']}/cancel")

    assert answer.status_code == 409
    assert answer.json()["code"] == "wrong_state"


def test_canceled_images_are_not_paid(acme: Client, stack: Stack) -> None:
    """Of ten images some may be running; whatever was canceled was not called."""
    generation = acme.create(prompt="stop soon", count=10, wait=0).json()

    canceled = acme.post(f"/v1/generations/{generation['id']}/cancel")

    assert canceled.status_code in (200, 409)
    done = acme.finished(generation["id"]).json()
    counts = done["counts"]
    assert counts["canceled"] + counts["succeeded"] == 10
    assert float(done["cost"]["spent"]) == pytest.approx(0.04 * counts["succeeded"])


def test_deleting_removes_record_and_files_and_keeps_the_money(acme: Client, stack: Stack) -> None:
    generation = acme.create(prompt="soon forgotten").json()
    image = generation["images"][0]
    spent = acme.get("/v1/usage").json()["spent"]

    answer = acme.delete(f"/v1/generations/{generation['id']}")

    assert answer.status_code == 204
    assert acme.get(f"/v1/generations/{generation['id']}").status_code == 404
    assert acme.get(f"/v1/images/{image['id']}/content").status_code == 404
    assert stack.fetch(image["url"]).status_code in (403, 404)
    assert acme.get("/v1/usage").json()["spent"] == spent
    _nothing_left(stack, generation)


def test_nothing_stays_in_quarantine(stack: Stack, painted: dict[str, Any]) -> None:
    bucket = stack.told["outputs"]["BucketName"]

    left = stack.aws("s3").list_objects_v2(Bucket=bucket, Prefix="quarantine/")

    assert left["KeyCount"] == 0


def test_ten_of_the_longest_prompts_are_painted_and_listed(stack: Stack) -> None:
    face = "\U0001f600" * 10_000

    with stack.client(stack.key(newcomer("verbose"))["key"]) as verbose:
        answer = verbose.create(prompt=face, negative_prompt=face, count=10)
        page = verbose.get("/v1/images", params={"limit": 100})

    assert answer.json()["counts"]["succeeded"] == 10
    assert len(page.json()["data"]) == 10
    assert len(page.content) < 5_500_000


def test_no_picture_bytes_are_in_the_table(stack: Stack, painted: dict[str, Any]) -> None:
    table = stack.told["outputs"]["TableName"]

    items = stack.aws("dynamodb").scan(TableName=table)["Items"]

    assert items
    assert all(len(str(item)) < 400_000 for item in items)
    assert not any("iVBORw0KGgo" in str(item) for item in items)


def _nothing_left(stack: Stack, generation: dict[str, Any]) -> None:
    ulid = generation["id"].removeprefix("gen_")
    bucket, table = stack.told["outputs"]["BucketName"], stack.told["outputs"]["TableName"]
    objects = stack.aws("s3").list_objects_v2(Bucket=bucket).get("Contents", [])
    assert not [each["Key"] for each in objects if ulid in each["Key"]]
    items = stack.aws("dynamodb").scan(TableName=table)["Items"]
    assert not [item for item in items if "soon forgotten" in str(item)]
