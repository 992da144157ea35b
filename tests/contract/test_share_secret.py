"""The secret of share links: one for all, kept alike by DynamoDB and its twin."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from functions.domain.ports.records import Records
from functions.domain.ports.secrets import ShareSecret
from tests.contract.test_records import DISPATCH, painted
from tests.samples import LIMIT, an_accepted

Secrets = Callable[[], ShareSecret]


def test_whoever_asks_first_makes_it_and_all_get_the_same(share_secrets: Secrets) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: share_secrets().get(), range(16)))

    (secret,) = found
    assert len(secret) == 32
    assert share_secrets().get() == secret


def test_a_new_one_takes_the_place_of_the_old_one_for_all(share_secrets: Secrets) -> None:
    before = share_secrets().get()

    share_secrets().renew()

    after = share_secrets().get()
    assert after != before
    assert len(after) == 32
    assert share_secrets().get() == after


def test_a_secret_can_be_renewed_before_anybody_asked(share_secrets: Secrets) -> None:
    share_secrets().renew()

    assert share_secrets().get() == share_secrets().get()


def test_a_revocation_is_written_on_the_image(records: Records, tenant: str) -> None:
    generation, images = an_accepted(tenant=tenant)
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)
    image = painted(records, images[0])

    records.change(image, image.unshared(), limit=LIMIT)

    standing = records.image(tenant, image.ulid, 0)
    assert standing is not None
    assert (image.share_version, standing.share_version) == (0, 1)
    assert standing.picture == image.picture
