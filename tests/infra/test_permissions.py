"""Least privilege on Bedrock can only be shown here: the local IAM does not know it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from aws_cdk import App, Stack

from functions.catalogue import CATALOGUE
from functions.settings import TEXT_MODEL
from infra.permissions import callable_models, text_model_arns
from infra.stage import Stage
from tests.infra.cloud import CDK_JSON, DOORS, Cloud, Properties

ACTIVE_IN_OREGON = sorted(
    model
    for model, row in CATALOGUE.items()
    if row.lifecycle.state == "active" and "us-west-2" in row.regions
)
US = ("us-east-1", "us-east-2", "us-west-2")
"""Where a profile of the United States may run a model."""
KNOWN = {"AWS::Partition": "aws", "AWS::AccountId": "123456789012", "AWS::Region": "us-west-2"}
TABLE_TYPE = "AWS::DynamoDB::GlobalTable"
WITHOUT_RESOURCES = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def actions(statements: list[Properties]) -> set[str]:
    return {action for each in statements for action in listed(each["Action"])}


def paths(cloud: Cloud, door: str, action: str) -> set[str]:
    """Return the prefixes of the bucket on which a door may do something."""
    return {
        resource["Fn::Join"][1][-1]
        for each in cloud.statements(door)
        if action in listed(each["Action"])
        for resource in listed(each["Resource"])
    }


def partitions(cloud: Cloud, door: str) -> list[tuple[list[str], list[str]]]:
    """Return the partitions that a door may touch, each with how."""
    return [
        (
            listed(each["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]),
            listed(each["Action"]),
        )
        for each in cloud.statements(door)
        if "dynamodb:" in str(each["Action"])
    ]


def invocations(cloud: Cloud, door: str) -> list[Properties]:
    return [each for each in cloud.statements(door) if "bedrock:" in str(each["Action"])]


def test_the_painter_invokes_models_and_the_api_one_that_writes(dev: Cloud) -> None:
    invoking = [door for door in DOORS if "bedrock:InvokeModel" in actions(dev.statements(door))]

    assert invoking == ["Api", "Painter"]


def test_the_api_invokes_exactly_the_stages_text_model_wherever_its_profile_runs(
    dev: Cloud,
) -> None:
    (statement,) = invocations(dev, "Api")

    begin, model = "arn:<AWS::Partition>:bedrock", "amazon.nova-2-lite-v1:0"
    assert statement["Action"] == "bedrock:InvokeModel"
    assert {spelled(each) for each in listed(statement["Resource"])} == {
        f"{begin}:us-west-2:<AWS::AccountId>:inference-profile/us.{model}",
        *(f"{begin}:{region}::foundation-model/{model}" for region in US),
    }


def text_arns(**settings: Any) -> list[str]:
    """Return the ARNs of a stage's text model."""
    stage = Stage(name="x", settings=settings)
    stack = Stack(App(), "S")
    found = text_model_arns(stack, settings=stage.settings_for(table="", bucket=""))
    return [spelled(stack.resolve(each)) for each in found]


def test_a_model_of_its_own_id_is_allowed_in_the_stages_region_only() -> None:
    own = {**TEXT_MODEL, "id": "amazon.nova-micro-v1:0", "profile_of": "", "regions": []}

    assert text_arns(text_model=own, bedrock_region="us-east-1") == [
        "arn:<AWS::Partition>:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"
    ]


def test_a_stage_without_a_text_model_allows_none() -> None:
    assert text_arns(text_model={}) == []


def test_only_the_caretaker_asks_bedrock_what_it_lists(dev: Cloud) -> None:
    asking = {
        door: action
        for door in DOORS
        for action in actions(dev.statements(door))
        if action.startswith("bedrock:") and action != "bedrock:InvokeModel"
    }

    assert asking == {"Caretaker": "bedrock:ListFoundationModels"}


def spelled(arn: Any) -> str:
    """Return an ARN with its references by their names."""
    pieces = arn["Fn::Join"][1]
    return "".join(each if isinstance(each, str) else f"<{each['Ref']}>" for each in pieces)


def invoked(cloud: Cloud) -> list[str]:
    """Return what the painter may invoke."""
    (statement,) = invocations(cloud, "Painter")
    assert statement["Action"] == "bedrock:InvokeModel"
    return [spelled(each) for each in listed(statement["Resource"])]


def expected(model: str, region: str) -> list[str]:
    """Return the ARNs of a model that is called in a Region."""
    begin, profile_of = "arn:<AWS::Partition>:bedrock", CATALOGUE[model].profile_of
    if not profile_of:
        return [f"{begin}:{region}::foundation-model/{model}"]
    return [
        f"{begin}:{region}:<AWS::AccountId>:inference-profile/{model}",
        *(f"{begin}:{each}::foundation-model/{profile_of}" for each in US),
    ]


def test_the_painter_invokes_exactly_the_active_models_of_its_bedrock_region(dev: Cloud) -> None:
    expectations = [expected(model, "us-west-2") for model in ACTIVE_IN_OREGON]

    assert sorted(invoked(dev)) == sorted(arn for each in expectations for arn in each)


