"""Every task of every model that ended, on a stage that substitutes: mapped, or refused."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.counterparts import COUNTERPARTS, Counterpart
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.catalogue.substitute import replaced
from functions.domain.errors import Fault, InvalidRequest, ModelRetired
from functions.domain.prompt import Prompt
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import Source, Tones
from tests.unit.catalogue.table import asking, ends, found, policy_for, regions

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
NOVA = CATALOGUE["amazon.nova-canvas-v1:0"]
STRUCTURE = CATALOGUE["us.stability.stable-image-control-structure-v1:0"]
OREGON = policy_for(CORE, on_retired="substitute")
AMAZONS = [pytest.param(CATALOGUE[row], id=CATALOGUE[row].name) for row in (TITAN.id, NOVA.id)]

AMAZON: Mapping[tuple[str, str], tuple[str, str]] = {
    ("text_to_image", ""): ("stable-image-core", "text_to_image"),
    ("inpaint", "mask"): ("stable-image-inpaint", "inpaint"),
    ("inpaint", "mask_prompt"): ("stable-image-search-replace", "search_replace"),
    ("erase", "mask"): ("stable-image-erase-object", "erase"),
    ("erase", "mask_prompt"): ("", "/parameters/mask_prompt"),
    ("outpaint", "mask"): ("", "/mask"),
    ("outpaint", "mask_prompt"): ("", "/parameters/mask_prompt"),
    ("variation", ""): ("sd3-5-large", "image_to_image"),
    ("control_structure", ""): ("stable-image-control-structure", "control_structure"),
    ("color_guided", ""): ("", "/parameters/colors"),
    ("remove_background", ""): ("stable-image-remove-background", "remove_background"),
    ("virtual_try_on", "mask"): ("", "/reference_image"),
    ("virtual_try_on", "mask_prompt"): ("", "/reference_image"),
    ("virtual_try_on", "garment_class"): ("", "/reference_image"),
}
SDXLS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("text_to_image", ""): ("stable-image-core", "text_to_image"),
    ("image_to_image", ""): ("sd3-5-large", "image_to_image"),
    ("inpaint", "mask"): ("stable-image-inpaint", "inpaint"),
}
EXPECTED: Mapping[str, Mapping[tuple[str, str], tuple[str, str]]] = {
    "titan": AMAZON,
    "nova": AMAZON,
    "sdxl": SDXLS,
}
"""For each task and way to say its region: the model and its task, or the field refused."""

EDITS = [
    pytest.param(spec, task, region, id=f"{spec.name}-{task}-{region}".rstrip("-"))
    for spec in CATALOGUE.values()
    if spec.lifecycle.state == "retired"
    for task in spec.tasks
    for region in regions(spec, task)
]


def expected(spec: ModelSpec, task: str, region: str) -> tuple[str, str]:
    """Return what becomes of a task; of Stability's own first versions, the next one's."""
    if spec.family == "stability":
        following = CATALOGUE[spec.lifecycle.successor or ""]
        return following.name, task
    return EXPECTED[spec.family][task, region]


MAPPED = [each for each in EDITS if expected(*each.values)[0]]


def everything(spec: ModelSpec, task: str, region: str, **changes: Any) -> GenerationRequest:
    """Return a request that says all that a model takes for a task."""
    takes = spec.tasks[task]
    said: dict[str, Any] = {
        "parameters": {
            each.name: ends(each)[0]
            for each in takes.parameters
            if each.name not in ("mask_prompt", "garment_class")
        },
        "approximate": True,
    }
    if region in ("mask_prompt", "garment_class"):
        said["parameters"][region] = "upper_body" if region == "garment_class" else "the car"
    said |= {"negative_prompt": "people"} if takes.negative_prompt_limit else {}
    said |= {"seed": 0} if takes.seeded and not spec.seeds.zero_is_random else {}
    said |= {"size": takes.canvas.sizes[-1]} if takes.canvas else {}
    if region == "mask":
        said["pictures"] = {part: Source("inline", part) for part in _pictures(spec, task)}
    return asking(spec, task, **(said | changes))


def _pictures(spec: ModelSpec, task: str) -> list[str]:
    return [*(rule.part for rule in spec.tasks[task].pictures if rule.required), "mask"]


def made_of(request: GenerationRequest, policy: Policy = OREGON, **facts: Any) -> Plan:
    return plan(request, policy, spare_seed=7, found=found(request, **facts))


def refused(request: GenerationRequest, policy: Policy = OREGON, **facts: Any) -> list[Fault]:
    with pytest.raises(InvalidRequest) as refusal:
        made_of(request, policy, **facts)
    return list(refusal.value.faults)


def told(made: Plan) -> dict[str, ReceiptLine]:
    named = {line.name: line for line in made.receipt}
    assert len(named) == len(made.receipt)
    return named


@pytest.mark.parametrize(("spec", "task", "region"), EDITS)
def test_all_that_was_sent_is_in_the_receipt_once_or_what_cannot_be_is_named(
    spec: ModelSpec, task: str, region: str
) -> None:
    request = everything(spec, task, region)
    name, becomes = expected(spec, task, region)
    if not name:
        [fault] = [each for each in refused(request) if each.code == "no_counterpart"]
        assert fault.pointer == becomes
        assert f"{spec.title} ended on Bedrock" in fault.detail
        return

    made = made_of(request)

    assert (made.spec.name, made.task) == (name, becomes)
    assert {call.task for call in made.calls} == {becomes}
    lines = told(made)
    sent = {f"parameters.{each}": value for each, value in request.parameters.items()}
    sent |= {"model": spec.id} | ({"task": task} if becomes != task else {})
    sent |= {"seed": 0} if request.seed == 0 else {}
    sent |= {"size": "{}x{}".format(*request.size)} if request.size else {}
    sent |= {"negative_prompt": "people"} if request.negative_prompt else {}
    sent |= {"prompt": "a lake"} if request.prompt.compose() else {}
    assert {each: lines[each].requested for each in sent} == sent
    assert set(request.pictures) <= set(lines)
    assert all((line.status == "applied") == (not line.reason) for line in made.receipt)


@pytest.mark.parametrize(("spec", "task", "region"), MAPPED)
def test_what_is_used_is_what_a_request_for_the_successor_would_use(
    spec: ModelSpec, task: str, region: str
) -> None:
    name, becomes = expected(spec, task, region)
    request = everything(spec, task, region)

    made = made_of(request)

    first = made.calls[0]
    alone = replace(
        request,
        model=name,
        task=becomes,
        parameters=first.parameters,
        seed=first.seed,
        negative_prompt=first.negative_prompt,
        size=None if first.inputs else (first.width, first.height),
        output_format=first.output_format,
    )
    assert made_of(alone).calls == made.calls
    assert made_of(alone).prices == made.prices


@pytest.mark.parametrize(("spec", "task", "region"), MAPPED)
def test_without_leave_to_approximate_each_thing_lost_is_refused_by_its_name(
    spec: ModelSpec, task: str, region: str
) -> None:
    request = everything(spec, task, region)
    lost = {"/task"} if task == "variation" else set[str]()
    lost |= {
        f"/{line.name.replace('.', '/')}"
        for line in made_of(request).receipt
        if line.status == "approximated" and line.used is None
        if line.name != "parameters.control_mode"
    }

    strict = replace(request, approximate=False)

    if not lost:
        assert made_of(strict).spec is made_of(request).spec
        return
    assert lost <= {each.pointer for each in refused(strict) if each.code == "no_counterpart"}


@pytest.mark.parametrize("spec", AMAZONS)
def test_a_region_in_words_is_searched_and_replaced(spec: ModelSpec) -> None:
    made = made_of(asking(spec, "inpaint", parameters={"mask_prompt": "the car"}))

    assert made.calls[0].parameters["search_prompt"] == "the car"
    lines = told(made)
    line = lines["parameters.mask_prompt"]
    assert (line.requested, line.used, line.status) == ("the car", "the car", "approximated")
    assert line.reason == "search_prompt of stable-image-search-replace"
    assert "parameters.search_prompt" not in lines
    task = lines["task"]
    assert (task.requested, task.used, task.status) == ("inpaint", "search_replace", "approximated")


def test_swept_words_are_told_as_they_were_swept() -> None:
    words = ["the car", "the tree"]

    made = made_of(asking(TITAN, "inpaint", sweep={"mask_prompt": words}))

    line = told(made)["parameters.mask_prompt"]
    assert (line.requested, line.used, line.status) == (words, words, "approximated")
    assert [call.parameters["search_prompt"] for call in made.calls] == words


@pytest.mark.parametrize("spec", AMAZONS)
@pytest.mark.parametrize("prompt", ["", " \u200b"])
def test_inpainting_without_a_text_erases(spec: ModelSpec, prompt: str) -> None:
    request = replace(asking(spec, "inpaint"), prompt=Prompt(prompt.strip(" \u200b")))

    made = made_of(request)

    assert (made.spec.name, made.task) == ("stable-image-erase-object", "erase")
    assert made.calls[0].inputs["mask"].mask is not None


@pytest.mark.parametrize("spec", AMAZONS)
def test_words_that_name_what_is_taken_away_have_no_counterpart(spec: ModelSpec) -> None:
    request = asking(spec, "inpaint", parameters={"mask_prompt": "the car"}, prompt=Prompt(""))

    [fault] = refused(request)

    assert (fault.pointer, fault.code) == ("/parameters/mask_prompt", "no_counterpart")
    assert "send a mask, or say in the prompt" in fault.detail


@pytest.mark.parametrize("approximate", [False, True])
def test_a_region_said_twice_is_refused_as_before(approximate: bool) -> None:
    both = {"image": Source("inline", "image"), "mask": Source("inline", "mask")}
    request = replace(
        asking(TITAN, "inpaint", parameters={"mask_prompt": "the car"}),
        pictures=both,
        approximate=approximate,
    )

    assert ("/mask", "conflict") in {(each.pointer, each.code) for each in refused(request)}


def test_outpainting_is_refused_with_the_margins_to_send_and_then_mapped() -> None:
    [fault] = refused(asking(NOVA, "outpaint"))
    margins = {"left": 64, "down": 32}

    made = made_of(replace(asking(NOVA, "outpaint"), pictures=_image(), parameters=margins))

    assert "parameters.left, right, up or down" in fault.detail
    assert made.spec.name == "stable-outpaint"
    assert (made.calls[0].width, made.calls[0].height) == (1024 + 64, 1024 + 32)


def _image(*more: str) -> dict[str, Source]:
    return {part: Source("inline", part) for part in ("image", *more)}


@pytest.mark.parametrize(("similarity", "strength"), [(0.7, 0.3), (0.2, 0.8), (1, 0), (None, 0.3)])
def test_a_variation_is_an_image_to_image_of_the_opposite_strength(
    similarity: float | None, strength: float
) -> None:
    own = {} if similarity is None else {"similarity_strength": similarity}

    made = made_of(asking(TITAN, "variation", parameters=own, approximate=True))

    assert made.calls[0].parameters["strength"] == strength
    lines = told(made)
    if similarity is None:
        line = lines["parameters.strength"]
        assert (line.requested, line.used, line.status) == (None, 0.3, "defaulted")
        assert line.reason == "what titan-v2 took: similarity_strength 0.7"
    else:
        line = lines["parameters.similarity_strength"]
        assert (line.requested, line.used, line.status) == (similarity, strength, "approximated")


def test_a_variation_is_refused_to_who_wants_no_approximation() -> None:
    [fault] = refused(asking(TITAN, "variation", parameters={"similarity_strength": 0.5}))

    assert (fault.pointer, fault.code) == ("/task", "no_counterpart")
    assert "sd3-5-large does image_to_image: it starts from one image" in fault.detail
    assert '"approximate": true' in fault.detail


def test_a_likeness_that_nobody_knows_has_to_be_said() -> None:
    [fault] = refused(asking(NOVA, "variation", approximate=True))

    assert (fault.pointer, fault.code) == ("/parameters/strength", "required")


def test_a_variation_of_several_images_is_refused_by_their_names() -> None:
    request = asking(TITAN, "variation", approximate=True, pictures=_image("image_2", "image_3"))

    assert [each.pointer for each in refused(request)] == ["/image_2", "/image_3"]


def test_outlines_are_what_the_successor_keeps_to_and_segments_are_not() -> None:
    edges = asking(TITAN, "control_structure", parameters={"control_mode": "canny_edge"})
    segments = asking(TITAN, "control_structure", parameters={"control_mode": "segmentation"})

    made, [fault] = made_of(edges), refused(segments)

    line = told(made)["parameters.control_mode"]
    assert (line.requested, line.used, line.status) == ("canny_edge", None, "approximated")
    assert (fault.pointer, fault.code) == ("/parameters/control_mode", "no_counterpart")


def test_a_size_that_follows_from_the_image_there_is_refused_or_told() -> None:
    request = asking(TITAN, "control_structure", size=(512, 512))

    [fault], made = refused(request), made_of(replace(request, approximate=True))

    assert (fault.pointer, fault.code) == ("/size", "no_counterpart")
    line = told(made)["size"]
    assert (line.requested, line.used, line.status) == ("512x512", "1024x1024", "approximated")
    ratio = made_of(asking(TITAN, "control_structure", aspect_ratio="3:2", approximate=True))
    line = told(ratio)["aspect_ratio"]
    assert (line.requested, line.used) == ("3:2", "1024x1024")
    assert "size" not in told(ratio)


def test_what_the_ended_model_took_where_nothing_was_said_is_kept() -> None:
    made = made_of(asking(SDXL, "image_to_image"))

    assert made.calls[0].parameters["strength"] == 0.65
    line = told(made)["parameters.strength"]
    assert (line.requested, line.used, line.status) == (None, 0.65, "defaulted")
    assert line.reason == "what sdxl took: strength 0.65"


def test_a_parameter_that_means_the_same_there_is_applied() -> None:
    own = {"style_preset": "anime"}

    made = made_of(asking(SDXL, "inpaint", parameters=own))

    assert told(made)["parameters.style_preset"].status == "applied"
    assert made.calls[0].parameters["style_preset"] == "anime"


def test_pictures_are_judged_by_the_successor() -> None:
    request = asking(NOVA, "inpaint")
    wide = {"width": 2048, "height": 512}

    [fault] = refused(request, image=wide, mask=wide)

    assert (fault.pointer, fault.code) == ("/image", "unsupported_size")
    assert "from 1:2.5 to 2.5:1" in fault.detail


def test_a_grey_mask_is_fine_where_the_successor_takes_it() -> None:
    request, grey = asking(TITAN, "inpaint"), {"light": Tones(0, 255, between=True)}
    serving = policy_for(TITAN)

    assert refused(request, serving, mask=grey)[0].code == "mask_grey"
    form = made_of(request, mask=grey).calls[0].inputs["mask"].mask
    assert form
    assert (form.repaints, form.sharp) == ("white", False)


@pytest.mark.parametrize("spec", AMAZONS)
def test_a_stage_that_refuses_names_the_model_that_does_the_task(spec: ModelSpec) -> None:
    refusing = replace(OREGON, on_retired="refuse", region=spec.regions[0])
    by_words = asking(spec, "inpaint", parameters={"mask_prompt": "the car"})

    for request, words in (
        (asking(spec, "inpaint"), "Use us.stability.stable-image-inpaint-v1:0 instead"),
        (by_words, "us.stability.stable-image-search-replace-v1:0 for search_replace instead"),
        (asking(spec, "color_guided"), "nothing that lives keeps to a palette"),
        (asking(spec), f"Use {CORE.id} instead"),
    ):
        with pytest.raises(ModelRetired) as refusal:
            made_of(request, refusing)
        assert words in refusal.value.detail


def test_where_the_counterpart_does_not_run_the_model_is_retired() -> None:
    with pytest.raises(ModelRetired, match="stable-image-inpaint"):
        made_of(asking(NOVA, "inpaint"), replace(OREGON, region="eu-west-1"))


def test_a_counterpart_that_ended_too_is_followed_to_its_successor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = replace(STRUCTURE, id="us.newer", name="newer")
    ended = replace(
        STRUCTURE,
        lifecycle=replace(STRUCTURE.lifecycle, state="retired", successor=newer.id),
    )
    rows = {**CATALOGUE, STRUCTURE.id: ended, newer.id: newer}
    monkeypatch.setattr("functions.catalogue.lifecycle.CATALOGUE", rows)

    assert made_of(asking(TITAN, "control_structure")).spec is newer


def test_a_successor_that_does_the_task_itself_comes_before_every_counterpart() -> None:
    while_nova_lived = replace(
        OREGON, region="us-east-1", today=CATALOGUE[NOVA.id].lifecycle.legacy
    )
    first = CATALOGUE["amazon.titan-image-generator-v1"]
    own = {"cfg_scale": 5, "quality": "premium"}

    made = made_of(asking(first, "outpaint", parameters=own), while_nova_lived)

    assert made.spec is NOVA
    assert {told(made)[f"parameters.{name}"].status for name in own} == {"applied"}


def test_every_counterpart_lives_and_does_its_task() -> None:
    ways = [
        way
        for tasks in COUNTERPARTS.values()
        for each in tasks.values()
        for way in each
        if isinstance(way, Counterpart)
    ]

    assert ways
    for way in ways:
        row = CATALOGUE[way.model]
        assert row.lifecycle.state == "active"
        takes = {each.name for each in row.tasks[way.task].parameters}
        assert {each.name for each in way.renamed.values()} <= takes


@pytest.mark.parametrize(("spec", "task", "region"), EDITS)
def test_a_model_is_offered_for_the_tasks_that_are_mapped(
    spec: ModelSpec, task: str, region: str
) -> None:
    mapped = [expected(spec, task, each)[0] for each in regions(spec, task)]

    offered = any(mapped) or task == "outpaint"
    assert replaced(spec, OREGON, task) is offered
    assert not replaced(spec, replace(OREGON, on_retired="refuse"), task)
    assert replaced(spec, OREGON)
