"""How large the doors' bundles are, unzipped: what a cold start has to fetch and unpack."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench import places
from tests.bench.figures import Figure

GOALS = {"core": 20, "api": 20, "painter": 35}


def figures() -> Iterator[Figure]:
    """Weigh each bundle and name its heaviest packages."""
    for group, tree in places.artefacts().items():
        parts = sorted(((_megabytes(part), part.name) for part in tree.iterdir()), reverse=True)
        words = ", ".join(f"{name} {size:.1f}" for size, name in parts[:5])
        yield Figure(
            f"{group}: unzipped", sum(size for size, _ in parts), "MB", GOALS[group], words
        )


def _megabytes(place: Path) -> float:
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files) / 1e6
