"""The stacks are synthesised again when, and only when, what they are made of changes."""

from pathlib import Path

import pytest

from local.sources import fingerprint, paths


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("app.py", "uv.lock", "infra/api.py", "functions/domain/money.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    return tmp_path


def test_the_same_sources_have_the_same_fingerprint(checkout: Path) -> None:
    assert fingerprint(checkout) == fingerprint(checkout)


@pytest.mark.parametrize("name", ["app.py", "uv.lock", "infra/api.py", "functions/domain/money.py"])
def test_a_changed_file_changes_it(checkout: Path, name: str) -> None:
    before = fingerprint(checkout)

    (checkout / name).write_text("2")

    assert fingerprint(checkout) != before


def test_a_renamed_file_changes_it(checkout: Path) -> None:
    before = fingerprint(checkout)

    (checkout / "infra/api.py").rename(checkout / "infra/door.py")

    assert fingerprint(checkout) != before


def test_tests_documents_and_caches_do_not(checkout: Path) -> None:
    before = fingerprint(checkout)

    for name in ("tests/test_it.py", "README.md", "functions/__pycache__/money.pyc"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text("new")

    assert fingerprint(checkout) == before


def test_everything_that_the_real_stacks_are_made_of_is_looked_at() -> None:
    seen = {path.name for path in paths()}

    assert {"app.py", "cdk.json", "uv.lock", "package-lock.json", "settings.py"} <= seen
