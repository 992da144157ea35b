"""Whatever a plan accepts, the emulator takes: it was written from AWS's pages alone."""

import base64
import io
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from emulator.commission import Commission
from emulator.families import DIALECTS, Dialect
from emulator.schema import violations
from functions.adapters.prepare import prepare
from functions.catalogue.colors import COLOR, Colors
from functions.catalogue.parameters import Choice, Number, Parameter, Words
from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import Canvas, ModelSpec, Task
from functions.domain.call import Call
from functions.domain.input import Input
from functions.domain.prompt import Prompt, is_blank
from functions.domain.source import Source
from tests.goldens import drawn
from tests.unit.catalogue.table import REGIONS, TASKS, WORN, parts, planned, regions, together


def _seen(text: str) -> bool:
    return not is_blank(text)


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    if isinstance(parameter, Choice):
        return st.sampled_from(parameter.options)
    if isinstance(parameter, Words):
        return st.text(min_size=1, max_size=20).filter(_seen)
    if isinstance(parameter, Colors):
        color = st.from_regex(COLOR.replace("$", r"\Z"))
        return st.lists(color, min_size=1, max_size=parameter.most)
    if not isinstance(parameter, Number):
        text = st.text(min_size=1, max_size=20).filter(_seen)
        each = st.fixed_dictionaries({"text": text, "weight": st.floats(-1, 1)})
        return st.lists(each, min_size=1, max_size=parameter.most)
    if parameter.integer:
        return st.integers(int(parameter.minimum), int(parameter.maximum))
    return st.floats(parameter.minimum, parameter.maximum)


