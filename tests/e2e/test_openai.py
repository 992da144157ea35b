"""OpenAI's own SDK, unmodified, against the deployed stack."""

import base64
import io
import time
from collections.abc import Callable
from typing import Any

import httpx
import openai
import pytest
from openai import OpenAI
from PIL import Image

from tests.e2e.books import nearly_spent
from tests.e2e.client import Client, Stack, newcomer
from tests.soak.sdk_customers import trade

CORE = "stability.stable-image-core-v1:1"


def own(answer: Any) -> dict[str, Any]:
    """Return what Easel says beside what OpenAI would."""
    return answer.model_extra["easel"]


def picture(entry: Any) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(entry.b64_json)))


def test_three_lines_make_a_picture(ai: OpenAI) -> None:
    answer = ai.images.generate(prompt="a lake in three lines")

    [entry] = answer.data or []
    assert f"{picture(entry).width}x{picture(entry).height}" == answer.size
    assert answer.output_format == picture(entry).format.lower()  # type: ignore[union-attr]
    assert answer._request_id
    assert answer.usage
    assert own(answer)["status"] == "succeeded"


def test_every_parameter_is_in_the_receipt(ai: OpenAI) -> None:
    answer = ai.images.generate(
        prompt="a lake with every parameter",
        model="titan-v2",
        n=2,
        size="1792x1024",
        quality="high",
        style="natural",
        background="opaque",
        moderation="low",
        response_format="b64_json",
        user="user-1",
        extra_body={
            "seed": 5,
            "negative_prompt": "people",
            "cfg_scale": 6,
            "safety_identifier": "s",
        },
    )

    assert len(answer.data or []) == 2
    receipt = {line["name"]: line for line in own(answer)["receipt"]}
    assert receipt["size"]["requested"] == "1792x1024"
    assert receipt["size"]["used"] == answer.size
    assert receipt["quality"]["used"] == "premium"
    assert receipt["style"]["status"] == "approximated"
    assert receipt["background"]["status"] == "applied"
    assert receipt["parameters.cfg_scale"]["used"] == 6
    for name in ("moderation", "safety_identifier"):
        assert receipt[name]["status"] == "ignored"
    assert [entry.model_extra["seed"] for entry in answer.data or []] == [5, 6]  # type: ignore[index]


@pytest.mark.parametrize("model", ["dall-e-2", "dall-e-3"])
def test_their_older_models_answer_with_an_address_that_needs_no_key(
    model: str, ai: OpenAI, stack: Stack
) -> None:
    [entry] = ai.images.generate(prompt="a lake by its address", model=model).data or []

    assert entry.b64_json is None
    fetched = httpx.get(entry.url or "", verify=stack.verify, follow_redirects=True)
    assert Image.open(io.BytesIO(fetched.content)).width


@pytest.mark.parametrize(
    ("sent", "error", "param", "code"),
    [
        ({"n": 11}, openai.BadRequestError, "n", "out_of_range"),
        ({"size": "huge"}, openai.BadRequestError, "size", "malformed"),
        ({"quality": "ultra"}, openai.BadRequestError, "quality", "not_one_of"),
        ({"background": "transparent"}, openai.BadRequestError, "background", None),
        ({"partial_images": 1}, openai.BadRequestError, "partial_images", "unsupported_parameter"),
        ({"output_format": "gif"}, openai.BadRequestError, "output_format", "not_one_of"),
        ({"extra_body": {"stepz": 3}}, openai.BadRequestError, "stepz", "unknown_parameter"),
        ({"model": "imagen-9"}, openai.BadRequestError, "model", "model_not_found"),
        ({"prompt": " "}, openai.BadRequestError, "prompt", "required"),
    ],
)
def test_what_cannot_be_done_is_their_error_with_the_parameters_name(
    sent: dict[str, Any], error: type[openai.APIStatusError], param: str, code: str, ai: OpenAI
) -> None:
    with pytest.raises(error) as refused:
        ai.images.generate(**({"prompt": "a lake that is refused"} | sent))

    assert refused.value.param == param
    assert code in (None, refused.value.code)
    assert refused.value.type == "invalid_request_error"
    assert refused.value.request_id


