"""Every picture that a request names is found where its tenant has it, or told of."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.domain.image import Image
from functions.domain.input import Kept
from functions.domain.source import Flaw, Measured, Source
from functions.domain.upload import Upload, input_key, upload_key
from functions.use_cases.gather import Gathered, gather
from tests.fakes import FakeDarkroom, FakeRecords, FakeStore
from tests.samples import NOW, a_generation, a_picture, an_image, ulid

MINE = "ten_a"
RAW = b"a picture"
UPLOAD = Upload(MINE, ulid(9), "image/png", NOW, NOW + timedelta(hours=1))


class Cellar:
    """Records, files and a darkroom, with one of everything in them."""

    def __init__(self) -> None:
        kept = Kept("image", "png", 64, 64, len(RAW), "ab" * 32)
        generation = a_generation(inputs=(kept,))
        picture = a_picture(key="images/ten_a/1/00-a.png")
        self.image = an_image(status="succeeded", picture=picture)
        self.records = FakeRecords()
        self.records.generations_[MINE, generation.ulid] = generation
        self.records.uploads[MINE, UPLOAD.ulid] = UPLOAD
        self.put(self.image)
        self.store = FakeStore(
            {
                upload_key(MINE, UPLOAD.ulid): RAW,
                input_key(MINE, generation.ulid, "image"): RAW,
                picture.key: RAW,
            }
        )
        self.darkroom = FakeDarkroom(self.store)

    def put(self, image: Image) -> None:
        self.records.images_[MINE, image.ulid, image.number] = image

    def gather(self, source: Source, tenant: str = MINE) -> Gathered:
        pictures = {"image": source}
        return gather(pictures, tenant, self.records, self.darkroom, now=NOW)


EACH = [
    Source("upload", UPLOAD.id),
    Source("image", an_image().id),
    Source("input", f"inp_{ulid(1)}_image"),
    Source("inline", hashlib.sha256(RAW).hexdigest(), RAW),
]


@pytest.mark.parametrize("source", EACH, ids=lambda each: each.origin)
def test_a_picture_is_found_and_measured(source: Source) -> None:
    gathered = Cellar().gather(source)

    found = gathered.found["image"]
    assert isinstance(found, Measured)
    assert found.sha256 == hashlib.sha256(RAW).hexdigest()
    assert gathered.places["image"]


@pytest.mark.parametrize("source", EACH[:3], ids=lambda each: each.origin)
def test_another_tenants_picture_is_as_if_it_were_not_there(source: Source) -> None:
    cellar = Cellar()

    gathered = cellar.gather(source, tenant="ten_b")

    assert gathered.found["image"].code == f"unknown_{source.origin}"
    assert not gathered.places
    assert not cellar.darkroom.asked


@pytest.mark.parametrize("seconds", [0, 1])
def test_an_upload_cannot_be_used_once_it_expired_though_its_file_is_there(seconds: int) -> None:
    cellar = Cellar()
    past = replace(UPLOAD, ends_at=NOW - timedelta(seconds=seconds))
    cellar.records.uploads[MINE, UPLOAD.ulid] = past

    assert code(cellar.gather(EACH[0])) == "upload_expired"


def test_an_upload_that_was_never_finished_is_told_of_with_the_next_step() -> None:
    cellar = Cellar()
    cellar.store.objects.clear()

    gathered = cellar.gather(EACH[0])

    assert code(gathered) == "upload_unfinished"
    assert "POST the file" in gathered.found["image"].detail


@pytest.mark.parametrize("source", EACH[1:3], ids=lambda each: each.origin)
def test_a_file_that_is_past_its_retention_is_told_of(source: Source) -> None:
    cellar = Cellar()
    cellar.store.objects.clear()

    assert code(cellar.gather(source)) == "picture_expired"


@pytest.mark.parametrize("status", ["queued", "running", "filtered", "failed", "canceled"])
def test_an_image_without_a_picture_cannot_be_worked_on(status: str) -> None:
    cellar = Cellar()
    cellar.put(replace(cellar.image, status=status, picture=None))

    gathered = cellar.gather(EACH[1])

    assert code(gathered) == "no_picture"
    assert status in gathered.found["image"].detail


def test_what_was_deleted_cannot_be_used() -> None:
    cellar = Cellar()
    cellar.put(replace(cellar.image, erased=True))
    assert code(cellar.gather(EACH[1])) == "unknown_image"

    cellar = Cellar()
    gone = a_generation(deleted_at=NOW)
    cellar.records.generations_[MINE, gone.ulid] = gone
    assert code(cellar.gather(EACH[1])) == "unknown_image"
    assert code(cellar.gather(EACH[2])) == "unknown_input"


def test_a_part_that_was_not_kept_is_unknown() -> None:
    assert code(Cellar().gather(Source("input", f"inp_{ulid(1)}_mask"))) == "unknown_input"


def test_flaws_and_findings_stand_beside_each_other() -> None:
    cellar = Cellar()
    pictures = {"image": EACH[0], "mask": Source("upload", "upl_nonsense")}

    gathered = gather(pictures, MINE, cellar.records, cellar.darkroom, now=NOW)

    assert isinstance(gathered.found["image"], Measured)
    assert isinstance(gathered.found["mask"], Flaw)


def test_without_pictures_nobody_is_asked() -> None:
    cellar = Cellar()

    assert gather({}, MINE, cellar.records, cellar.darkroom, now=NOW) == Gathered()
    assert not cellar.darkroom.asked


def code(gathered: Gathered) -> str:
    found = gathered.found["image"]
    assert isinstance(found, Flaw)
    return found.code
