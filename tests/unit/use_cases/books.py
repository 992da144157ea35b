"""The books of a world in memory: what was written down against what happened."""

import base64
import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from functions.domain.generation import Generation
from functions.domain.upload import input_key
from tests.samples import MONTH, TENANT

if TYPE_CHECKING:
    from tests.unit.use_cases.world import World


def audit(world: "World") -> None:
    """Hold that everything has ended, nothing is owed, and no file is missing or left."""
    check(world)
    assert all(image.terminal for image in world.records.images_.values())
    assert world.records.due_ == set()
    assert world.queue.messages == []
    _check_files(world)
    assert _keys(world, "inputs/") == _asked_with(world)
    _check_lineage(world)
    for whole in world.records.generations_.values():
        marked = [image.id for image in world.images(whole.ulid) if image.picked]
        assert marked == ([whole.picked] if whole.picked else [])


def check(world: "World") -> None:
    """Hold what must be so at every moment, whoever has just died."""
    check_money(world)
    assert _asked_with(world) <= _keys(world, "inputs/")
    _check_calls(world)


def check_money(world: "World") -> None:
    """Nothing was called that is not paid or reserved; the month is the sum."""
    images = list(world.records.images_.values())
    bills = Counter(world.model.bills)
    for image in images:
        surely, perhaps = bills[image.call.seed, "yes"], bills[image.call.seed, "unknown"]
        written = image.spent + image.unknown if image.terminal else image.reserved
        assert (surely + perhaps) * image.price <= written
        assert image.spent <= surely * image.price
        assert len(image.attempts) >= surely + perhaps
    held = sum(image.reserved for image in images if not image.terminal)
    budget = world.records.budget(TENANT, MONTH, world.limit)
    ended = [image for image in images if image.terminal]
    assert budget.spent == sum(image.spent for image in ended)
    assert budget.unknown == sum(image.unknown for image in ended)
    assert budget.reserved == held
    assert budget.committed <= world.limit
    for whole in world.records.generations_.values():
        mine = [image for image in ended if image.ulid == whole.ulid]
        assert whole.spent == sum(image.spent for image in mine)
        assert whole.unknown == sum(image.unknown for image in mine)
        assert whole.counts.total - whole.counts.pending == len(mine)


def _check_calls(world: "World") -> None:
    """Nothing was paid without its pictures, and with no others than were measured."""
    for call, pictures in zip(world.model.calls, world.model.pictures, strict=True):
        assert bool(call.inputs) == (call.task != "text_to_image")
        assert set(pictures) == set(call.inputs)
        for part, made in call.inputs.items():
            sent = base64.b64decode(pictures[part])
            raw = sent if made.as_it_is else sent.removeprefix(b"prepared ")
            assert (raw == sent) == made.as_it_is
            assert hashlib.sha256(raw).hexdigest() == made.sha256


def _check_files(world: "World") -> None:
    pictures = [image for image in world.records.images_.values() if image.published]
    asides = ("thumbs/", "archives/", "uploads/", "inputs/")
    kept = [key for key in world.store.objects if not key.startswith(asides)]
    assert sorted(kept) == sorted(image.picture.key for image in pictures if image.picture)
    shown = {f"thumbs/{TENANT}/{image.id}.webp" for image in pictures}
    assert _keys(world, "thumbs/") <= shown
    alive = {each.ulid for each in _alive(world)}
    assert {key.split("/")[2] for key in _keys(world, "archives/")} <= alive


def _check_lineage(world: "World") -> None:
    """Parent and child name each other, for as long as the child is there."""
    alive = {each.ulid: each for each in _alive(world)}
    shown = [image for image in world.records.images_.values() if image.published]
    shown = [image for image in shown if image.ulid in alive]
    for image in shown:
        assert image.parents == _sources(alive[image.ulid])
    for parent in world.records.images_.values():
        listed = world.records.children(TENANT, parent.id, limit=1000, after=None).items
        made = [image for image in shown if parent.id in _sources(alive[image.ulid])]
        assert {each.id for each in listed} == {each.id for each in made}


def _sources(whole: Generation) -> tuple[str, ...]:
    ids = [each.source.id for each in whole.inputs if each.source.origin == "image"]
    return tuple(dict.fromkeys(ids))


def _asked_with(world: "World") -> set[str]:
    """Return the keys of the pictures that living generations were asked with."""
    return {
        input_key(TENANT, whole.ulid, kept.file) for whole in _alive(world) for kept in whole.inputs
    }


def _alive(world: "World") -> list[Generation]:
    return [each for each in world.records.generations_.values() if not each.deleted_at]


def _keys(world: "World", prefix: str) -> set[str]:
    return {key for key in world.store.objects if key.startswith(prefix)}
