"""Sweeps through the HTTP door: shapes, plans, records, refusals."""

import json
from typing import Any

import pytest

from functions.adapters.dynamodb import writes
from functions.adapters.dynamodb.codec import item_of
from functions.domain.sweep_rules import weight
from tests.unit.doors.conftest import Api

PARTS = {"description": "a lake", "style": ["cinematic", "watercolour", "art deco"]}
SWEEP = {"prompt": PARTS, "sweep": {"aspect_ratio": ["1:1", "16:9"]}, "count": 2, "seed": 7}


def pointers(answer: Any) -> dict[str, str]:
    assert answer.status == 400, answer.text
    return {fault["pointer"]: fault["code"] for fault in answer.json["errors"]}


def test_a_plan_shows_every_cell_and_adds_them_up(api: Api) -> None:
    plan = api("POST", "/v1/plans", SWEEP).json

    assert plan["calls"] == 12
    assert plan["price"]["total"] == "0.48"
    assert len(plan["price"]["each"]) == len(plan["seeds"]) == 12
    assert [cell["values"] for cell in plan["cells"][:3]] == [
        {"style": "cinematic", "aspect_ratio": "1:1"},
        {"style": "cinematic", "aspect_ratio": "16:9"},
        {"style": "watercolour", "aspect_ratio": "1:1"},
    ]
    assert plan["cells"][2]["prompt"] == "a lake, watercolour"
    assert all((cell["each"], cell["seeds"]) == ("0.04", [7, 8]) for cell in plan["cells"])


def test_a_plan_without_a_sweep_has_one_cell_without_values(api: Api) -> None:
    [cell] = api("POST", "/v1/plans", {"prompt": "a lake", "negative_prompt": "fog"}).json["cells"]

    assert (cell["values"], cell["prompt"], cell["negative_prompt"]) == ({}, "a lake", "fog")


def test_an_accepted_sweep_is_what_was_planned_and_its_images_know_their_cells(api: Api) -> None:
    plan = api("POST", "/v1/plans", SWEEP).json

    made = api("POST", "/v1/generations", SWEEP).json

    assert made["counts"]["total"] == 12
    assert made["cost"]["estimated"] == plan["price"]["total"]
    assert made["request"] == SWEEP
    assert [image["cell"] for image in made["images"]] == [
        cell["values"] for cell in plan["cells"] for _ in cell["seeds"]
    ]
    assert [image["seed"] for image in made["images"]] == plan["seeds"]
    assert made["receipt"] == plan["receipt"]


def test_axes_in_another_order_are_the_same_request(api: Api) -> None:
    one = {"prompt": "a lake", "sweep": {"seed": [1, 9], "aspect_ratio": ["1:1", "16:9"]}}
    two = {"prompt": "a lake", "sweep": {"aspect_ratio": ["1:1", "16:9"], "seed": [1, 9]}}
    other = {"prompt": "a lake", "sweep": {"aspect_ratio": ["16:9", "1:1"], "seed": [1, 9]}}
    headers = {"Idempotency-Key": "k1"}
    first = api("POST", "/v1/generations", one, headers=headers)

    assert api("POST", "/v1/generations", two, headers=headers).json["id"] == first.json["id"]
    assert api("POST", "/v1/generations", other, headers=headers).status == 422


