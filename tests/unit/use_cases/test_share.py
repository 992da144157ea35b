"""Share links: who may see what, until when."""

from datetime import timedelta

import pytest

from functions.domain.errors import LinkExpired, NotFound, WrongState
from functions.domain.image import Image
from functions.domain.ledger import Changed
from functions.domain.share import Share, seal
from functions.use_cases.request import Accepted
from functions.use_cases.share import revoke, share, shared
from tests.unit.use_cases.world import TENANT, World

SECRET, OTHER = b"s" * 32, b"o" * 32


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def accepted(world: World) -> Accepted:
    accepted = world.accept(count=2)
    while world.deliver():
        pass
    return accepted


def opened(world: World, token: str, secret: bytes = SECRET) -> Image:
    return shared(token, secret, world.records, now=world.now)


def test_a_token_opens_its_image_and_no_other(world: World, accepted: Accepted) -> None:
    tokens = [share(image, SECRET) for image in world.images(accepted.ulid)]

    assert [opened(world, token) for token in tokens] == world.images(accepted.ulid)


def test_sharing_writes_nothing_and_gives_the_same_again(world: World, accepted: Accepted) -> None:
    before = world.image(accepted)

    tokens = {share(world.image(accepted), SECRET) for _ in range(2)}

    assert len(tokens) == 1
    assert world.image(accepted) == before


def test_revoking_ends_every_token_of_the_image_and_of_no_other(
    world: World, accepted: Accepted
) -> None:
    first, second = world.images(accepted.ulid)
    old, others = share(first, SECRET), share(second, SECRET)
    timed = share(first, SECRET, expires_at=world.now + timedelta(hours=1))

    revoke(TENANT, first.id, world.records, limit=world.limit)

    for dead in (old, timed):
        with pytest.raises(NotFound):
            opened(world, dead)
    assert opened(world, others) == second


def test_after_revoking_a_new_token_opens_it_and_old_ones_never_do_again(
    world: World, accepted: Accepted
) -> None:
    tokens = []
    for _ in range(3):
        tokens.append(share(world.image(accepted), SECRET))
        revoke(TENANT, world.image(accepted).id, world.records, limit=world.limit)

    assert opened(world, share(world.image(accepted), SECRET)) == world.image(accepted)
    for token in tokens:
        with pytest.raises(NotFound):
            opened(world, token)


def test_a_revocation_is_written_on_what_somebody_else_changed(
    world: World, accepted: Accepted
) -> None:
    token = share(world.image(accepted), SECRET)
    world.records.refusals += [Changed("a"), Changed("b")]

    revoke(TENANT, world.image(accepted).id, world.records, limit=world.limit)

    with pytest.raises(NotFound):
        opened(world, token)


def test_a_note_does_not_bring_a_revoked_link_back(world: World, accepted: Accepted) -> None:
    token = share(world.image(accepted), SECRET)
    revoke(TENANT, world.image(accepted).id, world.records, limit=world.limit)

    world.note(world.image(accepted).id, favourite=True)

    with pytest.raises(NotFound):
        opened(world, token)


def test_nobody_else_revokes_it(world: World, accepted: Accepted) -> None:
    token = share(world.image(accepted), SECRET)

    with pytest.raises(NotFound):
        revoke("ten_b", world.image(accepted).id, world.records, limit=world.limit)

    assert opened(world, token) == world.image(accepted)


def test_a_token_names_its_tenant_so_that_anothers_image_is_not_found(
    world: World, accepted: Accepted
) -> None:
    token = seal(Share("ten_b", world.image(accepted).id, 0), SECRET)

    with pytest.raises(NotFound):
        opened(world, token)


@pytest.mark.parametrize("whole", [False, True])
def test_what_is_deleted_is_not_shown(whole: bool, world: World, accepted: Accepted) -> None:
    token = share(world.image(accepted), SECRET)

    if whole:
        world.delete(accepted.ulid)
    else:
        world.delete_image(world.image(accepted).id)

    with pytest.raises(NotFound):
        opened(world, token)


def test_a_token_for_a_time_ends_with_it(world: World, accepted: Accepted) -> None:
    ends = world.now.replace(microsecond=0) + timedelta(minutes=5)
    token = share(world.image(accepted), SECRET, expires_at=ends)

    world.now = ends - timedelta(microseconds=1)
    assert opened(world, token)
    world.now = ends
    with pytest.raises(LinkExpired):
        opened(world, token)


def test_one_that_was_revoked_does_not_tell_when_it_would_have_ended(
    world: World, accepted: Accepted
) -> None:
    token = share(world.image(accepted), SECRET, expires_at=world.now)
    revoke(TENANT, world.image(accepted).id, world.records, limit=world.limit)

    with pytest.raises(NotFound):
        opened(world, token)


def test_another_secret_s_token_opens_nothing_and_nothing_is_read_for_it(
    world: World, accepted: Accepted, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = share(world.image(accepted), SECRET)
    read: list[object] = []
    monkeypatch.setattr(world.records, "image", lambda *asked: read.append(asked))

    for forged in (token, "", "nonsense"):
        with pytest.raises(NotFound):
            opened(world, forged, OTHER)

    assert read == []


def test_what_has_no_picture_is_not_shared(world: World) -> None:
    waiting = world.image(world.accept())

    with pytest.raises(WrongState, match="queued"):
        share(waiting, SECRET)
    with pytest.raises(WrongState, match="queued"):
        revoke(TENANT, waiting.id, world.records, limit=world.limit)
