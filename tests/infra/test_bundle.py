"""The bundles themselves, built by uv: each must be all that its doors need."""

import hashlib
import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from functions.settings import Settings
from infra import bundle
from infra.cache import Cache
from infra.service_models import OPERATIONS
from infra.target import Target
from tests.bench import cold
from tests.bench.picture import png
from tests.bench.stand import standing
from tests.infra.cloud import ROOT

pytestmark = pytest.mark.slow

DOORS = [
    ("core", "authorizer"),
    ("core", "caretaker"),
    ("api", "api"),
    ("painter", "painter"),
    ("painter", "darkroom"),
]
HOST = Target.of(runtime="host", architecture="host")

CLIENTS = """
from botocore.session import Session
for service, operations in {operations!r}.items():
    client = Session().create_client(service, region_name="us-west-2")
    kept = set(client.meta.service_model.operation_names)
    assert kept == set(operations), (service, kept)
s3 = Session().create_client("s3", region_name="us-west-2")
assert s3.generate_presigned_url("get_object", Params={{"Bucket": "b", "Key": "k"}})
assert s3.generate_presigned_post("b", "k")["fields"]
assert s3.get_object.__doc__ == ""
assert s3.get_paginator("list_objects_v2").paginate.__doc__ == ""
"""

PICTURES = """
import io
from PIL import Image
for kind in ("PNG", "JPEG", "WEBP"):
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind)
    picture = Image.open(io.BytesIO(file.getvalue()))
    picture.load()
    assert picture.format == kind
"""

THUMBNAIL = """
import io, sys
from PIL import Image
from functions.adapters.pixels import PillowPixels
file = io.BytesIO()
Image.new("RGB", (8, 8), "red").save(file, "PNG")
assert PillowPixels().thumbnail(file.getvalue())
drivers = {name for name in sys.modules if name.startswith("PIL.") and name.endswith("Plugin")}
assert drivers == {f"PIL.{kind}ImagePlugin" for kind in ("Jpeg", "Png", "WebP")}, drivers
"""

FACADES = """
import importlib, pathlib, sys
root = pathlib.Path(sys.path[0])
names = 0
for file in (root / "aws_lambda_powertools" / "event_handler").rglob("__init__.py"):
    package = importlib.import_module(".".join(file.parent.relative_to(root).parts))
    for name in getattr(package, "__all__", ()):
        names += getattr(package, name) is not None
assert names > 20, names
"""

NOBODY_ASKED = ("appsync", "bedrock_agent", "bedrock_agent_function", "kinesis_firehose_event")
"""Powertools' modules for other events."""

UNASKED = """
import sys
import functions.{door}
loaded = {{name.rpartition(".")[2] for name in sys.modules}}
assert not loaded & {{"asyncio", *{nobody_asked!r}}}, loaded & {{"asyncio", *{nobody_asked!r}}}
"""


@pytest.fixture(scope="module")
def bundles() -> dict[str, Path]:
    return bundle.build(HOST)


def run(tree: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code with nothing on the path but a bundle, as Lambda does."""
    settings = Settings(stage="test", table="t", bucket="b", queue_url="https://q")
    first = f"import sys; sys.path.insert(0, {str(tree)!r})\n"
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", first + code],
        env={**os.environ, **settings.to_env()},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("group", "door"), DOORS)
def test_a_bundle_is_all_that_its_door_needs(
    group: str, door: str, bundles: dict[str, Path]
) -> None:
    done = run(bundles[group], f"from functions.{door} import handler; assert callable(handler)")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("group", "door"), DOORS)
def test_a_door_starts_without_the_parts_that_nobody_asked_for(
    group: str, door: str, bundles: dict[str, Path]
) -> None:
    done = run(bundles[group], UNASKED.format(door=door, nobody_asked=NOBODY_ASKED))

    assert done.returncode == 0, done.stderr


def test_every_name_that_powertools_promises_is_there_when_it_is_asked_for(
    bundles: dict[str, Path],
) -> None:
    done = run(bundles["api"], FACADES)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("door", cold.DOORS)
def test_a_door_answers_out_of_its_bundle(
    door: str, bundles: dict[str, Path], tmp_path: Path
) -> None:
    group, _ = cold.DOORS[door]

    with standing(tmp_path, picture=png(side=64)) as stand:
        command, environment = cold.first_request(door, bundles[group], stand)
        done = subprocess.run(
            command, env=dict(environment), capture_output=True, text=True, check=False
        )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("group", bundle.GROUPS)
def test_a_bundle_carries_all_of_functions(group: str, bundles: dict[str, Path]) -> None:
    functions = ROOT / "functions"
    ours = {path for path in functions.rglob("*.*") if path.suffix not in (".pyc", "")}

    carried = {bundles[group] / path.relative_to(ROOT) for path in ours}
    assert {path.suffix for path in ours} >= {".py", ".html"}
    assert all(path.exists() for path in carried)


@pytest.mark.parametrize("group", bundle.GROUPS)
def test_a_bundle_s_botocore_makes_clients_and_addresses(
    group: str, bundles: dict[str, Path]
) -> None:
    done = run(bundles[group], CLIENTS.format(operations=dict(OPERATIONS)))

    assert done.returncode == 0, done.stderr


def test_the_painter_s_pillow_reads_and_writes_what_models_make(bundles: dict[str, Path]) -> None:
    done = run(bundles["painter"], PICTURES)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("group", bundle.GROUPS)
def test_a_bundle_carries_bytecode_that_a_zip_cannot_spoil(
    group: str, bundles: dict[str, Path]
) -> None:
    sources = {path.parent / path.stem for path in bundles[group].rglob("*.py")}
    compiled = list(bundles[group].rglob("*.pyc"))

    assert {path.parent.parent / path.name.split(".")[0] for path in compiled} == sources
    unchecked_hash = (1).to_bytes(4, "little")
    assert {path.read_bytes()[4:8] for path in compiled} == {unchecked_hash}


def test_a_thumbnail_imports_no_driver_but_those_of_our_formats(bundles: dict[str, Path]) -> None:
    done = run(bundles["painter"], THUMBNAIL)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("group", ["core", "painter"])
def test_only_the_api_carries_the_page_of_the_documents(
    group: str, bundles: dict[str, Path]
) -> None:
    assert list(bundles["api"].rglob("swagger-ui*.js"))
    assert not list(bundles[group].rglob("swagger-ui*.js"))


def test_a_package_is_known_by_its_version_and_brings_no_readme(bundles: dict[str, Path]) -> None:
    told = list(bundles["api"].glob("*.dist-info/METADATA"))

    assert {"pydantic", "botocore"} <= {each.parent.name.partition("-")[0] for each in told}
    for each in told:
        read = importlib.metadata.PathDistribution(each.parent)
        assert read.version == each.parent.name.removesuffix(".dist-info").rpartition("-")[2]
        assert each.stat().st_size < 20_000


def test_the_same_inputs_make_the_same_bytes(
    bundles: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "CACHE", Cache(tmp_path))

    again = bundle.build(HOST)

    for group in bundle.GROUPS:
        assert again[group].name == bundles[group].name
        assert contents(again[group]) == contents(bundles[group])


def contents(tree: Path) -> dict[str, str]:
    return {
        str(path.relative_to(tree)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in tree.rglob("*")
        if path.is_file()
    }


def test_aws_gets_wheels_for_its_own_machine() -> None:
    trees = bundle.build(Target.of(runtime="python3.14", architecture="arm64"))

    libraries = [path.name for tree in trees.values() for path in tree.rglob("*.so")]
    assert libraries
    assert not [name for name in libraries if "x86_64" in name or "cpython-311" in name]
