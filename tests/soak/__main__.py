"""`python -m tests.soak`: a campaign on a stack of its own, then the auditor."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.soak.campaign import Plan, fight
from tests.soak.stand import Stand


def main() -> int:
    """Fight, print the figures, and say what is broken; 0 if nothing is."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--images", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.2, help="of calls that go wrong")
    parser.add_argument("--kill-every", type=int, default=20, help="calls; 0 kills nobody")
    parser.add_argument("--ambushes", type=float, default=0.04, help="of requests")
    parser.add_argument("--edits", type=float, default=0.3, help="of requests bring pictures")
    parser.add_argument("--sdk-images", type=int, default=400, help="more, by OpenAI's SDK")
    parser.add_argument("--restarts", type=int, default=2)
    parser.add_argument("--home", type=Path, help="folder of the stack, which is kept")
    asked = parser.parse_args()
    plan = Plan(
        images=asked.images,
        seed=asked.seed,
        share=asked.share,
        kill_every=asked.kill_every,
        ambushes=asked.ambushes,
        edits=asked.edits,
        sdk_images=asked.sdk_images,
        restarts=asked.restarts,
    )
    with tempfile.TemporaryDirectory(prefix="easel-soak-") as folder:
        stand = Stand((asked.home or Path(folder)).resolve())
        stand.start()
        try:
            figures = fight(plan, stand)
        finally:
            stand.stop()
    print(figures.table())
    faults = figures.faults()
    print("\nEvery law holds." if not faults else "\nBROKEN:\n" + "\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
