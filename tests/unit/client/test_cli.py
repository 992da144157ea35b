"""What the command line says, writes and exits with."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from easel_client import Easel
from easel_client.cli.app import app
from easel_client.cli.edit import source
from easel_client.cli.options import parameters
from easel_client.cli.session import Exit
from typer.testing import CliRunner, Result

from tests.unit.client.service import (
    AT_ONCE,
    COST,
    KEY,
    URL,
    Service,
    generation,
    image,
    ok,
    problem,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
PLAN = ok(
    {
        "model": {"requested": None, "used": "stability.stable-image-core-v1:1"},
        "calls": 1,
        "prompt": "a lake",
        "seeds": [7],
        "cells": [],
        "price": {"each": ["0.04"], "total": "0.04", "left_this_month": "9.96"},
        "receipt": [],
        "warnings": [{"code": "negation", "pointer": "/prompt", "detail": "W.", "found": []}],
    }
)
ADDRESS = ok({"url": "https://s3.test/k", "url_expires_in": 900})
PICTURE = httpx.Response(200, content=PNG)
PAINTED = (PLAN, ok(generation(0), 202), ok(generation(1)), ADDRESS, PICTURE)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Run a command against a service in memory, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(service: Service, *words: str) -> Result:
        made = Easel(URL, KEY, retries=AT_ONCE, transport=service)
        monkeypatch.setattr(Easel, "from_env", classmethod(lambda _: made))
        return CliRunner().invoke(app, words)

    return run


def test_a_picture_is_saved_under_its_id_and_its_path_is_the_result(run, tmp_path) -> None:
    done = run(Service(*PAINTED), "generate", "a lake", "--yes", "--out", "pictures")

    path = Path("pictures") / f"{image()['id']}.png"
    assert done.exit_code == 0, done.stderr
    assert done.stdout.strip() == str(path)
    assert (tmp_path / path).read_bytes() == PNG
    assert [each.name for each in (tmp_path / "pictures").iterdir()] == [path.name]


def test_the_price_and_the_warnings_come_before_the_money(run) -> None:
    service = Service(PLAN)

    done = run(service, "generate", "a lake")

    assert done.exit_code == Exit.DECLINED
    assert "0.04 USD, of 9.96 left" in done.stderr
    assert "/prompt: W." in done.stderr
    assert "--yes" in done.stderr
    assert [each.url.path.rpartition("/")[2] for each in service.asked] == ["plans"]


def test_options_become_the_request(run) -> None:
    service = Service(*PAINTED)
    words = "--type photo --style film --detail dawn --detail mist --negative people -m best -n 2"
    more = "--seed 0 --size 1024x1024 --format png -p cfg_scale=7 -p style_preset=anime --yes"

    run(service, "generate", "a lake", *words.split(), *more.split())

    planned, asked = (json.loads(each.content) for each in service.asked[:2])
    assert planned == asked
    assert asked == {
        "prompt": {
            "description": "a lake",
            "image_type": "photo",
            "style": "film",
            "details": ["dawn", "mist"],
        },
        "negative_prompt": "people",
        "model": "best",
        "count": 2,
        "seed": 0,
        "size": "1024x1024",
        "output_format": "png",
        "parameters": {"cfg_scale": 7, "style_preset": "anime"},
    }


def test_json_is_the_services_own_and_nothing_else_on_stdout(run) -> None:
    done = run(Service(*PAINTED), "generate", "a lake", "--yes", "--json")

    told = json.loads(done.stdout)
    assert told["id"] == generation()["id"]
    assert told["files"] == [f"{image()['id']}.png"]


def test_a_generation_without_pictures_says_why_and_is_no_success(run) -> None:
    refused = image(0, "filtered", error={"code": "filtered", "detail": "The model refused it."})
    counts = {"total": 1, "pending": 0, "succeeded": 0, "filtered": 1, "failed": 0, "canceled": 0}
    ended = generation(1, images=[refused], counts=counts, status="filtered")

    done = run(Service(PLAN, ok(ended)), "generate", "a lake", "--yes")

    assert done.exit_code == Exit.NO_PICTURE
    assert "The model refused it." in done.stderr


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (problem(400), Exit.WRONG_REQUEST),
        (problem(401), Exit.NOT_ALLOWED),
        (problem(403), Exit.NOT_ALLOWED),
        (problem(402), Exit.NO_BUDGET),
        (problem(404), Exit.NOT_FOUND),
        (problem(410), Exit.NOT_FOUND),
        (problem(409), Exit.FAILED),
        (problem(503), Exit.NOT_REACHED),
        (problem(415), Exit.FAILED),
        (httpx.ConnectError("refused"), Exit.NOT_REACHED),
    ],
)
def test_what_went_wrong_is_an_exit_code_and_a_line(run, reply: Any, code: Exit) -> None:
    done = run(Service(reply), "usage")

    assert done.exit_code == code
    assert len(done.stderr.splitlines()) >= 2
    assert "Traceback" not in done.output


def test_every_fault_of_a_request_is_named(run) -> None:
    faults = [
        {"pointer": "/count", "code": "out_of_range", "detail": "1 to 10"},
        {"pointer": "/parameters/steps", "code": "unknown", "detail": "[not] markup"},
    ]

    done = run(Service(problem(400, errors=faults)), "generate", "a lake", "--yes")

    assert "/count: 1 to 10" in done.stderr
    assert "/parameters/steps: [not] markup" in done.stderr


def test_with_json_an_error_is_json_too(run) -> None:
    done = run(Service(problem(404, "not_found")), "save", "img_1", "--json")

    assert json.loads(done.stderr)["code"] == "not_found"
    assert done.stdout == ""


def test_without_an_address_the_next_step_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EASEL_URL", raising=False)

    done = CliRunner().invoke(app, ["usage"])

    assert done.exit_code == Exit.WRONG_REQUEST
    assert "EASEL_URL" in done.stderr
    assert "make up" in done.stderr


def test_a_gallery_in_a_pipe_is_whole_lines(run) -> None:
    page = {"data": [image(0, prompt="a\nlong\tlake " * 30)], "next_cursor": "c-1", "scanned": 1}

    done = run(Service(ok(page)), "gallery")

    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{image()['id']}\t1024x1024\t7\t\ta long lake")
    assert line.count("lake") == 30
    assert "--cursor c-1" in done.stderr


OFFER = {
    "model": "text-model",
    "price_per_1000_tokens": {
        "input": "0.0003",
        "output": "0.0025",
        "source": "s",
        "checked": "2026-11-22",
        "note": None,
    },
    "most": "0.004",
    "longest_brief": 2000,
    "most_output_tokens": 1000,
}
ENHANCED = {
    "prompt": {
        "image_type": "photograph",
        "description": "Seoul in the rain",
        "style": "",
        "details": ["neon", "night"],
    },
    "negative_prompt": None,
    "composed": "photograph of Seoul in the rain, neon, night",
    "lint": [],
    "model": "text-model",
    "cost": COST,
    "tokens": {"input": 1, "output": 2},
    "request_id": None,
}


def test_a_brief_is_enhanced_after_its_price_was_told(run) -> None:
    done = run(Service(ok(OFFER), ok(ENHANCED)), "enhance", "비 오는 서울", "--yes")

    assert "At most 0.004 USD" in done.stderr
    assert done.stdout.splitlines() == [
        "type         photograph",
        "description  Seoul in the rain",
        "details      neon, night",
    ]


def test_nothing_is_enhanced_where_nobody_can_be_asked(run) -> None:
    service = Service(ok(OFFER))

    done = run(service, "enhance", "비 오는 서울")

    assert done.exit_code == Exit.DECLINED
    assert [each.method for each in service.asked] == ["GET"]


def test_a_generation_that_cannot_be_followed_is_named(run) -> None:
    done = run(Service(PLAN, ok(generation(0), 202), problem(503)), "generate", "a lake", "--yes")

    assert done.exit_code == Exit.NOT_REACHED
    assert f"easel save {generation()['id']}" in done.stderr


def test_a_finished_generation_is_saved_whole(run, tmp_path) -> None:
    service = Service(ok(generation(2, 2)), ADDRESS, PICTURE, ADDRESS, PICTURE)

    done = run(service, "save", "gen_1")

    assert len(done.stdout.splitlines()) == 2
    assert len(list(tmp_path.glob("*.png"))) == 2


@pytest.mark.parametrize("given", ["steps", "=5", ""])
def test_a_parameter_that_is_no_pair_is_refused(run, given: str) -> None:
    done = run(Service(PLAN), "generate", "a lake", "-p", given)

    assert done.exit_code == Exit.WRONG_REQUEST
    assert "name=value" in done.stderr


def test_values_of_parameters_are_json_where_they_read_as_such() -> None:
    given = ["steps=40", "on=true", 'colors=["#fff"]', "style_preset=anime", "text=a=b", "e="]

    assert parameters(given) == {
        "steps": 40,
        "on": True,
        "colors": ["#fff"],
        "style_preset": "anime",
        "text": "a=b",
        "e": "",
    }


@pytest.mark.parametrize(
    ("named", "kind"),
    [("img_1", "image_id"), ("inp_1_image", "input_id"), ("upl_1", "upload_id")],
)
def test_a_picture_may_be_named_by_its_id(named: str, kind: str) -> None:
    with Easel(URL, transport=Service(ok({}))) as easel:
        assert source(easel, named) == {kind: named}


def test_a_picture_that_is_nowhere_is_refused_before_anything_is_asked(run) -> None:
    service = Service(PLAN)

    done = run(service, "edit", "nowhere.png")

    assert done.exit_code == Exit.WRONG_REQUEST
    assert "nowhere.png" in done.stderr
    assert service.asked == []
