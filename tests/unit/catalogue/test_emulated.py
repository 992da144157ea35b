"""Whatever a plan accepts, the emulator takes: it was written from AWS's pages alone."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from emulator.families import DIALECTS
from emulator.schema import violations
from functions.catalogue import CATALOGUE
from functions.catalogue.parameters import Choice, Number, Parameter
from functions.catalogue.spec import Canvas, ModelSpec
from functions.domain.prompt import Prompt, is_blank
from tests.unit.catalogue.table import planned


def _seen(text: str) -> bool:
    return not is_blank(text)


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    if isinstance(parameter, Choice):
        return st.sampled_from(parameter.options)
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


@st.composite
def accepted(draw: st.DrawFn) -> tuple[ModelSpec, str, dict[str, Any]]:
    spec = draw(st.sampled_from(list(CATALOGUE.values())))
    task = draw(st.sampled_from(list(spec.tasks)))
    takes = spec.tasks[task]
    words = st.text(min_size=1, max_size=40)
    asked: dict[str, Any] = {
        "prompt": Prompt(draw(words.filter(_seen))),
        "output_format": draw(st.none() | st.sampled_from(spec.formats)),
        "seed": draw(st.none() | st.integers(spec.seeds.minimum, spec.seeds.maximum)),
        "count": draw(st.integers(1, 10)),
        "parameters": {
            each.name: draw(values(each)) for each in takes.parameters if draw(st.booleans())
        },
    }
    if takes.negative_prompt_limit:
        asked["negative_prompt"] = draw(st.none() | words)
    shape = draw(st.sampled_from(["size", "aspect_ratio", "none"]))
    if shape == "size":
        asked["size"] = draw(sizes(takes.canvas))
    if shape == "aspect_ratio":
        asked["aspect_ratio"] = draw(st.sampled_from(list(takes.canvas.ratios)))
    return spec, task, asked


@given(accepted())
def test_an_accepted_request_is_one_that_the_model_takes(
    case: tuple[ModelSpec, str, dict[str, Any]],
) -> None:
    spec, task, asked = case

    for call in planned(spec, task, **asked).calls:
        body = spec.encode(call, {})
        dialect = DIALECTS[spec.family]
        assert list(violations(body, dialect.page(spec.id).schema)) == []
        [commission] = dialect.read(spec.id, body)
        assert (commission.width, commission.height) == (call.width, call.height)
        assert commission.seed == call.seed


@given(accepted())
def test_the_models_answer_is_read_as_a_picture(
    case: tuple[ModelSpec, str, dict[str, Any]],
) -> None:
    spec, task, asked = case
    call = planned(spec, task, **asked).calls[0]
    dialect = DIALECTS[spec.family]
    commissions = dialect.read(spec.id, spec.encode(call, {}))

    answer = spec.decode(dialect.answer(commissions, ["cGljdHVyZQ=="]))

    assert answer.image == "cGljdHVyZQ=="
    assert answer.seed in (None, call.seed)
