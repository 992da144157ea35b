"""A cold start from what is shipped: import, wiring, and the first request.

The artefact is zipped and unzipped as on its way to Lambda, so its files are as old as
a zip can tell, and nothing is written beside them. The yardstick is `import boto3`
alone, from a plain installation of the same version, compiled. The picture is small:
what a large one costs is the same on every call, and `warm` measures it.
"""

import compileall
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from infra.cache import EPOCH
from tests.bench import places
from tests.bench.figures import Figure
from tests.bench.instructions import UNIT, Command, costs
from tests.bench.picture import png
from tests.bench.stand import Stand, standing

DOORS = {"api": ("api", 2.2), "authorizer": ("core", 1.5), "painter": ("painter", 1.5)}
"""Each door's bundle, and what its cold start may cost in `import boto3`s."""


def figures() -> Iterator[Figure]:
    """Measure each door, and whether its bytecode is believed."""
    with (
        tempfile.TemporaryDirectory() as folder,
        standing(Path(folder), picture=png(side=64)) as stand,
    ):
        commands = {"boto3": _import_boto3()}
        for door, (group, _) in DOORS.items():
            shipped = unzipped(places.artefacts()[group], Path(folder) / f"{door}-shipped")
            commands[door] = first_request(door, shipped, stand)
            fresh = _compiled_here(shipped, Path(folder) / f"{door}-fresh")
            commands[f"{door}, fresh"] = first_request(door, fresh, stand)
        found = costs(commands)
    for door, (_, goal) in DOORS.items():
        words = f"{found[door]:,.0f} and {found['boto3']:,.0f} {UNIT}"
        yield Figure(f"{door}: cold ÷ import boto3", found[door] / found["boto3"], "×", goal, words)
        again = found[door] / found[f"{door}, fresh"]
        yield Figure(f"{door}: shipped ÷ compiled here", again, "×", 1.02)


def unzipped(bundle: Path, place: Path) -> Path:
    """Return the bundle as Lambda has it: out of a zip, as old as a zip can tell."""
    archive = shutil.make_archive(str(place), "zip", bundle)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(place)
    for path in place.rglob("*"):
        os.utime(path, (EPOCH, EPOCH))
    return place


def _compiled_here(tree: Path, place: Path) -> Path:
    shutil.copytree(tree, place, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(place, quiet=2)
    return place


def _import_boto3() -> Command:
    command, environment = places.python(places.packages())
    return [*command, "-c", "import boto3"], environment


def first_request(door: str, tree: Path, stand: Stand) -> Command:
    """Return the command that starts a door out of `tree` and asks it once."""
    command, environment = places.python(tree)
    script = Path(__file__).with_name("first_request.py")
    event = stand.folder / f"{door}.json"
    return [*command, str(script), door, str(event)], {**environment, **stand.environment()}
