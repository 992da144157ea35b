"""Models that are called through inference profiles: names, Regions, and the control plane."""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError
from PIL import Image

from emulator.runtime import LIGHT
from tests.unit.emulator.drawn import drawn, file_of, sent
from tests.unit.emulator.live import CORE, Bedrock
from tests.unit.emulator.services import (
    ERASE,
    FAST,
    INPAINT,
    REGIONS,
    SEARCH_RECOLOR,
    SMALLEST,
    with_tools,
)

BARE = FAST.removeprefix("us.")
ACCOUNT = "111122223333"


@pytest.fixture(scope="module")
def tools() -> Iterator[Bedrock]:
    with with_tools() as bedrock:
        yield bedrock


def refused(tools: Bedrock, model: str, body: Any = None, region: str = "us-east-1") -> Any:
    with pytest.raises(ClientError) as refusal:
        tools.invoke(model, body or SMALLEST[FAST], region=region)
    return refusal.value.response


@pytest.mark.parametrize("region", REGIONS)
def test_a_profile_answers_in_its_three_regions(tools: Bedrock, region: str) -> None:
    assert tools.invoke(FAST, SMALLEST[FAST], region=region)["finish_reasons"] == [None]


@pytest.mark.parametrize("region", ["us-west-1", "eu-west-1", "ap-northeast-1"])
def test_a_profile_is_unknown_elsewhere(tools: Bedrock, region: str) -> None:
    assert refused(tools, FAST, region=region)["Error"] == {
        "Code": "ValidationException",
        "Message": "The provided model identifier is invalid.",
    }


def test_a_profiles_arn_is_as_good_as_its_id(tools: Bedrock) -> None:
    arn = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/{FAST}"

    assert tools.invoke(arn, SMALLEST[FAST], region="us-east-1")["finish_reasons"] == [None]


@pytest.mark.parametrize("tool", SMALLEST)
def test_the_models_own_id_needs_a_profile(tools: Bedrock, tool: str) -> None:
    bare = tool.removeprefix("us.")

    response = refused(tools, bare, SMALLEST[tool])

    assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert response["Error"] == {
        "Code": "ValidationException",
        "Message": f"Invocation of model ID {bare} with on-demand throughput isn't supported. "
        "Retry your request with the ID or ARN of an inference profile that contains this model.",
    }


def test_so_does_the_models_own_arn(tools: Bedrock) -> None:
    arn = f"arn:aws:bedrock:us-east-1::foundation-model/{BARE}"

    assert refused(tools, arn)["Error"]["Message"].startswith(f"Invocation of model ID {arn} with")


@pytest.mark.parametrize(
    "identifier",
    [
        f"arn:aws:bedrock:us-east-1::foundation-model/{FAST}",
        f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/{BARE}",
        f"arn:aws:bedrock:us-west-2:{ACCOUNT}:inference-profile/{FAST}",
        f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/{CORE}",
        f"eu.{BARE}",
    ],
)
def test_names_that_are_nobodys_are_invalid(tools: Bedrock, identifier: str) -> None:
    message = refused(tools, identifier)["Error"]["Message"]

    assert message == "The provided model identifier is invalid."


def test_a_model_that_has_no_profile_needs_none(tools: Bedrock) -> None:
    assert tools.invoke(CORE, {"prompt": "tea"})["finish_reasons"] == [None]


@pytest.mark.parametrize("region", REGIONS)
def test_the_models_behind_profiles_are_listed_by_their_own_ids(
    tools: Bedrock, region: str
) -> None:
    answer = tools.client("bedrock", region).list_foundation_models(byProvider="Stability AI")

    listed = {model["modelId"]: model for model in answer["modelSummaries"]}
    assert {tool.removeprefix("us.") for tool in SMALLEST} <= set(listed)
    assert not set(SMALLEST) & set(listed)
    assert listed[BARE]["inferenceTypesSupported"] == ["INFERENCE_PROFILE"]
    assert listed[BARE]["modelArn"] == f"arn:aws:bedrock:{region}::foundation-model/{BARE}"
    assert listed[BARE]["inputModalities"] == ["IMAGE"]


def test_on_demand_models_are_listed_without_them(tools: Bedrock) -> None:
    client = tools.client("bedrock", "us-east-1")

    summaries = client.list_foundation_models(byInferenceType="ON_DEMAND")["modelSummaries"]

    assert not {model["modelId"] for model in summaries} & {
        tool.removeprefix("us.") for tool in SMALLEST
    }


