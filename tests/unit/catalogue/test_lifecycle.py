"""What a stage makes of a model's end, by its row and by Bedrock's own word."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.lifecycle import admit, heir, notices
from functions.catalogue.policy import Policy
from functions.domain.errors import ModelRetired
from functions.domain.lifecycle import Lifecycle
from tests.samples import CORE
from tests.unit.catalogue.table import policy_for

READ = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SPEC = CATALOGUE[CORE]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]


def told(said: Lifecycle, **changes: Any) -> Policy:
    """Return the policy of a stage to which Bedrock said this of `SPEC`."""
    lifecycles = {SPEC.id: replace(said, read_at=READ)}
    return policy_for(SPEC, **({"on_retired": "refuse", "lifecycles": lifecycles} | changes))


def test_a_model_that_bedrock_ended_is_refused_though_its_row_lives() -> None:
    policy = told(Lifecycle("retired", end_of_life=date(2026, 11, 20)))

    with pytest.raises(ModelRetired, match="2026-11-20"):
        admit(SPEC, policy)

    assert not policy.runs(SPEC)
    admit(SPEC, replace(policy, lifecycles={}))


def test_a_model_passes_until_the_day_before_the_end_that_bedrock_names() -> None:
    said = Lifecycle("legacy", end_of_life=date(2027, 3, 1))

    admit(SPEC, told(said, today=date(2027, 2, 28)))

    with pytest.raises(ModelRetired):
        admit(SPEC, told(said, today=date(2027, 3, 1)))


def test_a_model_that_bedrock_still_lists_passes_though_its_row_ended() -> None:
    said = {SDXL.id: Lifecycle("active", read_at=READ)}

    admit(SDXL, policy_for(SDXL, on_retired="refuse", lifecycles=said))


def test_a_stage_that_serves_retired_models_runs_them() -> None:
    policy = told(Lifecycle("retired", end_of_life=date(2026, 11, 20)), on_retired="serve")

    admit(SPEC, policy)

    assert policy.runs(SPEC)
    assert policy.retired(SPEC)


def test_a_model_that_aws_never_listed_keeps_its_row_and_says_so() -> None:
    other = {"some.other-model": Lifecycle("active", read_at=READ)}

    life = policy_for(SPEC, lifecycles=other).lifecycle(SPEC)

    assert life == replace(SPEC.lifecycle, note="not listed by AWS in us-west-2")
    assert policy_for(SPEC).lifecycle(SPEC) == SPEC.lifecycle


def test_a_successor_that_ended_too_is_passed_over_for_its_own() -> None:
    first = CATALOGUE["stability.stable-diffusion-xl-v0"]

    assert first.lifecycle.successor == SDXL.id
    assert heir(first, policy_for(first)) is SPEC
    while_sdxl_lived = policy_for(first, today=date(2025, 1, 1))
    assert heir(first, while_sdxl_lived) is SDXL


def test_where_nobody_took_over_nobody_is_named() -> None:
    gone = {SPEC.id: Lifecycle("retired", read_at=READ)}
    policy = policy_for(SDXL, on_retired="refuse", lifecycles=gone)

    assert heir(SDXL, policy) is None
    with pytest.raises(ModelRetired, match=r"2025-05-20\. Nothing was spent"):
        admit(SDXL, policy)
    assert notices(SDXL, policy)[0].detail.endswith("its successor is none.")


def test_models_that_name_each_other_do_not_go_in_circles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    circle = {
        name: replace(SDXL, id=name, lifecycle=Lifecycle("retired", successor=other))
        for name, other in (("a", "b"), ("b", "c"), ("c", "b"))
    }
    monkeypatch.setattr("functions.catalogue.lifecycle.CATALOGUE", circle)

    assert [heir(each, policy_for(SDXL)) for each in circle.values()] == [None, None, None]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Lifecycle("active"), []),
        (Lifecycle("active", end_of_life=date(2027, 5, 1)), ["ends on Bedrock on 2027-05-01"]),
        (
            Lifecycle("legacy", legacy=date(2026, 11, 1), end_of_life=date(2027, 5, 1)),
            ["is legacy on Bedrock and ends on 2027-05-01"],
        ),
        (Lifecycle("legacy"), ["ends on a day that AWS has not named"]),
        (Lifecycle("retired", end_of_life=date(2026, 11, 20)), ["ended on Bedrock on 2026-11-20"]),
        (
            Lifecycle("legacy", extended_access=date(2026, 11, 22)),
            ["is legacy on Bedrock", "its price here is not confirmed"],
        ),
        (Lifecycle("legacy", extended_access=date(2026, 11, 23)), ["is legacy on Bedrock"]),
    ],
)
def test_a_client_is_told_of_a_models_end_before_it_pays(said: Lifecycle, words: list[str]) -> None:
    found = notices(SPEC, told(said))

    assert len(found) == len(words)
    for notice, expected in zip(found, words, strict=True):
        assert expected in notice.detail
        assert notice.pointer == "/model"
