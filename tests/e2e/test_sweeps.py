"""Sweeps and the lint, through the deployed template."""

from itertools import product
from typing import Any

from tests.e2e.client import Client, Stack

STYLES = ["cinematic", "watercolour", "art deco"]
STEPS = [20, 60]
SWEEP: dict[str, Any] = {
    "model": "sdxl",
    "prompt": {"description": "a lighthouse on a cliff", "style": STYLES},
    "sweep": {"steps": STEPS},
    "count": 2,
    "seed": 7,
    "group": "sweeps",
}


def test_a_sweep_costs_what_its_plan_said_and_every_image_knows_its_cell(acme: Client) -> None:
    plan = acme.post("/v1/plans", json=SWEEP).json()
    before = float(acme.get("/v1/usage").json()["spent"])

    generation = acme.create(**SWEEP).json()

    assert generation["status"] == "succeeded", generation
    assert generation["counts"]["succeeded"] == 12
    assert generation["cost"]["spent"] == plan["price"]["total"] == "0.72"
    spent = float(acme.get("/v1/usage").json()["spent"])
    assert round(spent - before, 6) == 0.72
    cells = [{"style": style, "steps": steps} for style, steps in product(STYLES, STEPS)]
    assert [cell["values"] for cell in plan["cells"]] == cells
    assert [cell["each"] for cell in plan["cells"]] == ["0.04", "0.08"] * 3
    assert [image["cell"] for image in generation["images"]] == [
        cell for cell in cells for _ in range(2)
    ]
    assert [image["seed"] for image in generation["images"]] == [7, 8] * 6
    for image in generation["images"]:
        assert image["prompt"] == f"a lighthouse on a cliff, {image['cell']['style']}"
        assert image["parameters"]["steps"] == image["cell"]["steps"]


def test_the_record_shows_its_cells_and_the_receipt_its_lists(acme: Client) -> None:
    made = acme.create(prompt="a windmill in spring", sweep={"aspect_ratio": ["1:1", "16:9"]})

    generation = acme.get(f"/v1/generations/{made.json()['id']}").json()

    named = {line["name"]: line for line in generation["receipt"]}
    assert named["aspect_ratio"]["used"] == ["1:1", "16:9"]
    square, wide = generation["images"]
    assert (square["cell"], wide["cell"]) == ({"aspect_ratio": "1:1"}, {"aspect_ratio": "16:9"})
    assert square["width"] == square["height"]
    assert wide["width"] > wide["height"]
    assert square["seed"] == wide["seed"]


def test_fifty_images_are_accepted_at_once_and_canceled_ones_are_not_paid(acme: Client) -> None:
    axes = {"seed": [1, 11, 21, 31, 41], "aspect_ratio": ["1:1", "16:9", "3:2", "2:3", "4:5"]}

    answer = acme.create(prompt="fifty small windmills", sweep=axes, count=2, wait=0)

    assert answer.status_code == 202, answer.text
    assert answer.json()["counts"]["total"] == 50
    assert acme.post(f"/v1/generations/{answer.json()['id']}/cancel").status_code == 200
    done = acme.finished(answer.json()["id"]).json()
    assert done["counts"]["pending"] == 0
    assert done["counts"]["canceled"] + done["counts"]["succeeded"] == 50
    assert done["cost"]["spent"] == f"{done['counts']['succeeded'] * 0.04:.2f}"


def test_more_images_than_a_generation_may_have_are_refused_unpaid(
    acme: Client, stack: Stack
) -> None:
    before = acme.get("/v1/usage").json(), len(stack.calls())

    answer = acme.create(**SWEEP | {"count": 10})

    assert answer.status_code == 400
    [fault] = answer.json()["errors"]
    assert (fault["pointer"], fault["code"]) == ("/sweep", "too_many_images")
    assert "60 images" in fault["detail"]
    assert (acme.get("/v1/usage").json(), len(stack.calls())) == before


def test_a_lint_says_what_a_model_would_not_honour(acme: Client) -> None:
    prompt = {"description": "사람 없는 거리", "style": ["cinematic", "((sepia))"]}

    linted = acme.post("/v1/prompts/lint", json={"prompt": prompt}).json()

    told = {(each["code"], each["pointer"]) for each in linted["warnings"]}
    assert told == {
        ("negation", "/prompt/description"),
        ("unread_language", "/prompt/description"),
        ("unsupported_weights", "/prompt/style/1"),
    }
    assert acme.post("/v1/plans", json={"prompt": prompt}).json()["warnings"] == linted["warnings"]
