"""Every picture of every model and task: what is missing, too many, or not of its kind."""

from collections.abc import Iterator

import pytest

from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import ModelSpec
from functions.domain.source import SIDES, Source, Tones
from tests.unit.catalogue.table import TASKS, faults, only_fault, parts, planned

PICTURED = [each for each in TASKS if each.values[0].tasks[each.values[1]].pictures]
MASKED = [each for each in TASKS if each.values[0].tasks[each.values[1]].mask]
RULES = [
    pytest.param(spec, task, rule, id=f"{spec.name}-{task}-{rule.part}")
    for spec, task in (each.values for each in PICTURED)
    for rule in spec.tasks[task].pictures
]
MORE = ("image_2", "image_5")
"""Parts that only a variation has."""

Facts = dict[str, dict[str, int]]


def sent(*names: str) -> dict[str, Source]:
    return {part: Source("inline", part) for part in names}


def needed(spec: ModelSpec, task: str, *more: str) -> dict[str, Source]:
    return sent(*dict.fromkeys((*parts(spec, task), *more)))


def of_size(rule: PictureRule, size: tuple[int, int]) -> Facts:
    """Return the facts of a picture of this size; a mask has its image's."""
    sides = {"width": size[0], "height": size[1]}
    return {rule.part: sides} | ({"mask": sides} if rule.part == "image" else {})


def inside(rule: PictureRule) -> Iterator[tuple[int, int]]:
    """Yield the smallest and the largest square that a rule holds, or all it knows."""
    if rule.sizes:
        yield from rule.sizes
        return
    least = max(rule.shortest, int(rule.least_pixels**0.5))
    most = min(rule.longest, int(rule.most_pixels**0.5))
    yield from ((least, least), (most, most))
    if rule.widest:
        yield int(rule.shortest * rule.widest), rule.shortest


def outside(rule: PictureRule) -> Iterator[tuple[int, int]]:
    """Yield a size just beyond each bound of a rule."""
    if rule.sizes:
        yield rule.sizes[0][0] + 1, rule.sizes[0][1]
        return
    most = min(rule.longest, int(rule.most_pixels**0.5))
    yield from ((rule.shortest - 1, rule.shortest), (most + 1, most + 1))
    if rule.widest:
        yield int(rule.shortest * rule.widest) + 1, rule.shortest


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_picture_that_a_task_lacks_is_refused_by_its_name(spec: ModelSpec, task: str) -> None:
    takes = spec.tasks[task]
    known = [part for rule in takes.pictures for part in rule.parts] + ["mask"] * bool(takes.mask)
    lacking = [part for part in (*SIDES, *MORE) if part not in known]
    assert lacking

    for part in lacking:
        fault = only_fault(spec, task, pictures=needed(spec, task, part))

        assert (fault.pointer, fault.code) == (f"/{part}", "unsupported")
        assert all(each in fault.detail for each in known)


@pytest.mark.parametrize(("spec", "task", "rule"), RULES)
def test_a_picture_that_is_required_is_missed_by_its_name(
    spec: ModelSpec, task: str, rule: PictureRule
) -> None:
    others = {part: each for part, each in needed(spec, task).items() if part != rule.part}
    if not rule.required:
        assert rule.part not in planned(spec, task, pictures=others).calls[0].inputs
        return

    missed = [each for each in faults(spec, task, pictures=others) if each.code == "required"]

    assert [each.pointer for each in missed] == [f"/{rule.part}"]
    assert missed[0].detail.startswith(rule.description)


@pytest.mark.parametrize(("spec", "task", "rule"), RULES)
def test_a_picture_at_the_bounds_goes_as_it_is(
    spec: ModelSpec, task: str, rule: PictureRule
) -> None:
    for size in inside(rule):
        pictures = needed(spec, task, rule.part)
        [call] = planned(spec, task, pictures=pictures, facts=of_size(rule, size)).calls

        assert call.inputs[rule.part].as_it_is
        assert (call.inputs[rule.part].width, call.inputs[rule.part].height) == size


@pytest.mark.parametrize(("spec", "task", "rule"), RULES)
def test_a_picture_beyond_a_bound_is_refused_by_its_name(
    spec: ModelSpec, task: str, rule: PictureRule
) -> None:
    for size in outside(rule):
        pictures = needed(spec, task, rule.part)
        fault = only_fault(spec, task, pictures=pictures, facts=of_size(rule, size))

        assert (fault.pointer, fault.code) == (f"/{rule.part}", "unsupported_size")
        assert f"{size[0]}x{size[1]}" in fault.detail
        assert str(rule) in fault.detail


@pytest.mark.parametrize(("spec", "task", "rule"), RULES)
def test_a_format_that_a_model_does_not_read_is_refused_with_those_it_does(
    spec: ModelSpec, task: str, rule: PictureRule
) -> None:
    pictures = needed(spec, task, rule.part)
    for kind in ("png", "jpeg", "webp"):
        facts = {rule.part: {"format": kind}}
        if kind in rule.formats:
            planned(spec, task, pictures=pictures, facts=facts)
            continue
        fault = only_fault(spec, task, pictures=pictures, facts=facts)
        assert (fault.pointer, fault.code) == (f"/{rule.part}", "unsupported_format")
        assert all(each in fault.detail for each in rule.formats)


@pytest.mark.parametrize("tones", [Tones(0, 0, between=False), Tones(255, 255, between=False)])
@pytest.mark.parametrize(("spec", "task"), MASKED)
def test_a_mask_that_says_nothing_is_refused(spec: ModelSpec, task: str, tones: Tones) -> None:
    fault = only_fault(
        spec, task, pictures=needed(spec, task, "mask"), facts={"mask": {"light": tones}}
    )

    assert fault.pointer == "/mask"
    assert fault.code in ("mask_black", "mask_white")
