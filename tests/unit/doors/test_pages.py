"""Lists of the longest prompts there are: Lambda cuts what is above 6 MB."""

import json
from dataclasses import replace

import pytest

from tests.samples import a_call, a_picture, an_accepted, ulid
from tests.unit.doors.conftest import Api

LAMBDA = 6 * 1024 * 1024


@pytest.mark.parametrize("character", ["\U0001f600", "\x00", '"', "호"])
def test_a_page_of_long_prompts_fits_and_goes_on_where_it_ended(character: str, api: Api) -> None:
    _fill(api, 100, character * 10_000)

    query, seen = {"limit": "100"}, []
    while True:
        answer = api("GET", "/v1/images", query=query)
        assert len(json.dumps(answer.text, ensure_ascii=False).encode()) < LAMBDA
        seen += [each["id"] for each in answer.json["data"]]
        if answer.json["next_cursor"] is None:
            break
        query["cursor"] = answer.json["next_cursor"]

    assert len(seen) == len(set(seen)) == 100
    assert seen == sorted(seen, reverse=True)


def test_a_page_of_long_notes_fits(api: Api) -> None:
    _fill(api, 100, "a lake", {f"{number:064}": "\U0001f600" * 512 for number in range(16)})

    page = api("GET", "/v1/generations", query={"limit": "100"})

    assert len(json.dumps(page.text, ensure_ascii=False).encode()) < LAMBDA


def test_text_is_not_escaped_on_its_way_out(api: Api) -> None:
    assert "호수" in api("POST", "/v1/prompts/compose", {"prompt": "호수"}).text


def _fill(api: Api, count: int, prompt: str, metadata: dict[str, str] | None = None) -> None:
    records = api.module.DESK.counter.records
    call = a_call(prompt=prompt, negative_prompt=prompt)
    for number in range(count):
        whole, images = an_accepted(tenant="acme", ulid=ulid(number), metadata=metadata or {})
        records.generations_["acme", whole.ulid] = whole
        image = replace(images[0], call=call, status="succeeded", picture=a_picture())
        records.images_["acme", whole.ulid, 0] = image


@pytest.mark.parametrize("limit", ["1.0", " 5", "+5", "1_0", "5e1", "", "٥", "9" * 5000])
def test_a_limit_is_a_whole_number_in_digits(limit: str, api: Api) -> None:
    answer = api("GET", "/v1/generations", query={"limit": limit})

    assert (answer.status, answer.json["code"]) == (400, "invalid_parameter")
    [fault] = answer.json["errors"]
    assert (fault["pointer"], fault["code"]) == ("?limit", "malformed")
    assert fault["detail"] == "a whole number in digits, such as 20"


@pytest.mark.parametrize("limit", ["0", "-1", "101"])
def test_a_limit_has_its_bounds(limit: str, api: Api) -> None:
    answer = api("GET", "/v1/generations", query={"limit": limit})

    assert answer.json["errors"][0]["code"] == "out_of_range"
