import pytest

from functions.catalogue import find
from functions.domain.writing import TextModel
from functions.settings import ON_RETIRED, TEXT_MODEL, Settings
from infra.stage import DEPLOYED, InvalidStage, Stage, UnknownStage
from tests.infra.cloud import CDK_JSON, CONTEXT

ROWS = tuple(CONTEXT["stages"])


def read(name: str) -> Stage:
    return Stage.read(name, CDK_JSON)


def test_the_stages_are_those_of_the_cloud_and_two_of_this_machine() -> None:
    assert ROWS == ("dev", "prod", "local", "soak")


def test_a_stage_that_is_not_named_is_dev() -> None:
    assert CONTEXT["stage"] == "dev"


@pytest.mark.parametrize("name", ROWS)
def test_every_row_makes_settings_that_functions_can_read_back(name: str) -> None:
    settings = read(name).settings_for(table="t", bucket="b", queue_url="q", public_url="https://x")

    assert Settings.from_env(settings.to_env()) == settings


@pytest.mark.parametrize("name", ROWS)
def test_every_row_paints_with_models_that_its_bedrock_region_has(name: str) -> None:
    settings = read(name).settings_for(table="t", bucket="b", queue_url="q")

    for model in (settings.default_model, *settings.intents.values()):
        row = find(model)
        assert row is not None, model
        assert settings.bedrock_region in row.regions


@pytest.mark.parametrize("name", ROWS)
def test_every_row_waits_less_than_the_gateway_does(name: str) -> None:
    settings = read(name).settings_for(table="t", bucket="b", queue_url="q")

    assert settings.max_wait_seconds < 29


def test_only_stages_of_this_machine_serve_retired_models() -> None:
    serving = {name for name in ROWS if read(name).settings.get("on_retired") == "serve"}

    assert serving == {"local", "soak"}


def test_an_unknown_stage_is_refused_with_the_names_of_those_that_exist() -> None:
    with pytest.raises(UnknownStage, match=r"'qa'.*dev, prod, local"):
        read("qa")


def test_a_field_that_nobody_reads_is_refused_by_name() -> None:
    with pytest.raises(InvalidStage, match=r"stage x: unknown retian; known are .*retain"):
        Stage.of("x", {"x": {"retian": True}})


def test_a_setting_that_nobody_reads_is_refused_by_name() -> None:
    with pytest.raises(InvalidStage, match=r"stage x\.settings: unknown max_wait; known are"):
        Stage.of("x", {"x": {"settings": {"max_wait": 3}}})


@pytest.mark.parametrize("word", ON_RETIRED)
def test_a_stage_may_do_three_things_with_retired_models(word: str) -> None:
    stage = Stage.of("x", {"x": {"settings": {"on_retired": word}}})

    assert stage.settings_for(table="t", bucket="b", queue_url="q").on_retired == word


def test_a_fourth_is_refused_with_the_three() -> None:
    with pytest.raises(InvalidStage, match=r"'replace'; try one of refuse, substitute, serve"):
        Stage.of("x", {"x": {"settings": {"on_retired": "replace"}}})


@pytest.mark.parametrize("setting", DEPLOYED)
def test_a_row_cannot_set_what_the_deployment_decides(setting: str) -> None:
    with pytest.raises(InvalidStage, match=setting):
        Stage.of("x", {"x": {"settings": {setting: "mine"}}})


def test_a_stage_may_do_without_a_text_model() -> None:
    stage = Stage.of("x", {"x": {"settings": {"text_model": {}}}})

    assert TextModel.of(stage.settings_for(table="t", bucket="b").text_model) is None


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"prise": "1"}, "prise"),
        ({"checked": None}, "checked"),
        ({"input_usd": "0.0000001"}, "finer than a micro-dollar"),
        ({"input_usd": "cheap"}, "settings"),
    ],
)
def test_a_text_model_that_cannot_be_priced_is_refused_at_synth(
    changes: dict[str, str | None], wrong: str
) -> None:
    row = {name: value for name, value in {**TEXT_MODEL, **changes}.items() if value is not None}

    with pytest.raises(InvalidStage, match=wrong):
        Stage.of("x", {"x": {"settings": {"text_model": row}}})
