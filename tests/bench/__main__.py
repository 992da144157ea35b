"""`python -m tests.bench [NAMES …]`: how fast, how large, how dear, beside what.

| name | measures |
|---|---|
| `size` | the bundles, unzipped |
| `cold` | import, wiring and the first request out of the unzipped bundle, beside `import boto3` |
| `warm` | the painter's CPU and memory beside an afternoon's Lambda and bare boto3 |
| `fanout` | four pictures beside one, and the wait beside the model, on a local stack |
| `openai` | the same picture by OpenAI's route and by ours, in turns, on a local stack |
| `pages` | requests and items read for a page at 100, 10,000 and 100,000 items |
| `memory` | what the worst pictures take of the painter's and the darkroom's memory |
| `cost` | what AWS takes for 1,000 images beside the model, from counted calls |
| `studio` | the first canvas in a real browser, and the memory that ten sessions take |

Nothing here is a test: figures depend on the machine, ratios within one run less so.
`make bench BENCH="warm size"` installs the peers' packages and runs the same.
"""

import argparse
import sys

from tests.bench import cold, cost, fanout, memory, openai_door, pages, size, studio, warm
from tests.bench.figures import table

BENCHES = {
    "size": size.figures,
    "cold": cold.figures,
    "warm": warm.figures,
    "fanout": fanout.figures,
    "openai": openai_door.figures,
    "pages": pages.figures,
    "memory": memory.figures,
    "cost": cost.figures,
    "studio": studio.figures,
}


def main() -> None:
    """Run what was named, else everything; print a table each."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAMES")
    asked = parser.parse_args().names or list(BENCHES)
    if unknown := set(asked) - set(BENCHES):
        parser.error(f"no {', '.join(sorted(unknown))}; try one of {', '.join(BENCHES)}")
    for name in asked:
        print(f"## {name}\n")
        print(table(BENCHES[name]()), end="\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
