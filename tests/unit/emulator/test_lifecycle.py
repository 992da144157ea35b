"""Which models answer, where and when."""

from datetime import date

import pytest

from emulator.lifecycle import Lifecycle
from emulator.refusal import Refusal
from functions.catalogue import CATALOGUE
from tests.unit.emulator.live import CORE, SDXL, TITAN
from tests.unit.emulator.services import INPAINT

EOL = (
    "This model version has reached the end of its life. "
    "Please refer to the AWS documentation for more details."
)


def refusal(lifecycle: Lifecycle, model: str, region: str = "us-west-2") -> Refusal:
    with pytest.raises(Refusal) as refused:
        lifecycle.answering(model, region)
    return refused.value


@pytest.mark.parametrize("model", CATALOGUE)
def test_extended_access_lets_every_row_answer(model: str) -> None:
    assert Lifecycle().answering(model, CATALOGUE[model].regions[0]).id == model


def test_on_the_first_of_june_2024_sdxl_lives_and_titan_v2_is_not_born() -> None:
    then = Lifecycle(today=date(2024, 6, 1))

    assert then.answering(SDXL, "us-east-1").id == SDXL
    assert not then.is_legacy(CATALOGUE[SDXL])
    assert refusal(then, TITAN).message == "The provided model identifier is invalid."


def test_titan_v2_is_born_on_its_day() -> None:
    assert Lifecycle(today=date(2024, 8, 6)).answering(TITAN, "us-east-1").id == TITAN


@pytest.mark.parametrize("model", [SDXL, TITAN])
def test_in_november_2026_the_retired_ones_are_gone(model: str) -> None:
    gone = refusal(Lifecycle(today=date(2026, 11, 22)), model)

    assert (gone.status, gone.type, gone.message) == (404, "ResourceNotFoundException", EOL)


def test_in_november_2026_core_lives() -> None:
    assert Lifecycle(today=date(2026, 11, 22)).answering(CORE, "us-west-2").id == CORE


@pytest.mark.parametrize(
    ("model", "last_day"), [(SDXL, date(2025, 5, 19)), (TITAN, date(2026, 6, 29))]
)
def test_a_model_answers_on_its_last_day(model: str, last_day: date) -> None:
    assert Lifecycle(today=last_day).answering(model, "us-west-2").id == model
    assert refusal(Lifecycle(today=last_day.replace(day=last_day.day + 1)), model).message == EOL


@pytest.mark.parametrize("model", CATALOGUE)
def test_under_extended_access_what_has_ended_is_legacy(model: str) -> None:
    spec = CATALOGUE[model]

    assert Lifecycle().is_legacy(spec) == (spec.lifecycle.state == "retired")


def test_a_legacy_model_is_closed_to_newcomers_only() -> None:
    day = date(2026, 1, 15)

    assert Lifecycle(today=day).answering(TITAN, "us-west-2").id == TITAN
    closed = refusal(Lifecycle(today=day, new_customer=True), TITAN)

    assert closed.status == 404
    assert "marked by provider as Legacy" in closed.message


@pytest.mark.parametrize(
    ("model", "region"),
    [(CORE, "us-east-1"), (TITAN, "eu-west-1"), ("stability.stable-image-core-v1:2", "us-west-2")],
)
def test_a_model_is_unknown_in_the_wrong_region(model: str, region: str) -> None:
    unknown = refusal(Lifecycle(), model, region)

    assert (unknown.status, unknown.type) == (400, "ValidationException")
    assert unknown.message == "The provided model identifier is invalid."


def test_an_arn_means_the_model_in_its_own_region_only() -> None:
    arn = f"arn:aws:bedrock:us-west-2::foundation-model/{CORE}"

    assert Lifecycle().answering(arn, "us-west-2").id == CORE
    assert refusal(Lifecycle(), arn, "us-east-1").type == "ValidationException"


@pytest.mark.parametrize("region", ["us-east-1", "us-east-2", "us-west-2"])
def test_a_model_behind_a_profile_is_called_by_the_profile_only(region: str) -> None:
    bare = INPAINT.removeprefix("us.")

    refused = refusal(Lifecycle(), bare, region)

    assert Lifecycle().answering(INPAINT, region).id == INPAINT
    assert (refused.status, refused.type) == (400, "ValidationException")
    assert refused.message == (
        f"Invocation of model ID {bare} with on-demand throughput isn't supported. Retry your "
        "request with the ID or ARN of an inference profile that contains this model."
    )


def test_an_older_id_means_the_same_model() -> None:
    old = Lifecycle().answering("stability.stable-diffusion-xl", "us-west-2")

    assert old.id == "stability.stable-diffusion-xl-v0"


def test_the_control_plane_lists_what_lives_in_the_region() -> None:
    listed = Lifecycle(today=date(2025, 1, 1)).listed("us-east-1")

    assert {SDXL, TITAN} <= {spec.id for spec in listed}
    assert CORE not in {spec.id for spec in listed}
    today = Lifecycle(today=date(2026, 11, 22)).listed("us-east-1")
    assert {spec.family for spec in today} == {"stability_services"}


def test_the_control_plane_does_not_know_what_has_ended() -> None:
    with pytest.raises(Refusal) as refused:
        Lifecycle(today=date(2026, 11, 22)).described(SDXL, "us-west-2")

    assert (refused.value.status, refused.value.type) == (404, "ResourceNotFoundException")