def sizes(canvas: Canvas) -> st.SearchStrategy[tuple[int, int]]:
    grid = canvas.grid
    if grid is None:
        return st.sampled_from(canvas.sizes)
    side = st.integers(grid.shortest // grid.step, grid.longest // grid.step)
    near = st.builds(Fraction, side, side)
    area = st.integers(grid.shortest**2, grid.most_pixels)
    return st.builds(grid.nearest, near, area)


JOBS = {("Amazon", "erase"): "inpaint"}
"""What a task is called where a family has none of its name."""

SMALL = [(width, height) for width in (64, 96, 160, 320, 400) for height in (64, 130, 320)]


def small(rule: PictureRule) -> st.SearchStrategy[dict[str, Any]]:
    """Draw the facts of a picture that a rule holds and that is quickly read."""
    sizes = [size for size in rule.sizes or SMALL if rule.holds(size)]
    return st.builds(
        lambda size, kind: {"width": size[0], "height": size[1], "format": kind},
        st.sampled_from(sizes),
        st.sampled_from(rule.formats),
    )


@st.composite
def pictured(draw: st.DrawFn, takes: Task, *, masked: bool) -> dict[str, dict[str, Any]]:
    """Draw the facts of all pictures that go along; a mask has the image's size."""
    facts: dict[str, dict[str, Any]] = {}
    for rule in takes.pictures:
        least = 1 if rule.required else 0
        for part in rule.parts[: draw(st.integers(least, rule.most))]:
            facts[part] = draw(small(rule))
    if masked:
        facts["mask"] = {**facts["image"], "format": "png"}
    return facts


@st.composite
def parametrised(draw: st.DrawFn, spec: ModelSpec, task: str, region: str) -> dict[str, Any]:
    """Draw parameters of a task whose region is said in one way, which is `region`."""
    takes = spec.tasks[task]
    apart = REGIONS - {region}
    apart |= WORN if region != "garment_class" else set()
    apart |= {"mask_shape"} if region == "mask" else set()
    own = [
        each
        for each in takes.parameters
        if each.name not in apart and (each.required or each.name == region or draw(st.booleans()))
    ]
    asked = {each.name: draw(values(each)) for each in own}
    return asked | {n: v for n, v in together(spec, task).items() if n not in REGIONS}


@st.composite
def accepted(draw: st.DrawFn) -> tuple[ModelSpec, str, dict[str, Any]]:
    spec, task = draw(st.sampled_from([each.values for each in TASKS]))
    takes = spec.tasks[task]
    words = st.text(min_size=1, max_size=40)
    region = draw(st.sampled_from(regions(spec, task)))
    facts = draw(pictured(takes, masked=region == "mask"))
    asked: dict[str, Any] = {
        "output_format": draw(st.none() | st.sampled_from(spec.formats)),
        "parameters": draw(parametrised(spec, task, region)),
        "pictures": {part: Source("inline", part) for part in facts},
        "facts": facts,
    }
    if takes.prompt_limit:
        said = words.filter(_seen)
        asked["prompt"] = Prompt(draw(said if takes.prompt_required else st.just("") | said))
    if takes.seeded:
        seeds = spec.seeds
        asked["seed"] = draw(st.none() | st.integers(seeds.minimum, seeds.maximum))
        asked["count"] = draw(st.integers(1, 10))
    if takes.negative_prompt_limit:
        asked["negative_prompt"] = draw(st.none() | words)
    if not takes.canvas:
        return spec, task, asked
    shape = draw(st.sampled_from(["size", "aspect_ratio", "none"]))
    if shape == "size":
        asked["size"] = draw(sizes(takes.canvas))
    if shape == "aspect_ratio":
        asked["aspect_ratio"] = draw(st.sampled_from(list(takes.canvas.ratios)))
    return spec, task, asked


@cache
def file_of(part: str, made: Input) -> bytes:
    """Return a real picture, as the painter makes it ready for the wire."""
    raw = drawn(part, width=made.width, height=made.height, format=made.format)
    return raw if made.as_it_is else prepare(Image.open(io.BytesIO(raw)), made)


def wired(call: Call) -> dict[str, str]:
    files = {part: file_of(part, made) for part, made in call.inputs.items()}
    return {part: base64.b64encode(file).decode() for part, file in files.items()}


def read(spec: ModelSpec, call: Call) -> tuple[Dialect, Commission]:
    """Have the emulator read a call; it must have nothing against it."""
    body = spec.encode(call, wired(call))
    dialect = DIALECTS[spec.family]
    assert list(violations(body, dialect.page(spec.id).schema)) == []
    [commission] = dialect.read(spec.id, body)
    return dialect, commission


@given(accepted())
def test_an_accepted_request_is_one_that_the_model_takes(
    case: tuple[ModelSpec, str, dict[str, Any]],
) -> None:
    spec, task, asked = case

    for call in planned(spec, task, **asked).calls[:2]:
        _, commission = read(spec, call)
        assert commission.job == JOBS.get((spec.provider, task), task)
        assert (commission.width, commission.height) == (call.width, call.height)
        assert call.seed in (None, commission.seed)
        assert dict(commission.materials).keys() == call.inputs.keys()


@pytest.mark.parametrize(
    ("spec", "task"), [each for each in TASKS if "mask" in regions(*each.values)]
)
def test_what_is_white_in_a_mask_is_what_the_model_repaints(spec: ModelSpec, task: str) -> None:
    facts = {"width": 1024, "height": 1024}
    pictures = {part: Source("inline", part) for part in {*parts(spec, task), "mask"}}
    [call] = planned(spec, task, pictures=pictures, facts={"image": facts, "mask": facts}).calls

    _, commission = read(spec, call)

    mask = Image.open(io.BytesIO(dict(commission.materials)["mask"]))
    ours = Image.open(io.BytesIO(drawn("mask", **facts)))
    assert (mask.mode, mask.tobytes()) == ("L", ours.tobytes())


@given(accepted())
def test_the_models_answer_is_read_as_a_picture(
    case: tuple[ModelSpec, str, dict[str, Any]],
) -> None:
    spec, task, asked = case
    call = planned(spec, task, **asked).calls[0]
    dialect, commission = read(spec, call)

    answer = spec.decode(dialect.answer([commission], ["cGljdHVyZQ=="]))

    assert answer.image == "cGljdHVyZQ=="
    assert answer.seed in (None, call.seed or 0)
