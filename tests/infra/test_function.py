import json

import pytest

from functions.settings import Settings
from functions.wiring.clients import looking
from tests.infra.cloud import DOORS, Cloud, Properties

NAMES = (
    "BucketName",
    "DashboardName",
    "FunctionName",
    "LogGroupName",
    "QueueName",
    "RoleName",
    "TableName",
)


@pytest.fixture(params=DOORS)
def function(request: pytest.FixtureRequest, dev: Cloud) -> Properties:
    return dev.door(request.param)


def test_every_door_is_a_function_and_nothing_else_is(dev: Cloud) -> None:
    assert len(dev.all("AWS::Lambda::Function")) == len(DOORS)


def test_a_function_runs_on_the_stage_s_python_and_machine(function: Properties) -> None:
    assert function["Runtime"] == "python3.14"
    assert function["Architectures"] == ["arm64"]


def test_a_function_is_traced(function: Properties) -> None:
    assert function["TracingConfig"] == {"Mode": "Active"}


def test_a_function_finds_the_settings_that_its_stage_means(
    function: Properties, dev: Cloud
) -> None:
    found = function["Environment"]["Variables"]
    told = {name: each if isinstance(each, str) else "deployed" for name, each in found.items()}

    meant = dev.stage.settings_for(
        table="deployed", bucket="deployed", queue_url="deployed", public_url="deployed"
    )
    assert Settings.from_env({**told, "EASEL_DARKROOM": ""}) == meant


def test_the_api_alone_is_told_where_the_darkroom_is(dev: Cloud) -> None:
    told = {door: dev.door(door)["Environment"]["Variables"]["EASEL_DARKROOM"] for door in DOORS}
    (darkroom,) = (
        name
        for name, each in dev.all("AWS::Lambda::Function").items()
        if each["Handler"] == "functions.darkroom.handler"
    )

    assert told.pop("Api") == {"Ref": darkroom}
    assert set(told.values()) == {""}


def test_two_tries_of_the_darkroom_end_before_the_gateway_gives_up(dev: Cloud) -> None:
    config = looking()
    a_try = config.connect_timeout + config.read_timeout

    assert config.read_timeout > dev.door("Darkroom")["Timeout"]
    assert config.retries["total_max_attempts"] * a_try < dev.door("Api")["Timeout"]


def test_a_function_s_environment_holds_nothing_but_settings(function: Properties) -> None:
    assert all(name.startswith("EASEL_") for name in function["Environment"]["Variables"])


def test_every_function_has_a_role_of_its_own(dev: Cloud) -> None:
    roles = [json.dumps(dev.door(door)["Role"]) for door in DOORS]

    assert len(set(roles)) == len(DOORS)


def test_every_function_has_a_log_of_its_own_that_forgets(dev: Cloud) -> None:
    logs = dev.all("AWS::Logs::LogGroup")
    own = {dev.door(door)["LoggingConfig"]["LogGroup"]["Ref"] for door in DOORS}

    assert len(own) == len(DOORS)
    assert {logs[name]["RetentionInDays"] for name in own} == {14}


def test_nothing_has_a_name_that_two_stages_could_fight_over(dev: Cloud) -> None:
    named = {
        (resource["Type"], name)
        for _, resource in dev.resources()
        for name in NAMES
        if name in resource.get("Properties", {})
    }

    references = {("AWS::Lambda::Permission", "FunctionName")}
    references |= {("AWS::Lambda::EventSourceMapping", "FunctionName")}
    assert named == references


@pytest.mark.parametrize(
    ("door", "seconds", "megabytes"),
    [
        ("Api", 29, 512),
        ("Authorizer", 10, 256),
        ("Painter", 360, 512),
        ("Caretaker", 60, 256),
        ("Darkroom", 12, 1024),
    ],
)
def test_a_door_has_the_time_and_memory_of_its_work(
    door: str, seconds: int, megabytes: int, dev: Cloud
) -> None:
    function = dev.door(door)

    assert (function["Timeout"], function["MemorySize"]) == (seconds, megabytes)
