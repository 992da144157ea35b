"""A door is built without garbage collection, and answers with it."""

import gc
import os
import subprocess
import sys

import pytest

from functions.settings import Settings

DOORS = ("api", "authorizer", "caretaker", "painter", "darkroom")

BUILT = """
import gc
collections = lambda: sum(each["collections"] for each in gc.get_stats())
before = collections()
import functions.{door}
assert collections() - before < 5, "a start collects 80 times and more"
assert gc.isenabled()
assert gc.get_freeze_count() > 10_000, gc.get_freeze_count()
"""


@pytest.mark.parametrize("door", DOORS)
def test_nothing_is_collected_until_a_door_is_built(door: str) -> None:
    settings = Settings(stage="test", table="t", bucket="b", queue_url="https://q")
    environment = {**os.environ, **settings.to_env(), "AWS_DEFAULT_REGION": "us-west-2"}

    done = subprocess.run(
        [sys.executable, "-c", BUILT.format(door=door)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_what_is_not_a_door_leaves_the_collector_alone() -> None:
    assert gc.isenabled()
