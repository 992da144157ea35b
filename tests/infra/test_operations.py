"""Every widget and alarm is held against what the code really emits and the stacks have."""

from functions.catalogue import CATALOGUE
from functions.domain.signals import NAMESPACE, SIGNALS, STAGE
from infra.permissions import callable_models
from tests.infra.cloud import Cloud
from tests.infra.watched import Read, board, graphs, in_alarms, in_widgets

BY_NAME = {each.name: each for each in SIGNALS}
OWN_STATISTIC = {"Count": {"Sum", "Maximum"}, "None": {"Sum"}, "Seconds": {"p50", "p95", "Maximum"}}
ANSWERS = {
    "Is it up?": {"Requests", "Refused and failed", "Latency", "Caretaker's rounds"},
    "Who is failing?": {"Images by end", "Without a picture: who is to blame"},
    "What waits?": {"Oldest image, seconds", "Due work", "Dead letters"},
    "How long does it take?": {"To a picture, seconds", "In the model, seconds"},
    "What does it cost?": {"US dollars in the time shown", "US dollars by model"},
    "What ends soon?": {"Models of ours that end"},
}


def everything(cloud: Cloud) -> list[Read]:
    return [*in_widgets(cloud), *in_alarms(cloud)]


def test_every_metric_of_ours_is_one_that_the_code_emits(dev: Cloud) -> None:
    settings = dev.stage.settings_for(table="", bucket="")
    for read in everything(dev):
        if read.namespace != NAMESPACE:
            continue
        signal = BY_NAME[read.name]
        dimensions = dict(read.dimensions)
        assert dimensions.pop(STAGE) == dev.stage.name, read
        assert list(dimensions) == ([signal.by] if signal.by else []), read
        values = signal.values or tuple(callable_models(settings))
        assert set(dimensions.values()) <= set(values), read
        assert read.statistic in OWN_STATISTIC[signal.unit], read


def test_everything_that_the_code_emits_is_shown(dev: Cloud) -> None:
    shown = {read.name for read in in_widgets(dev) if read.namespace == NAMESPACE}

    assert shown == set(BY_NAME)


def test_every_model_that_the_stage_can_call_has_its_line(dev: Cloud) -> None:
    models = set(callable_models(dev.stage.settings_for(table="", bucket="")))
    by_model = {each.name for each in SIGNALS if each.by == "model"}

    assert models
    assert models < set(CATALOGUE)
    for name in by_model:
        assert {dict(r.dimensions)["model"] for r in in_widgets(dev) if r.name == name} == models


def test_every_metric_of_aws_is_of_something_that_we_deploy(dev: Cloud) -> None:
    ours = {f"<{name}>" for name, _ in dev.resources()}
    gateways = {each["Name"] for each in dev.all("AWS::ApiGateway::RestApi").values()}
    seen = [read for read in everything(dev) if read.namespace != NAMESPACE]

    assert {read.namespace.split("/")[0] for read in seen} == {"AWS"}
    for read in seen:
        for name, value in read.dimensions:
            assert value in (gateways if name == "ApiName" else ours), read
        assert read.dimensions, read


def test_the_dashboard_answers_its_questions_from_the_clients_side_inwards(dev: Cloud) -> None:
    words = [each for each in board(dev)["widgets"] if each["type"] == "text"]
    questions = [each["properties"]["markdown"].splitlines()[0][3:] for each in words]
    below = {each["y"]: each["properties"].get("title") for each in board(dev)["widgets"]}

    assert questions == list(ANSWERS)
    assert len(below) > len(questions)
    titles = {each["title"] for each in graphs(dev)}
    assert set().union(*ANSWERS.values()) <= titles


def test_the_dashboard_begins_with_the_states_of_all_alarms(dev: Cloud) -> None:
    first = min(board(dev)["widgets"], key=lambda each: each["y"])
    alarms = {name for kind in ("Alarm", "CompositeAlarm") for name in dev.all(f"{CW}::{kind}")}

    assert first["type"] == "alarm"
    assert {each.strip("<>") for each in first["properties"]["alarms"]} == alarms


def test_a_dashboard_stays_within_what_cloudwatch_takes(dev: Cloud) -> None:
    # https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
    # checked 2026-11-22: 500 metrics a widget, 2,500 a dashboard.
    assert all(len(each["metrics"]) <= 500 for each in graphs(dev))
    assert sum(len(each["metrics"]) for each in graphs(dev)) <= 2500


CW = "AWS::CloudWatch"