@pytest.mark.parametrize(
    ("sweep", "refused"),
    [
        ({"seed": [1, "2"]}, {"/sweep/seed/1": "invalid"}),
        ({"seed": [-1]}, {"/sweep/seed/0": "out_of_range"}),
        ({"seed": 5}, {"/sweep/seed": "invalid"}),
        ({"size": ["big"], "aspect_ratio": []}, {
            "/sweep/size/0": "malformed", "/sweep/aspect_ratio": "too_short"}),
        ({"cfg_scale": []}, {"/sweep/cfg_scale": "too_short"}),
        ({"cfg_scale": 5}, {"/sweep/cfg_scale": "invalid"}),
        ({"seed": list(range(1, 12))}, {"/sweep/seed": "too_long"}),
        ({"details": ["fog"]}, {"/sweep/details/0": "invalid"}),
        ({"prompt": ["a"], "count": [1], "model": ["best"], "style": ["x"]}, {
            "/sweep/prompt": "unknown_field", "/sweep/count": "unknown_field",
            "/sweep/model": "unknown_field", "/sweep/style": "unknown_field"}),
        ({"cfg_scale": [5]}, {"/sweep/cfg_scale": "unknown_parameter"}),
        ({"seed": [1, 1]}, {"/sweep/seed/1": "duplicate"}),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused_with_its_pointer(
    sweep: dict[str, Any], refused: dict[str, str], api: Api
) -> None:
    body = {"prompt": "a lake", "sweep": sweep}

    assert pointers(api("POST", "/v1/generations", body)) == refused
    assert api("GET", "/v1/generations").json["data"] == []


@pytest.mark.parametrize(
    ("parts", "refused"),
    [
        ({"style": ["a", 5]}, {"/prompt/style/1": "invalid"}),
        ({"style": []}, {"/prompt/style": "too_short"}),
        ({"style": 5}, {"/prompt/style": "invalid"}),
        ({"style": ["a"] * 11}, {"/prompt/style": "too_long"}),
        ({"style": ["a", "b", "a"]}, {"/prompt/style/2": "duplicate"}),
        ({"description": ["a lake", " "]}, {"/prompt/description/1": "malformed"}),
        ({"description": ["a lake", "\x00"]}, {"/prompt/description/1": "malformed"}),
        ({"description": ["a lake", ""]}, {"/prompt/description/1": "too_short"}),
        ({"style": ["a", "b" * 19_999]}, {"/prompt": "too_long"}),
    ],
)
def test_a_bad_part_of_the_prompt_is_refused_with_its_pointer(
    parts: dict[str, Any], refused: dict[str, str], api: Api
) -> None:
    body = {"prompt": {"description": "a lake"} | parts}

    assert pointers(api("POST", "/v1/plans", body)) == refused


def test_a_list_that_is_too_long_is_told_in_plain_words(api: Api) -> None:
    answer = api("POST", "/v1/plans", {"prompt": "a lake", "sweep": {"seed": list(range(11))}})

    assert answer.json["errors"][0]["detail"] == "at most 10 items, not 11"


def test_a_refusal_of_what_is_no_axis_says_where_it_belongs(api: Api) -> None:
    answer = api("POST", "/v1/plans", {"prompt": "a lake", "sweep": {"model": ["best"]}})

    assert "group" in answer.json["errors"][0]["detail"]


def test_too_many_images_are_refused_with_the_numbers_and_the_next_step(api: Api) -> None:
    body = {"prompt": {"description": ["a", "b", "c"]}, "sweep": {"seed": [1, 11]}, "count": 9}

    [fault] = api("POST", "/v1/generations", body).json["errors"]

    assert (fault["pointer"], fault["code"]) == ("/sweep", "too_many_images")
    for words in ("3 description × 2 seed", "6 cells", "54 images", "50", "lower count"):
        assert words in fault["detail"]


def test_details_need_a_prompt_in_parts(api: Api) -> None:
    body = {"prompt": "a lake", "sweep": {"details": [["fog"], []]}}
    assert pointers(api("POST", "/v1/plans", body)) == {"/sweep/details": "conflict"}

    body["prompt"] = {"description": "a lake"}
    plan = api("POST", "/v1/plans", body).json
    assert [cell["prompt"] for cell in plan["cells"]] == ["a lake, fog", "a lake"]


def test_composing_lists_gives_every_prompt_in_order(api: Api) -> None:
    body = {"prompt": {"description": ["a lake", "a sea"], "style": ["", "sepia"]}}

    composed = api("POST", "/v1/prompts/compose", body).json

    assert composed["prompts"] == ["a lake", "a lake, sepia", "a sea", "a sea, sepia"]
    assert (composed["prompt"], composed["characters"]) == ("a lake", 6)
    many = {"prompt": {name: list("abcdefgh") for name in ("description", "style")}}
    assert pointers(api("POST", "/v1/prompts/compose", many)) == {"/sweep": "too_many_images"}


@pytest.mark.parametrize("letter", ["\U0001f600", '"'])
def test_the_heaviest_sweep_fits_into_one_transaction_and_one_answer(letter: str, api: Api) -> None:
    """Texts at our limits, in letters that take the most, with the longest notes."""
    face = "\U0001f600"
    notes = {f"{number:02}{face * 62}": face * 512 for number in range(16)}
    parts = {"description": letter * 7_000, "style": [f"{each}{face * 50}" for each in range(10)]}
    body = {
        "prompt": parts,
        "negative_prompt": letter * 7_000,
        "metadata": notes,
        "sweep": {"aspect_ratio": ["1:1", "16:9", "3:2", "2:3", "4:5"]},
    }

    answer = api("POST", "/v1/generations", body)

    assert answer.status == 202, answer.text[:500]
    assert len(answer.json["images"]) == 50
    assert len(json.dumps(answer.text, ensure_ascii=False).encode()) < 5_500_000
    records = api.module.DESK.counter.records
    [generation] = records.generations_.values()
    images = list(records.images_.values())
    step = writes.accepting(generation, images, None, limit=1, dispatch_by=generation.created_at)
    sizes = [len(json.dumps(item_of(write.body), ensure_ascii=False).encode()) for write in step]
    assert len(step) < 100
    assert max(sizes) < 400 * 1024
    assert sum(sizes) < 4 * 1024 * 1024
    assert weight([[each.call.prompt, each.call.negative_prompt] for each in images]) > 2_500_000
