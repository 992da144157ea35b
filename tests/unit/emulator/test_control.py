"""The control plane, as boto3 reads it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.options import Options
from functions.catalogue import CATALOGUE
from tests.unit.emulator.live import CORE, SDXL, TITAN, Bedrock, running
from tests.unit.emulator.services import INPAINT


@pytest.fixture(scope="module")
def in_january_2026() -> Iterator[Bedrock]:
    """An emulator on a day on which Titan is legacy and SDXL has ended."""
    with running(Options(flat=True, today=date(2026, 1, 15))) as bedrock:
        yield bedrock


def listed(bedrock: Bedrock, region: str = "us-west-2", **filters: str) -> set[str]:
    answer = bedrock.client("bedrock", region).list_foundation_models(**filters)
    return {model["modelId"] for model in answer["modelSummaries"]}


def details(bedrock: Bedrock, model: str, region: str = "us-west-2") -> dict[str, Any]:
    client = bedrock.client("bedrock", region)
    return client.get_foundation_model(modelIdentifier=model)["modelDetails"]


@pytest.mark.parametrize("region", ["us-west-2", "us-east-1", "eu-north-1"])
def test_a_region_lists_its_own_models(bedrock: Bedrock, region: str) -> None:
    own = {spec.foundation for spec in CATALOGUE.values() if region in spec.regions}

    assert listed(bedrock, region) == own


@pytest.mark.parametrize(
    ("filters", "kept", "left"),
    [
        ({"byProvider": "Amazon"}, {TITAN}, {CORE, SDXL}),
        ({"byProvider": "stability ai"}, {CORE, SDXL}, {TITAN}),
        ({"byOutputModality": "IMAGE"}, {CORE, SDXL, TITAN}, set()),
        ({"byOutputModality": "TEXT"}, set(), {CORE, SDXL, TITAN}),
        ({"byInferenceType": "PROVISIONED"}, {SDXL, TITAN}, {CORE}),
        ({"byInferenceType": "ON_DEMAND", "byProvider": "Amazon"}, {TITAN}, {CORE, SDXL}),
        ({"byCustomizationType": "FINE_TUNING"}, {TITAN}, {CORE, SDXL}),
    ],
)
def test_the_filters_filter(
    bedrock: Bedrock, filters: dict[str, str], kept: set[str], left: set[str]
) -> None:
    found = listed(bedrock, **filters)

    assert kept <= found
    assert not left & found


def test_a_filter_value_outside_its_enumeration_is_refused(bedrock: Bedrock) -> None:
    with pytest.raises(ClientError) as refused:
        bedrock.client("bedrock").list_foundation_models(byOutputModality="SOUND")

    assert "Member must satisfy enum value set" in refused.value.response["Error"]["Message"]


def test_a_model_is_described_in_full(bedrock: Bedrock) -> None:
    model = details(bedrock, CORE)

    assert model["modelArn"] == f"arn:aws:bedrock:us-west-2::foundation-model/{CORE}"
    assert model["providerName"] == "Stability AI"
    assert model["inputModalities"] == ["TEXT"]
    assert model["outputModalities"] == ["IMAGE"]
    assert model["responseStreamingSupported"] is False
    assert model["customizationsSupported"] == []
    assert model["inferenceTypesSupported"] == ["ON_DEMAND"]
    assert model["modelLifecycle"] == {"status": "ACTIVE"}


def test_a_model_behind_a_profile_is_listed_by_its_own_id(bedrock: Bedrock) -> None:
    model = details(bedrock, INPAINT.removeprefix("us."), "us-east-2")

    assert model["modelId"] == INPAINT.removeprefix("us.")
    assert model["modelArn"].endswith("foundation-model/stability.stable-image-inpaint-v1:0")
    assert model["inferenceTypesSupported"] == ["INFERENCE_PROFILE"]


def test_a_legacy_model_shows_its_dates(in_january_2026: Bedrock) -> None:
    lifecycle = details(in_january_2026, TITAN)["modelLifecycle"]

    assert lifecycle["status"] == "LEGACY"
    assert lifecycle["legacyTime"].isoformat()[:10] == "2025-12-30"
    assert lifecycle["endOfLifeTime"].isoformat()[:10] == "2026-06-30"
    assert lifecycle["startOfLifeTime"].isoformat()[:10] == "2024-08-06"


def test_before_the_announcement_the_end_is_not_known() -> None:
    with running(Options(flat=True, today=date(2024, 10, 1))) as bedrock:
        lifecycle = details(bedrock, SDXL)["modelLifecycle"]

    assert lifecycle["status"] == "ACTIVE"
    assert "endOfLifeTime" not in lifecycle


def test_an_ended_model_vanishes(in_january_2026: Bedrock) -> None:
    assert {CORE, TITAN} <= listed(in_january_2026)
    assert SDXL not in listed(in_january_2026)
    with pytest.raises(ClientError) as refused:
        details(in_january_2026, SDXL)

    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_model_is_described_in_its_region_only(bedrock: Bedrock) -> None:
    with pytest.raises(ClientError) as refused:
        details(bedrock, CORE, "us-east-1")

    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 404


def test_the_runtime_and_the_control_plane_agree(in_january_2026: Bedrock) -> None:
    with pytest.raises(ClientError) as refused:
        in_january_2026.invoke(SDXL, {"text_prompts": [{"text": "tea"}]})

    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"
    assert "end of its life" in refused.value.response["Error"]["Message"]


@pytest.mark.parametrize(
    ("model", "region", "inputs"),
    [
        ("stability.sd3-5-large-v1:0", "us-west-2", ["TEXT", "IMAGE"]),
        ("stability.stable-image-core-v1:0", "us-west-2", ["TEXT"]),
        ("stability.stable-diffusion-xl-v0", "us-east-1", ["TEXT"]),
        ("amazon.nova-canvas-v1:0", "eu-west-1", ["TEXT", "IMAGE"]),
    ],
)
def test_models_of_a_family_differ_in_what_they_take(
    bedrock: Bedrock, model: str, region: str, inputs: list[str]
) -> None:
    assert details(bedrock, model, region)["inputModalities"] == inputs
