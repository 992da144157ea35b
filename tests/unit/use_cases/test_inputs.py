"""Pictures are kept with what was accepted, and with nothing else, whoever dies."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from functions.domain.errors import (
    BudgetExhausted,
    IdempotencyMismatch,
    InvalidRequest,
    Unavailable,
)
from functions.domain.source import Flaw, Source
from functions.domain.upload import LIFE, Upload, input_key, upload_key
from tests.samples import NOW, PRICE, ulid
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import TENANT, World

RAW = b"a mask"
INLINE = Source("inline", hashlib.sha256(RAW).hexdigest(), RAW)
UPLOADED = Source("upload", f"upl_{ulid(900)}")


def uploaded(world: World, tenant: str = TENANT, raw: bytes | None = b"an upload") -> Source:
    begun = Upload(tenant, ulid(900), "image/png", NOW, NOW + LIFE)
    world.records.begin_upload(begun)
    if raw is not None:
        world.store.objects[upload_key(tenant, begun.ulid)] = raw
    return UPLOADED


def painted(world: World) -> Source:
    accepted = world.accept()
    world.settle_down()
    return Source("image", world.image(accepted).id)


def kept_files(world: World) -> dict[str, bytes]:
    return {key: raw for key, raw in world.store.objects.items() if key.startswith("inputs/")}


def test_the_very_bytes_are_kept_wherever_they_came_from() -> None:
    world = World()
    image, upload = painted(world), uploaded(world)

    accepted = world.accept(pictures={"image": image, "mask": INLINE, "style_image": upload})

    whole = world.generation(accepted.ulid)
    assert kept_files(world) == {
        input_key(TENANT, accepted.ulid, "image"): world.store.objects[
            world.records.image(TENANT, *_place(image)).picture.key  # type: ignore[union-attr]
        ],
        input_key(TENANT, accepted.ulid, "mask"): RAW,
        input_key(TENANT, accepted.ulid, "style_image"): b"an upload",
    }
    assert [each.source.raw for each in whole.inputs] == [b"", b"", b""]
    assert whole.parents == world.image(accepted).parents == (image.id,)
    world.settle_down()
    world.audit()


def test_a_request_can_be_sent_again_as_its_record_has_it() -> None:
    world = World()
    image, upload = painted(world), uploaded(world)
    sent = {
        "prompt": "a lake",
        "image": {"image_id": image.id},
        "mask": {"data": "YSBtYXNr"},
        "style_image": {"upload_id": upload.id},
    }

    first = world.accept(
        pictures={"image": image, "mask": INLINE, "style_image": upload}, asked=sent
    )

    asked = world.generation(first.ulid).request
    assert asked == sent | {
        "mask": {"input_id": f"inp_{first.ulid}_mask"},
        "style_image": {"input_id": f"inp_{first.ulid}_style_image"},
    }
    del world.store.objects[upload_key(TENANT, ulid(900))]
    again = world.accept(
        pictures={
            "image": image,
            "mask": Source("input", asked["mask"]["input_id"]),
            "style_image": Source("input", asked["style_image"]["input_id"]),
        }
    )
    files = kept_files(world)
    for part in ("image", "mask", "style_image"):
        ours, theirs = (input_key(TENANT, each.ulid, part) for each in (first, again))
        assert files[ours] == files[theirs]


def test_each_of_several_images_can_be_sent_again() -> None:
    world = World()
    image, upload = painted(world), uploaded(world)
    sent: dict[str, Any] = {
        "images": [{"data": "YSBtYXNr"}, {"image_id": image.id}, {"upload_id": upload.id}]
    }

    accepted = world.accept(
        pictures={"image": INLINE, "image_2": image, "image_3": upload}, asked=sent
    )

    assert world.generation(accepted.ulid).request["images"] == [
        {"input_id": f"inp_{accepted.ulid}_image"},
        {"image_id": image.id},
        {"input_id": f"inp_{accepted.ulid}_image_3"},
    ]
    assert sent["images"][0] == {"data": "YSBtYXNr"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ends_at": NOW}, "upload_expired"),
        ({"tenant": "ten_b"}, "unknown_upload"),
        ({}, "upload_unfinished"),
    ],
)
def test_an_upload_that_cannot_be_used_says_why(change: dict[str, Any], code: str) -> None:
    world = World()
    begun = replace(Upload(TENANT, ulid(900), "image/png", NOW, NOW + LIFE), **change)
    world.records.begin_upload(begun)

    found = world.gather({"image": UPLOADED}).found["image"]

    assert isinstance(found, Flaw)
    assert found.code == code


def test_what_the_budget_refuses_leaves_nothing() -> None:
    world = World(limit=PRICE - 1)

    with pytest.raises(BudgetExhausted):
        world.accept(pictures={"image": INLINE})

    assert kept_files(world) == {}


def test_a_replay_leaves_what_the_first_one_kept_and_no_more() -> None:
    world = World()
    first = world.accept(pictures={"image": INLINE}, key="once")

    again = world.accept(pictures={"image": INLINE}, key="once")

    assert again.replayed
    assert list(kept_files(world)) == [input_key(TENANT, first.ulid, "image")]


def test_a_key_that_was_used_for_another_picture_is_refused_and_nothing_is_kept() -> None:
    world = World()
    first = world.accept(pictures={"image": INLINE}, key="once")

    with pytest.raises(IdempotencyMismatch):
        world.accept(pictures={"image": uploaded(world)}, key="once")

    assert list(kept_files(world)) == [input_key(TENANT, first.ulid, "image")]


def test_a_picture_that_changed_after_it_was_measured_is_refused_and_nothing_is_kept() -> None:
    world = World()
    upload = uploaded(world)
    world.gather = _swapping(world, world.gather)  # type: ignore[method-assign]

    with pytest.raises(InvalidRequest) as refused:
        world.accept(pictures={"mask": INLINE, "image": upload})

    assert [(each.pointer, each.code) for each in refused.value.faults] == [("/image", "changed")]
    assert kept_files(world) == {}
    assert world.records.budget(TENANT, "2026-11", world.limit).committed == 0


def test_where_nobody_knows_whether_it_was_written_the_caretaker_looks() -> None:
    world = World()
    world.records.refusals.append(Unavailable("perhaps"))
    with pytest.raises(Unavailable):
        world.accept(pictures={"image": INLINE})
    before = kept_files(world)

    world.settle_down()

    assert len(before) == 1
    assert kept_files(world) == {}


def test_kept_pictures_outlive_the_caretakers_look() -> None:
    world = World()
    accepted = world.accept(pictures={"image": INLINE})

    world.settle_down()

    assert list(kept_files(world)) == [input_key(TENANT, accepted.ulid, "image")]


def test_requests_without_pictures_owe_no_look() -> None:
    world = World()

    world.accept()

    assert {due.what for due in world.records.due_} == {"dispatch", "deadline"}


def test_the_door_may_die_at_any_step_of_keeping() -> None:
    pictures = {"image": INLINE, "mask": Source("inline", "x", b"another")}
    steps = killing(lambda cut: World().accept(pictures=pictures, cut=cut)).steps
    assert "before store.keep_input" in steps

    for at in range(len(steps)):
        world = World()
        killing(lambda cut, world=world: world.accept(pictures=pictures, cut=cut), at)
        world.settle_down()
        world.audit()


def test_a_deletion_that_was_cut_short_takes_the_kept_pictures_all_the_same() -> None:
    def accepted() -> tuple[World, str]:
        world = World()
        number = world.accept(pictures={"image": INLINE}, count=2).ulid
        world.deliver()
        return world, number

    world, number = accepted()
    steps = killing(lambda cut: world.delete(number, cut)).steps
    assert "before store.remove_inputs" in steps

    for at in range(len(steps)):
        world, number = accepted()
        killing(lambda cut, world=world, number=number: world.delete(number, cut), at)
        world.settle_down()
        world.audit()
        assert (kept_files(world) == {}) == bool(world.generation(number).deleted_at)


def test_canceling_leaves_the_kept_pictures() -> None:
    world = World()
    accepted = world.accept(pictures={"image": INLINE})

    world.cancel(accepted.ulid)
    world.settle_down()

    assert list(kept_files(world)) == [input_key(TENANT, accepted.ulid, "image")]


def _place(image: Source) -> tuple[str, int]:
    _, number, last = image.id.split("_")
    return number, int(last)


def _swapping(world: World, gather: Any) -> Any:
    def swap(*pictures: Any) -> Any:
        found = gather(*pictures)
        world.store.objects[upload_key(TENANT, ulid(900))] = b"something else"
        return found

    return swap
