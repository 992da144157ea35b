"""The documents say what the code does; nothing else is held here."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from functions.http.models import GenerationBody
from functions.http.uploads import UploadBody
from functions.settings import Settings
from infra.stage import DEPLOYED, Stage

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
RUNBOOK = (ROOT / "docs/runbook.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")

VERBS = set(re.findall(r"^([a-z0-9]+):", MAKEFILE, re.MULTILINE))
SECTION = README.partition("<!-- settings")[2].partition("\n### ")[0]
TABLE = dict(re.findall(r"^\| `([a-z_.]+)` \| (.+?) \|", SECTION, re.MULTILINE))
DEFAULTS = {each.name: each.default for each in fields(Stage)} | {
    f"settings.{each.name}": each.default for each in fields(Settings)
}
PLAIN = [
    name for name in TABLE if isinstance(DEFAULTS.get(name), bool | int | str) and DEFAULTS[name]
]


def test_every_make_verb_that_the_documents_name_exists() -> None:
    named = set(re.findall(r"make ([a-z0-9]+)", README + RUNBOOK))

    assert named
    assert named <= VERBS


def test_every_setting_of_a_stage_is_in_the_readme_and_no_other() -> None:
    of_stage = {each.name for each in fields(Stage)} - {"name", "settings"}
    of_functions = {
        f"settings.{each.name}" for each in fields(Settings) if each.name not in DEPLOYED
    }

    assert set(TABLE) == of_stage | of_functions


@pytest.mark.parametrize("name", PLAIN)
def test_the_readme_has_the_default_of(name: str) -> None:
    default = DEFAULTS[name]

    assert TABLE[name] == f"`{str(default).lower() if default is True else default}`"


def test_every_path_that_the_readme_points_at_exists() -> None:
    for target in re.findall(r"\]\(([a-zA-Z0-9_./-]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_call_that_the_readme_names_is_a_route() -> None:
    openapi = (ROOT / "docs/openapi.json").read_text("utf-8")

    for path in re.findall(r"`(?:[A-Z]+ )(/v1/[a-z/]+)", README):
        assert f'"{path.rstrip("/")}' in openapi, path


BODIES = re.findall(r"(/v1/[a-z]+)\".*?-d '(\{.+?\})'", README.replace("\\\n", ""), re.DOTALL)
SHAPES = {
    "/v1/generations": GenerationBody,
    "/v1/plans": GenerationBody,
    "/v1/uploads": UploadBody,
}
IDS = {"img_…": f"img_{'0' * 26}_00", "upl_…": f"upl_{'0' * 26}"}


@pytest.mark.parametrize(("call", "body"), BODIES, ids=[call for call, _ in BODIES])
def test_every_body_that_the_readme_sends_is_one_that_is_taken(call: str, body: str) -> None:
    for shown, real in IDS.items():
        body = body.replace(shown, real)

    assert SHAPES[call].model_validate_json(body)


def test_the_readmes_bodies_are_found() -> None:
    assert {call for call, _ in BODIES} == set(SHAPES)
