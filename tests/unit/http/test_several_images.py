"""Several images are one list to the client, and so are their faults."""

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.plan import plan
from functions.domain.errors import Fault, InvalidRequest
from functions.http.models import GenerationBody
from tests.goldens import measured, sent
from tests.unit.catalogue.table import policy_for

TITAN = CATALOGUE["amazon.titan-image-generator-v1"]


def a_variation(**pictures: object) -> GenerationBody:
    return GenerationBody.model_validate({"task": "variation", "model": "titan-v1", **pictures})


def pointers(body: GenerationBody, *faults: Fault) -> list[str]:
    with pytest.raises(InvalidRequest) as refusal, body.in_its_words():
        raise InvalidRequest.of(faults)
    return [fault.pointer for fault in refusal.value.faults]


def test_a_fault_of_one_of_several_images_is_named_by_its_place_in_the_list() -> None:
    body = a_variation(images=[{"data": sent("image", width=64, height=64)}] * 3)
    request = body.to_domain()
    found = {part: measured(part) for part in request.pictures}
    found["image_2"] = measured("image_2", format="webp")

    with pytest.raises(InvalidRequest) as refusal, body.in_its_words():
        plan(request, policy_for(TITAN), spare_seed=1, found=found)

    [fault] = refusal.value.faults
    assert fault.pointer == "/images/1"
    assert refusal.value.detail.startswith("/images/1: ")


def test_other_faults_keep_their_names() -> None:
    body = a_variation(images=[{"data": "AAAA"}])
    names = ["/images", "/images/1/data", "/mask", "/image_format", "", "/parameters/image_2"]
    faults = [Fault(name, "odd", "odd") for name in names]

    assert pointers(body, *faults, Fault("/image", "odd", "odd")) == [*names, "/images/0"]


def test_one_image_keeps_its_name() -> None:
    body = a_variation(image={"data": "AAAA"})

    assert pointers(body, Fault("/image", "odd", "odd")) == ["/image"]
