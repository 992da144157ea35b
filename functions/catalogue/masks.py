"""The mask of a call: one meaning at the API, a family's own on its wire.

White repaints. Of a mask with transparency the transparent parts repaint, as do an
image's own where no mask was sent. A mask is never resized unless the client says so.
"""

from dataclasses import replace
from typing import Protocol

from functions.catalogue.fitting import as_is
from functions.catalogue.grid import Size
from functions.catalogue.pictures import MaskRule
from functions.domain.errors import Fault
from functions.domain.input import Input, MaskForm
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.source import Findings, Flaw, Measured, Tones


class Tray(Protocol):
    """Where developed pictures lie."""

    inputs: dict[str, Input]
    lines: list[ReceiptLine]
    faults: list[Fault]


def add(rule: MaskRule, request: GenerationRequest, found: Findings, made: Tray) -> None:
    """Add the mask of a request to its pictures, or say what is wrong with it."""
    if fault := twice(rule, request):
        made.faults.append(fault)
        return
    words = rule.or_words in request.parameters
    image = found.get("image")
    if "mask" in request.pictures:
        finding = found.get("mask", Flaw("unmeasured", "the mask was not looked at"))
        if isinstance(finding, Flaw):
            made.faults.append(Fault("/mask", finding.code, finding.detail))
        elif isinstance(image, Measured):
            _sent(finding, image, rule, request, made)
    elif words or not isinstance(image, Measured):
        return
    elif rule.as_image_alpha and image.transparent:
        _from_image(image, rule, request, made)
    elif rule.required:
        made.faults.append(Fault("/mask", "required", _instead(rule)))


def twice(rule: MaskRule, request: GenerationRequest) -> Fault | None:
    """Return what is wrong where a region is said by a mask and in words."""
    if "mask" not in request.pictures or rule.or_words not in request.parameters:
        return None
    detail = f"send either mask or parameters.{rule.or_words}, not both"
    return Fault("/mask", "conflict", detail)


def _sent(
    mask: Measured, image: Measured, rule: MaskRule, request: GenerationRequest, made: Tray
) -> None:
    size, wanted = (mask.width, mask.height), (image.width, image.height)
    if size != wanted and not request.fit:
        detail = (
            f"{size[0]}x{size[1]}, but the image has {wanted[0]}x{wanted[1]}; send one of the "
            'same size, or "fit": "resize" to have it scaled'
        )
        made.faults.append(Fault("/mask", "mask_size", detail))
        return
    by_alpha = mask.transparent
    tones = _repainting(mask.alpha) if by_alpha and mask.alpha else mask.light
    fault = _empty(tones) or (None if request.fit else _grey(tones, rule))
    if fault:
        made.faults.append(fault)
        return
    form = MaskForm(rule.repaints, by_alpha, tones.between and not rule.grey)
    _lay("mask", mask, image, form, grey=rule.grey, made=made)


def _from_image(image: Measured, rule: MaskRule, request: GenerationRequest, made: Tray) -> None:
    tones = _repainting(image.alpha) if image.alpha else image.light
    fault = _empty(tones) or (None if request.fit else _grey(tones, rule))
    if fault:
        made.faults.append(replace(fault, pointer="/image"))
        return
    form = MaskForm(rule.repaints, by_alpha=True, sharp=tones.between and not rule.grey)
    _lay("image", image, image, form, grey=rule.grey, made=made)


def _lay(
    file: str, mask: Measured, of: Measured, form: MaskForm, *, grey: bool, made: Tray
) -> None:
    """Put the mask beside its image, which it follows wherever that is fitted."""
    image = made.inputs.get("image")
    if image is None:  # refused, and so is the request
        return
    size, wanted = (mask.width, mask.height), (of.width, of.height)
    done = image.fitting or as_is(wanted)
    done = replace(done, crop=_seen_in(done.crop, wanted, size))
    if done.scale != done.crop[2:] and not grey:
        form = replace(form, sharp=True)  # scaling makes grey of the sharpest edge
    place = (image.width, image.height)
    made.inputs["mask"] = Input(file, mask.sha256, *place, "png", done, mask=form)
    made.lines.append(_line(mask, made.inputs["mask"], image))


def _seen_in(box: tuple[int, int, int, int], size: Size, other: Size) -> tuple[int, int, int, int]:
    """Return a box of a picture of `size` in the pixels of one of another size."""
    if size == other:
        return box
    across, down = other[0] / size[0], other[1] / size[1]
    left, top = round(box[0] * across), round(box[1] * down)
    width, height = max(1, round(box[2] * across)), max(1, round(box[3] * down))
    return left, top, min(width, other[0] - left), min(height, other[1] - top)


def _line(found: Measured, made: Input, image: Input) -> ReceiptLine:
    sent, used = f"{found.width}x{found.height}", f"{made.width}x{made.height}"
    form = made.mask or MaskForm()
    where = "the image's transparent parts" if made.file == "image" else "its transparent parts"
    meaning = f"{where} repaint" if form.by_alpha else "white repaints"
    changed = [meaning] if form.by_alpha else []
    changed += ["scaled to the image"] if sent != used and image.fitting is None else []
    changed += ["fitted as the image"] if image.fitting else []
    changed += ["brought to pure black and white"] if form.sharp else []
    if made.file == "image":
        return ReceiptLine("mask", None, used, "defaulted", "; ".join(changed))
    changed += [f"from {found.oddity} to upright 8-bit"] if found.oddity else []
    if sent == used and not (form.sharp or image.fitting or found.oddity):
        return ReceiptLine("mask", sent, f"{used}, {meaning}", "applied")
    return ReceiptLine("mask", sent, f"{used}, {meaning}", "approximated", "; ".join(changed))


def _repainting(alpha: Tones | None) -> Tones:
    """Return the tones of a mask whose white is what was transparent."""
    known = alpha or Tones(255, 255, between=False)
    return Tones(255 - known.lightest, 255 - known.darkest, known.between)


def _empty(tones: Tones) -> Fault | None:
    if tones.lightest == 0:
        detail = "all black: nothing would be repainted; paint white what shall change"
        return Fault("/mask", "mask_black", detail)
    if tones.darkest == 255:
        detail = "all white: nothing would be kept; ask for image_to_image or text_to_image instead"
        return Fault("/mask", "mask_white", detail)
    return None


def _grey(tones: Tones, rule: MaskRule) -> Fault | None:
    if rule.grey or not tones.between:
        return None
    detail = (
        "has grey values, and the model takes pure black and white; "
        'or send "fit": "resize" to have it sharpened'
    )
    return Fault("/mask", "mask_grey", detail)


def _instead(rule: MaskRule) -> str:
    ways = ["a mask of the image's size, white where it shall be repainted"]
    if rule.as_image_alpha:
        ways.append("an image that is transparent there")
    if rule.or_words:
        ways.append(f"parameters.{rule.or_words}, which names it")
    return f"send {', or '.join(ways)}"