def test_a_stream_is_refused_at_once(ai: OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        ai.images.generate(prompt="a lake in pieces", stream=True)

    assert refused.value.code == "unsupported_parameter"


def test_a_wrong_key_is_their_authentication_error(connect: Callable[..., OpenAI]) -> None:
    with pytest.raises(openai.AuthenticationError) as refused:
        connect("sk-wrong").images.generate(prompt="a lake for a stranger")

    assert refused.value.code == "invalid_api_key"


def test_a_key_that_only_reads_is_their_permission_error(
    stack: Stack, connect: Callable[..., OpenAI]
) -> None:
    reader = connect(stack.key("acme", scopes="read")["key"])

    with pytest.raises(openai.PermissionDeniedError):
        reader.images.generate(prompt="a lake for a reader")
    assert reader.models.list().data


def test_a_path_of_another_api_is_their_not_found(ai: OpenAI) -> None:
    with pytest.raises(openai.NotFoundError):
        ai.chat.completions.create(model="gpt", messages=[{"role": "user", "content": "hi"}])


def test_a_spent_budget_is_their_quota_and_not_tried_again(
    stack: Stack, connect: Callable[..., OpenAI]
) -> None:
    tenant = newcomer("poor")
    key = stack.key(tenant)["key"]
    with stack.client(key) as client:
        month = client.get("/v1/usage").json()["month"]
    poor = connect(key)

    with (
        nearly_spent(stack, tenant, month, 49_990_000),
        pytest.raises(openai.RateLimitError) as refused,
    ):
        poor.images.generate(prompt="a lake too dear")

    assert refused.value.code == "insufficient_quota"
    assert refused.value.response.request.headers["x-stainless-retry-count"] == "0"


def test_a_filtered_prompt_is_a_policy_violation(ai: OpenAI, fault: Callable[..., None]) -> None:
    fault(kind="filter_output", next=1)

    with pytest.raises(openai.BadRequestError) as refused:
        ai.images.generate(prompt="a lake that is withheld")

    assert refused.value.code == "content_policy_violation"


def test_a_picture_that_failed_is_a_server_error_that_is_not_paid_again(
    ai: OpenAI, bills: Callable[[], int], fault: Callable[..., None]
) -> None:
    fault(kind="wrong_bytes", next=1)

    with pytest.raises(openai.InternalServerError) as refused:
        ai.images.generate(prompt="a lake of noise")

    assert refused.value.code == "generation_failed"
    assert bills() == 1


def test_a_client_that_gives_up_and_retries_is_billed_once(
    stack: Stack,
    connect: Callable[..., OpenAI],
    bills: Callable[[], int],
    fault: Callable[..., None],
) -> None:
    fault(kind="late", next=1, seconds=6)
    hasty = connect(stack.key("acme")["key"], timeout=3, max_retries=4)

    answer = hasty.images.generate(prompt="a lake for the hasty")

    assert answer.data
    assert bills() == 1


def test_a_picture_slower_than_the_wait_is_collected_by_the_sdks_own_retry(
    ai: OpenAI, bills: Callable[[], int], fault: Callable[..., None]
) -> None:
    fault(kind="late", next=1, seconds=32)
    begun = time.monotonic()

    answer = ai.images.generate(prompt="a lake that takes its time")

    assert time.monotonic() - begun > 30
    assert own(answer)["status"] == "succeeded"
    assert bills() == 1


def test_an_idempotency_key_is_one_generation_and_its_misuse_is_told(ai: OpenAI) -> None:
    headers = {"Idempotency-Key": f"openai-{time.time_ns()}"}

    first = ai.images.generate(prompt="a lake with a key", extra_headers=headers)
    again = ai.images.generate(prompt="a lake with a key", extra_headers=headers)
    with pytest.raises(openai.UnprocessableEntityError) as refused:
        ai.images.generate(prompt="a lake with another key", extra_headers=headers)

    assert own(again)["generation"] == own(first)["generation"]
    assert refused.value.code == "idempotency_mismatch"


def test_a_plain_repeat_is_another_picture(ai: OpenAI) -> None:
    first, second = (ai.images.generate(prompt="a lake once more") for _ in range(2))

    assert own(first)["generation"] != own(second)["generation"]


def test_models_are_listed_and_found_by_any_of_their_names(ai: OpenAI) -> None:
    names = {model.id for model in ai.models.list()}

    assert {"stable-image-core", "fast", "best", "dall-e-3"} <= names
    assert ai.models.retrieve("gpt-image-2").owned_by == "Stability AI"
    assert ai.models.retrieve(CORE).id == CORE
    with pytest.raises(openai.NotFoundError):
        ai.models.retrieve("gpt-9")


def cat(*, hole: bool = False) -> bytes:
    """Return a picture, transparent in its middle if it shall have a hole."""
    made = Image.effect_noise((512, 512), 90).convert("RGBA")
    if hole:
        made.paste((0, 0, 0, 0), (128, 128, 384, 384))
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def test_an_edit_with_a_mask_repaints_its_transparent_part(
    ai: OpenAI, bills: Callable[[], int]
) -> None:
    answer = ai.images.edit(
        image=("cat.png", cat()), mask=cat(hole=True), prompt="a hat on it", model="gpt-image-2"
    )

    [entry] = answer.data or []
    assert picture(entry).size == (512, 512)
    receipt = {line["name"]: line for line in own(answer)["receipt"]}
    assert "does not do inpaint" in receipt["model"]["reason"]
    assert receipt["mask"]
    assert bills() == 1


def test_an_edit_without_a_mask_paints_anew_and_says_how_strongly(ai: OpenAI) -> None:
    answer = ai.images.edit(
        image=io.BytesIO(cat()),
        prompt="the same in winter",
        n=2,
        size="auto",
        input_fidelity="high",
    )

    assert len(answer.data or []) == 2
    receipt = {line["name"]: line for line in own(answer)["receipt"]}
    assert receipt["parameters.strength"]["used"] == 0.35
    assert receipt["input_fidelity"]["status"] == "approximated"


def test_an_image_with_a_hole_is_its_own_mask(ai: OpenAI, acme: Client) -> None:
    answer = ai.images.edit(image=[cat(hole=True)], prompt="what was in the hole")

    whole = acme.get(f"/v1/generations/{own(answer)['generation']}").json()
    assert whole["task"] == "inpaint"
    assert answer.data


def test_an_edit_names_a_picture_of_yours_without_sending_it(ai: OpenAI, acme: Client) -> None:
    first = ai.images.generate(prompt="a cat to be edited")
    made = (first.data or [])[0].model_extra["id"]  # type: ignore[index]

    answer = acme.post(
        "/openai/v1/images/edits",
        json={"prompt": "add a hat to it", "images": [{"image_id": made}]},
    )

    assert answer.status_code == 200, answer.text
    edited = answer.json()["data"][0]["id"]
    assert acme.get(f"/v1/images/{edited}").json()["parents"] == [made]


def test_several_images_and_broken_ones_are_refused_by_name(ai: OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as several:
        ai.images.edit(image=[cat(), cat(hole=True)], prompt="both of them")
    with pytest.raises(openai.BadRequestError) as broken:
        ai.images.edit(image=b"no picture at all", prompt="a hat on nothing")

    assert (several.value.param, several.value.code) == ("image", "unsupported")
    assert broken.value.param == "image"


def test_a_variation_says_how_it_was_made(ai: OpenAI) -> None:
    with pytest.warns(DeprecationWarning, match="retired|deprecated"):
        answer = ai.images.create_variation(image=cat(), n=1)

    receipt = {line["name"]: line for line in own(answer)["receipt"]}
    assert receipt["task"]["used"] == "image_to_image"
    assert receipt["parameters.strength"]["used"] == 0.5


def test_a_slow_edit_is_collected_although_each_try_has_a_boundary_of_its_own(
    stack: Stack,
    connect: Callable[..., OpenAI],
    bills: Callable[[], int],
    fault: Callable[..., None],
) -> None:
    fault(kind="late", next=1, seconds=6)
    hasty = connect(stack.key("acme")["key"], timeout=4, max_retries=4)

    answer = hasty.images.edit(image=cat(), prompt="a hat for the hasty")

    assert answer.data
    assert bills() == 1


def test_customers_whose_answers_get_lost_are_billed_once_for_each_image(stack: Stack) -> None:
    books = trade(stack, newcomer("sdk"), 12, seed=5, customers=4)

    assert (books.delivered, books.generations) == (12, books.orders)
    assert books.billed == books.images
    assert books.lost.total()


def test_the_raw_answer_carries_the_headers_that_their_tools_read(ai: OpenAI) -> None:
    raw = ai.images.with_raw_response.generate(prompt="a lake in the raw")

    assert raw.headers["x-request-id"]
    assert raw.headers["content-type"] == "application/json"
    assert (raw.parse().data or [])[0].b64_json