def test_a_profile_is_allowed_where_it_is_called_and_its_model_wherever_it_runs(
    dev: Cloud,
) -> None:
    arns = {each for each in invoked(dev) if "stable-image-inpaint-v1" in each}

    profile = "inference-profile/us.stability.stable-image-inpaint-v1:0"
    model = "foundation-model/stability.stable-image-inpaint-v1:0"
    assert arns == {
        f"arn:<AWS::Partition>:bedrock:us-west-2:<AWS::AccountId>:{profile}",
        f"arn:<AWS::Partition>:bedrock:us-east-1::{model}",
        f"arn:<AWS::Partition>:bedrock:us-east-2::{model}",
        f"arn:<AWS::Partition>:bedrock:us-west-2::{model}",
    }


def deployed(value: Any) -> Any:
    """Return a part of a template with something long in the place of each reference."""
    if isinstance(value, list):
        return [deployed(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "Fn::Join" in value:
        return "".join(deployed(value["Fn::Join"][1]))
    if value.get("Ref") in KNOWN:
        return KNOWN[value["Ref"]]
    reference = any(name == "Ref" or name.startswith("Fn::") for name in value)
    return "x" * 80 if reference else {name: deployed(each) for name, each in value.items()}


@pytest.mark.parametrize("door", DOORS)
def test_a_doors_policy_fits_into_what_iam_takes(door: str, dev: Cloud, local: Cloud) -> None:
    # 10,240 characters in all inline policies of a role, blanks not counted:
    # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    for cloud in (dev, local):
        written = json.dumps(deployed(cloud.statements(door)), separators=(",", ":"))

        assert len(written) < 10_240


def test_a_retired_model_or_one_of_another_region_is_not_among_them() -> None:
    assert "stability.stable-image-ultra-v1:1" in ACTIVE_IN_OREGON
    assert "stability.stable-diffusion-xl-v1" not in ACTIVE_IN_OREGON
    assert "amazon.nova-canvas-v1:0" not in ACTIVE_IN_OREGON


def test_a_stage_that_serves_retired_models_may_invoke_them(local: Cloud) -> None:
    arns = invoked(local)

    assert {arn.partition("/")[2] for arn in arns} >= set(CATALOGUE) > set(ACTIVE_IN_OREGON)
    for model, row in CATALOGUE.items():
        region = "us-west-2" if "us-west-2" in row.regions else "us-east-1"
        assert set(expected(model, region)) <= set(arns)


def test_a_stage_that_substitutes_needs_the_living_models_only() -> None:
    refuses = Stage.of("x", {"x": {}}).settings_for(table="t", bucket="b", queue_url="q")

    found = list(callable_models(replace(refuses, on_retired="substitute")))

    assert sorted(found) == ACTIVE_IN_OREGON
    assert found == list(callable_models(refuses))


def test_models_of_another_region_are_left_out() -> None:
    settings = Stage.read("local", CDK_JSON).settings_for(table="t", bucket="b", queue_url="q")
    virginia = replace(settings, bedrock_region="us-east-1", other_bedrock_regions=())

    found = set(callable_models(virginia))

    assert found == {model for model, row in CATALOGUE.items() if "us-east-1" in row.regions}
    assert "stability.stable-image-core-v1:1" not in found


@pytest.mark.parametrize("door", DOORS)
def test_no_door_may_do_everything_of_a_kind(door: str, dev: Cloud) -> None:
    assert not [action for action in actions(dev.statements(door)) if "*" in action]


@pytest.mark.parametrize("door", DOORS)
def test_only_what_knows_no_resources_is_allowed_on_all(door: str, dev: Cloud) -> None:
    everywhere = [each for each in dev.statements(door) if "*" in listed(each["Resource"])]

    more = {"bedrock:ListFoundationModels"} if door == "Caretaker" else set[str]()
    assert actions(everywhere) == WITHOUT_RESOURCES | more


def test_the_authorizer_reads_keys_and_nothing_else(dev: Cloud) -> None:
    (keys,) = (each for each in dev.statements("Authorizer") if "dynamodb" in str(each["Action"]))

    assert keys["Action"] == "dynamodb:GetItem"
    assert keys["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["KEY#*"]}}
    assert not [each for each in actions(dev.statements("Authorizer")) if each.startswith("s3:")]


@pytest.mark.parametrize("door", ["Api", "Painter", "Caretaker"])
def test_doors_that_keep_records_cannot_touch_keys(door: str, dev: Cloud) -> None:
    allowed = {key for keys, _ in partitions(dev, door) for key in keys}

    assert allowed - {"LIFECYCLE#*", "SECRET#*"} == {"TENANT#*", "DUE#*"}


@pytest.mark.parametrize("door", DOORS)
def test_the_secret_of_share_links_is_the_api_s_alone(door: str, dev: Cloud) -> None:
    found = {
        action for keys, each in partitions(dev, door) if "SECRET#*" in keys for action in each
    }

    assert found == ({"dynamodb:GetItem", "dynamodb:PutItem"} if door == "Api" else set())


@pytest.mark.parametrize(
    ("door", "may"),
    [
        ("Api", {"dynamodb:GetItem"}),
        ("Authorizer", set()),
        ("Painter", set()),
        ("Caretaker", {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"}),
        ("Darkroom", set()),
    ],
)
def test_what_bedrock_lists_is_kept_by_the_caretaker_and_read_by_the_api(
    door: str, may: set[str], dev: Cloud
) -> None:
    found = {
        action for keys, each in partitions(dev, door) if "LIFECYCLE#*" in keys for action in each
    }

    assert found == may


@pytest.mark.parametrize("door", ["Api", "Painter", "Caretaker"])
def test_doors_that_query_may_query_every_index(door: str, dev: Cloud) -> None:
    (records,) = (each for each in dev.statements(door) if "dynamodb:Query" in each["Action"])
    built = {each["IndexName"] for each in dev.one(TABLE_TYPE)["GlobalSecondaryIndexes"]}

    arns = [each["Fn::Join"][1][-1] for each in records["Resource"] if "Fn::Join" in each]
    assert set(arns) == {f"/index/{name}" for name in built}


@pytest.mark.parametrize("door", DOORS)
def test_no_door_scans_the_table(door: str, dev: Cloud) -> None:
    assert "dynamodb:Scan" not in actions(dev.statements(door))


def test_the_api_reads_what_it_links_to_and_what_it_copies_and_nothing_else(dev: Cloud) -> None:
    linked, copied = {"/images/*", "/thumbs/*", "/archives/*", "/inputs/*"}, {"/uploads/*"}

    assert paths(dev, "Api", "s3:GetObject") == linked | copied


def test_only_the_painter_writes_pictures_and_api_their_archives_and_inputs(dev: Cloud) -> None:
    writers = [door for door in DOORS if "s3:PutObject" in actions(dev.statements(door))]

    assert set(writers) == {"Api", "Painter"}
    assert paths(dev, "Api", "s3:PutObject") == {"/archives/*", "/uploads/*", "/inputs/*"}
    assert not paths(dev, "Painter", "s3:PutObject") & paths(dev, "Api", "s3:PutObject")
    assert paths(dev, "Painter", "s3:GetObject") == {"/images/*", "/quarantine/*", "/inputs/*"}


@pytest.mark.parametrize("door", ["Api", "Painter", "Caretaker"])
def test_a_deleted_image_can_be_removed_wherever_it_lies(door: str, dev: Cloud) -> None:
    everywhere = {"/images/*", "/thumbs/*", "/quarantine/*"}

    whole = {"/archives/*", "/inputs/*"} if door != "Painter" else set[str]()
    assert paths(dev, door, "s3:DeleteObject") == everywhere | whole


@pytest.mark.parametrize(
    ("door", "prefixes"),
    [
        ("Api", ["images/*", "thumbs/*", "archives/*", "uploads/*", "inputs/*"]),
        ("Painter", ["images/*", "quarantine/*", "inputs/*"]),
        ("Caretaker", ["archives/*", "inputs/*"]),
    ],
)
def test_a_door_that_asks_what_is_there_learns_of_its_prefixes_only(
    door: str, prefixes: list[str], dev: Cloud
) -> None:
    (names,) = (each for each in dev.statements(door) if each["Action"] == "s3:ListBucket")

    assert names["Condition"] == {"StringLikeIfExists": {"s3:prefix": prefixes}}


def test_the_darkroom_reads_pictures_whose_keys_it_is_told_and_can_do_nothing_else(
    dev: Cloud,
) -> None:
    allowed = actions(dev.statements("Darkroom"))

    assert allowed - WITHOUT_RESOURCES == {
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "s3:GetObject",
    }
    assert paths(dev, "Darkroom", "s3:GetObject") == {"/uploads/*", "/inputs/*", "/images/*"}


def test_only_the_api_invokes_a_function_and_only_the_darkroom(dev: Cloud) -> None:
    invoking = {
        door: each["Resource"]
        for door in DOORS
        for each in dev.statements(door)
        if "lambda:InvokeFunction" in listed(each["Action"])
    }
    (darkroom,) = (
        name
        for name, each in dev.all("AWS::Lambda::Function").items()
        if each["Handler"] == "functions.darkroom.handler"
    )

    assert invoking == {"Api": {"Fn::GetAtt": [darkroom, "Arn"]}}


def test_only_the_painter_takes_from_the_queue(dev: Cloud) -> None:
    takers = [door for door in DOORS if "sqs:ReceiveMessage" in actions(dev.statements(door))]

    assert takers == ["Painter"]


def test_no_role_of_ours_carries_a_policy_of_aws(dev: Cloud) -> None:
    carrying = [
        name for name, each in dev.all("AWS::IAM::Role").items() if "ManagedPolicyArns" in each
    ]

    assert len(carrying) == 1
    assert carrying[0].startswith("GatewayRestApiCloudWatchRole")
