import os
from pathlib import Path

import pytest

from infra.cache import ABANDONED, KEPT, Cache


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def write(tree: Path) -> None:
    (tree / "file").write_text("made")


def fail(_tree: Path) -> None:
    raise RuntimeError("half way")


def test_the_same_inputs_are_made_once(cache: Cache) -> None:
    first = cache.tree("core", ["a"], write)

    again = cache.tree("core", ["a"], fail)

    assert again == first


def test_other_inputs_are_made_anew(cache: Cache) -> None:
    assert cache.tree("core", ["a"], write) != cache.tree("core", ["b"], write)


def test_what_was_interrupted_is_not_taken_for_whole(cache: Cache) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        cache.tree("core", ["a"], fail)

    assert (cache.tree("core", ["a"], write) / "file").read_text() == "made"


def test_of_two_who_make_the_same_both_get_what_one_made(tmp_path: Path) -> None:
    ours, theirs = Cache(tmp_path), Cache(tmp_path)

    def write_while_another_finishes(tree: Path) -> None:
        write(tree)
        done = theirs.tree("core", ["b"], write)
        done.rename(done.with_name(ours_name := tree.name[1:].rpartition("-")[0]))
        (tmp_path / ours_name / "file").write_text("theirs")

    place = ours.tree("core", ["a"], write_while_another_finishes)

    assert (place / "file").read_text() == "theirs"


def test_files_carry_no_time_of_their_making(cache: Cache) -> None:
    place = cache.tree("core", ["a"], write)

    assert (place / "file").stat().st_mtime == 315_532_800


def test_only_the_newest_of_a_name_stay(cache: Cache, tmp_path: Path) -> None:
    for at in range(KEPT + 2):
        os.utime(cache.tree("core", [str(at)], write), (at, at))
    cache.tree("core-packages", ["a"], write)

    newest = cache.tree("core", ["newest"], write)

    assert newest.exists()
    assert len(list(tmp_path.glob("core-*"))) == KEPT + 1


def test_drafts_that_nobody_can_be_working_on_are_removed(cache: Cache, tmp_path: Path) -> None:
    old, young = tmp_path / ".core-old", tmp_path / ".core-young"
    old.mkdir()
    young.mkdir()
    os.utime(old, (0, young.stat().st_mtime - ABANDONED - 1))

    cache.tree("core", ["a"], write)

    assert young.exists()
    assert not old.exists()
