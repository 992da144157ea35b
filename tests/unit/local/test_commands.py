from typing import Any

import pytest

from local import account, commands
from local.options import Options
from local.trouble import Trouble


@pytest.mark.parametrize(
    ("asked", "differs"),
    [
        ({}, False),
        ({"port": 4600}, False),
        ({"port": 4700}, True),
        ({"strict": True}, True),
        ({"latency": 3.0}, True),
        ({"studio": False}, True),
    ],
)
def test_a_running_stack_that_is_not_what_is_asked_for_is_noticed(
    asked: dict[str, Any], differs: bool
) -> None:
    stack = {"options": Options().record(), "ports": {"aws": 4600}}

    assert commands._differs(stack, Options(**asked)) is differs


def test_a_stage_that_no_row_describes_is_refused_with_the_rows() -> None:
    with pytest.raises(Trouble, match="devv") as refusal:
        account.cdk("synth", "devv", [])

    assert "dev, prod, local" in str(refusal.value)
