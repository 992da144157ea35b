"""A short campaign of every fault, with deaths and doubles, and the auditor after it.

`make soak` fights the long one; both are the same code.
"""

from pathlib import Path

from tests.soak.campaign import Plan, fight
from tests.soak.stand import Stand


def test_whatever_breaks_nothing_is_lost_and_nothing_is_paid_twice(tmp_path: Path) -> None:
    stand = Stand(tmp_path)
    try:
        stand.start()
        plan = Plan(images=200, seed=7, sdk_images=40, kill_every=25, ambushes=0.1, drains=False)
        figures = fight(plan, stand)
    finally:
        stand.stop()

    print(figures.table())
    assert figures.faults() == []
    sdk = figures.sdk.images
    assert len(figures.evidence.images) - len(sdk) + figures.memory.not_made >= plan.images
    assert len(sdk) > 30
    assert figures.sdk.till.lost.keys() == {"cut", "504", "hung up"}
    assert sum(figures.struck.values()) > 10
    assert {edit.partition(" ")[0] for edit in figures.edits} == {"data", "upload", "result"}
    assert set(figures.memory.refused) >= {"mask_size", "upload_expired"}
    assert figures.harm["painters killed"] > 0
    assert figures.harm["messages doubled"] > 0