def test_a_model_behind_a_profile_is_described_by_its_own_id(tools: Bedrock) -> None:
    client = tools.client("bedrock", "us-east-2")

    details = client.get_foundation_model(modelIdentifier=BARE)["modelDetails"]

    assert details["modelId"] == BARE
    assert details["modelLifecycle"]["status"] == "ACTIVE"


def test_a_profile_is_no_model(tools: Bedrock) -> None:
    client = tools.client("bedrock", "us-east-2")

    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_foundation_model(modelIdentifier=FAST)


def test_the_profiles_of_a_region_are_listed(tools: Bedrock) -> None:
    answer = tools.client("bedrock", "us-east-2").list_inference_profiles()

    profiles = {each["inferenceProfileId"]: each for each in answer["inferenceProfileSummaries"]}
    assert set(SMALLEST) <= set(profiles)
    assert CORE not in profiles
    assert profiles[FAST]["type"] == "SYSTEM_DEFINED"
    assert profiles[FAST]["status"] == "ACTIVE"
    assert profiles[FAST]["inferenceProfileArn"].startswith("arn:aws:bedrock:us-east-2:")
    assert profiles[FAST]["models"] == [
        {"modelArn": f"arn:aws:bedrock:{region}::foundation-model/{BARE}"} for region in REGIONS
    ]


def test_a_long_list_comes_in_pages(tools: Bedrock) -> None:
    pages = list(
        tools.client("bedrock", "us-east-1")
        .get_paginator("list_inference_profiles")
        .paginate(PaginationConfig={"PageSize": 5})
    )

    counts = [len(page["inferenceProfileSummaries"]) for page in pages]
    assert counts[:2] == [5, 5]
    assert sum(counts) >= 13


def test_elsewhere_there_are_no_profiles(tools: Bedrock) -> None:
    answer = tools.client("bedrock", "eu-west-1").list_inference_profiles()

    assert answer["inferenceProfileSummaries"] == []


def test_nobody_made_profiles_of_their_own(tools: Bedrock) -> None:
    client = tools.client("bedrock", "us-east-1")

    answer = client.list_inference_profiles(typeEquals="APPLICATION")

    assert answer["inferenceProfileSummaries"] == []


def test_a_type_outside_its_enumeration_is_refused(tools: Bedrock) -> None:
    client = tools.client("bedrock", "us-east-1")

    with pytest.raises(client.exceptions.ValidationException, match="enum value set"):
        client.list_inference_profiles(typeEquals="MINE")


@pytest.mark.parametrize(
    "identifier", [FAST, f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/{FAST}"]
)
def test_a_profile_is_described(tools: Bedrock, identifier: str) -> None:
    client = tools.client("bedrock", "us-east-1")

    profile = client.get_inference_profile(inferenceProfileIdentifier=identifier)

    assert profile["inferenceProfileId"] == FAST
    assert profile["inferenceProfileName"].startswith("US ")


@pytest.mark.parametrize("identifier", [BARE, CORE, "us.stability.none-v1:0"])
def test_what_is_no_profile_is_not_described(tools: Bedrock, identifier: str) -> None:
    client = tools.client("bedrock", "us-west-2")

    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_inference_profile(inferenceProfileIdentifier=identifier)


@pytest.mark.parametrize(
    ("magic", "reason"),
    [
        ("[filter:input]", "Filter reason: input image"),
        ("[filter:output]", "Filter reason: output image"),
        ("[inference-error]", "Inference error"),
    ],
)
def test_a_tool_without_words_is_filtered_by_its_image(
    tools: Bedrock, magic: str, reason: str
) -> None:
    image = sent(file_of(drawn(), "JPEG", comment=magic.encode()))

    assert tools.invoke(FAST, {"image": image}) == {"finish_reasons": [reason]}


def test_what_is_searched_for_is_filtered_as_a_prompt_is(tools: Bedrock) -> None:
    body = {**SMALLEST[SEARCH_RECOLOR], "select_prompt": "the naked one"}

    assert tools.invoke(SEARCH_RECOLOR, body) == {"finish_reasons": ["Filter reason: prompt"]}


@pytest.mark.parametrize("tool", [INPAINT, ERASE])
def test_a_large_body_is_read_as_a_small_one_is(tools: Bedrock, tool: str) -> None:
    noise = file_of(Image.effect_noise((400, 400), 60))
    body = {**SMALLEST[tool], "image": sent(noise)}
    assert len(body["image"]) > LIGHT

    assert tools.invoke(tool, body, region="us-east-1")["finish_reasons"] == [None]
    cut = refused(tools, tool, {**body, "image": sent(noise[:-9])})
    assert "#/image: it is cut off" in cut["Error"]["Message"]
