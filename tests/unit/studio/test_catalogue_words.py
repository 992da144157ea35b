"""Everything that the catalogue lets a person set is explained in both languages."""

import pytest

from functions.catalogue import CATALOGUE
from studio import words

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
