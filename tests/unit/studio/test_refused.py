"""Models that refused their part of a comparison stand in its address, and in its grid."""

import pytest

from studio.parts import grid, refused
from studio.parts.sweep import Axis, Refused

MODELS = Axis("model", ("fast", "amazon.titan-image-generator-v2:0"))
STYLES = Axis("style", ("cinematic", "pop art"))


@pytest.mark.parametrize("model", MODELS.values)
def test_the_address_keeps_who_refused_and_why(model: str) -> None:
    assert refused.read(refused.written(model, "budget_exhausted")) == Refused(
        model, "budget_exhausted"
    )


def test_a_generation_is_no_refusal() -> None:
    assert refused.read("gen_01M8315PCN43VZQFJH2MBDZ637") is None


def test_all_cells_of_a_refusing_model_say_why_and_no_others() -> None:
    found = grid.refusals([STYLES, MODELS], [Refused("fast", "budget_exhausted")])

    assert set(found) == {(0, 0), (1, 0)}
    assert {cell.state for cell in found.values()} == {"failed"}
    assert all("budget" in cell.text for cell in found.values())


def test_models_on_the_only_axis_have_a_row_each() -> None:
    found = grid.refusals([MODELS], [Refused("fast", "a_code_of_tomorrow")])

    assert list(found) == [(0, 0)]
    assert found[0, 0].text == "This model refused the request."
