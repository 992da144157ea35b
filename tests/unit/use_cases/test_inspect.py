"""Inspecting: what a file says becomes a request that this deployment would accept."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue.plan import plan
from functions.domain.errors import InvalidRequest
from functions.domain.inscription import Header, Inscription, inscription_of
from functions.use_cases.inspect import Inspection, inspect
from tests.fakes import FakeInscriber
from tests.samples import CORE, a_call, an_image
from tests.unit.use_cases.world import POLICY

SDXL = "stability.stable-diffusion-xl-v1"
PNG = Header("png", 1344, 768, complete=True)
SERVING = replace(POLICY, on_retired="serve")
REFUSING = replace(POLICY, on_retired="refuse")


def ours(**changes: Any) -> Inscription:
    return inscription_of(an_image(call=a_call(**({"parameters": {}} | changes))))


def theirs(**changes: Any) -> Inscription:
    known: dict[str, Any] = {
        "source": "a1111",
        "prompt": "a cat",
        "negative_prompt": "dogs",
        "seed": 9,
        "width": 512,
        "height": 768,
        "model": "sd_xl_base_1.0",
        "parameters": {"steps": 20, "sampler": "Euler a", "cfg_scale": 7.5},
    }
    return Inscription(**(known | changes))


def inspected(inscription: Inscription | None, header: Header = PNG) -> Inspection:
    return inspect(b"picture", FakeInscriber(inscription, header), POLICY)


def test_our_own_file_becomes_the_request_that_made_it() -> None:
    found = inspected(ours())

    assert found.request is not None
    assert found.unmapped == ()
    assert plan(found.request, POLICY, spare_seed=5).calls == (a_call(parameters={}),)
    assert found.spec is not None
    assert found.spec.id == CORE


def test_a_size_and_parameters_come_back_where_the_model_takes_them() -> None:
    parameters = {"cfg_scale": 9.5, "steps": 20, "style_preset": "anime"}
    call = a_call(model=SDXL, width=1216, height=832, aspect_ratio=None, parameters=parameters)

    found = inspect(b"picture", FakeInscriber(inscription_of(an_image(call=call)), PNG), SERVING)

    assert found.request is not None
    assert (found.request.size, found.request.parameters) == ((1216, 832), parameters)
    assert (found.request.approximate, found.unmapped) == (False, ())


def test_the_files_format_is_asked_for_whether_the_model_makes_it_or_we_do() -> None:
    jpeg, webp = (inspected(ours(), replace(PNG, format=each)) for each in ("jpeg", "webp"))

    assert jpeg.request is not None
    assert webp.request is not None
    assert jpeg.request.output_format == "jpeg"
    assert (webp.request.output_format, webp.request.approximate) == ("webp", True)
    [told] = webp.unmapped
    assert (told.pointer, told.code) == ("/output_format", "approximated")
    assert told.detail == "painted as png, written as webp at quality 90"


def test_what_another_tool_wrote_is_mapped_as_far_as_it_goes() -> None:
    found = inspected(theirs())

    assert found.request is not None
    assert found.request.model is None
    assert found.request.seed == 9
    assert found.request.approximate
    left = {fault.pointer: fault.detail for fault in found.unmapped}
    assert set(left) == {
        "/model",
        "/size",
        "/parameters/steps",
        "/parameters/sampler",
        "/parameters/cfg_scale",
    }
    assert left["/size"] == "512x768 becomes 832x1216"
    assert "sd_xl_base_1.0" in left["/model"]


def test_a_retired_model_gives_way_to_the_stages_own() -> None:
    inscriber = FakeInscriber(ours(model=SDXL, aspect_ratio=None), PNG)

    found = inspect(b"picture", inscriber, REFUSING)

    assert found.request is not None
    assert found.request.model is None
    assert [fault.code for fault in found.unmapped] == ["model_retired"]
    assert found.spec is not None


@pytest.mark.parametrize("task", ["inpaint", "upscale_fast", "x" * 500])
def test_a_task_that_starts_from_pictures_cannot_be_asked_again(task: str) -> None:
    found = inspected(replace(ours(), task=task))

    assert found.request is None
    assert [fault.pointer for fault in found.unmapped] == ["/task"]
    assert found.inscription is not None


@pytest.mark.parametrize("prompt", ["", " \n", "x" * 10_001])
def test_without_a_prompt_that_fits_there_is_no_request(prompt: str) -> None:
    found = inspected(replace(ours(), prompt=prompt))

    assert found.request is None
    assert found.unmapped[-1].pointer == "/prompt"


@pytest.mark.parametrize("seed", [0, 2**40])
def test_a_seed_that_the_model_does_not_take_is_left_out(seed: int) -> None:
    found = inspected(ours(seed=seed))

    assert found.request is not None
    assert found.request.seed is None
    assert [fault.pointer for fault in found.unmapped] == ["/seed"]


def test_a_file_that_says_nothing_is_no_error() -> None:
    assert inspected(None) == Inspection(PNG)


def test_bytes_that_are_no_picture_are_refused() -> None:
    with pytest.raises(InvalidRequest, match="PNG, JPEG or WebP"):
        inspect(b"GIF89a", FakeInscriber(), POLICY)


WORDS = st.none() | st.text(max_size=12) | st.sampled_from(["sdxl", CORE, "fast", "16:9", "5:7"])


@given(
    st.builds(
        Inscription,
        prompt=st.text(max_size=20),
        source=st.sampled_from(["easel", "a1111"]),
        task=st.none() | st.just("text_to_image"),
        model=WORDS,
        negative_prompt=WORDS,
        seed=st.none() | st.integers(0, 2**64),
        width=st.none() | st.integers(0, 2**31),
        height=st.none() | st.integers(0, 2**31),
        aspect_ratio=WORDS,
        parameters=st.dictionaries(
            st.text(max_size=5) | st.sampled_from(["cfg_scale", "steps", "a/b~1"]),
            st.integers() | st.text(max_size=5) | st.booleans() | st.lists(st.integers()),
            max_size=4,
        ),
    ),
    st.sampled_from(["refuse", "serve"]),
)
def test_whatever_a_file_says_the_request_is_accepted_or_there_is_none(
    inscription: Inscription, on_retired: str
) -> None:
    policy = replace(POLICY, on_retired=on_retired)

    found = inspect(b"picture", FakeInscriber(inscription, PNG), policy)

    if found.request:
        assert plan(found.request, policy, spare_seed=1).calls
    else:
        assert found.unmapped
