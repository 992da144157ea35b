"""What a cold start reads of the catalogue: the families that it needs."""

import subprocess
import sys

ASKS = """
import sys
from functions.catalogue.choose import choose
from functions.catalogue.lifecycle import notices
from functions.settings import Settings
from functions.wiring.policy import policy
from tests.samples import NOW
stage = policy(Settings(stage="s", table="t", bucket="b", queue_url="q"), NOW)
notices(choose({name!r}, "text_to_image", stage), stage)
print(*(each for each in sys.modules if each.startswith("functions.catalogue.")))
"""


def test_a_living_model_of_the_first_family_is_planned_without_reading_the_others() -> None:
    read = _read_for("stable-image-core")

    assert "functions.catalogue.stability" in read
    assert not read & {f"functions.catalogue.{each}" for each in ("nova", "titan", "sdxl")}


def test_a_later_models_family_is_read_when_it_is_named() -> None:
    assert "functions.catalogue.titan" in _read_for("titan-v2")


def _read_for(name: str) -> set[str]:
    asks = [sys.executable, "-c", ASKS.format(name=name)]
    return set(subprocess.run(asks, capture_output=True, text=True, check=True).stdout.split())
