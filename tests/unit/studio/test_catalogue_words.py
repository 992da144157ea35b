"""Everything that the catalogue lets a person set is explained in both languages."""

import pytest

from functions.catalogue import CATALOGUE
from studio import words
from studio.parts.region import MASK_PROMPT, SILENT
from studio.parts.tasks import GROUPS
from studio.views import create

RAW = ("sampler", "clip_guidance_preset", "colors")
"""Their values are names that nobody translates."""

RULES = {
    (parameter.name, value)
    for spec in CATALOGUE.values()
    for task in spec.tasks.values()
    for parameter in task.parameters
    for value in parameter.schema().get("enum", [None])
}


@pytest.mark.parametrize("name", sorted({name for name, _ in RULES}))
def test_a_parameter_is_named_and_explained(name: str) -> None:
    assert words.known(f"parameters.{name}_name")
    assert words.known(f"parameters.{name}")


@pytest.mark.parametrize(
    ("name", "value"), sorted((n, v) for n, v in RULES if v is not None and n not in RAW)
)
def test_a_value_of_a_list_has_a_word(name: str, value: str) -> None:
    assert words.known(f"values.{value.lower().replace('-', '_')}")


TASKS = {name for spec in CATALOGUE.values() for name in spec.tasks}
EDITS = {name for group in GROUPS.values() for name in group}


def test_every_task_is_offered_by_a_page() -> None:
    assert {create.TASK} | EDITS == TASKS


@pytest.mark.parametrize("name", sorted(EDITS))
def test_a_task_of_edit_is_named_and_explained_and_so_is_what_it_lacks(name: str) -> None:
    assert words.known(f"tasks.{name}")
    assert words.known(f"tasks.{name}_help")
    for spec in CATALOGUE.values():
        if name in spec.tasks:
            pictures = [rule.part for rule in spec.tasks[name].pictures]
            for part in pictures[1:]:
                assert words.known(f"edit.{part}")
                assert words.known(f"edit.lacks_{part}")


def test_what_is_kept_silent_beside_a_region_is_a_parameter_of_such_a_task() -> None:
    named = {
        parameter.name
        for spec in CATALOGUE.values()
        for task in spec.tasks.values()
        if any(each.name == MASK_PROMPT for each in task.parameters)
        for parameter in task.parameters
    }

    assert set().union(*SILENT.values()) <= named
