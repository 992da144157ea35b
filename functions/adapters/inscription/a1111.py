"""AUTOMATIC1111's text of generation parameters, which most galleries read.

Prompt, `Negative prompt: …`, and one last line of `Key: value` pairs; a value
with a comma, a colon or a line break is quoted as JSON. There is no document
but its source: `modules/infotext_utils.py` (`quote`, `parse_generation_parameters`),
https://github.com/AUTOMATIC1111/stable-diffusion-webui, read in copies 2026-11-22.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from functions.domain.inscription import Inscription

NAMES = {
    "steps": "Steps",
    "sampler": "Sampler",
    "cfg_scale": "CFG scale",
    "strength": "Denoising strength",
}
"""Our parameters in its words; all others are spelled as its extensions do."""

LONGEST = 1 << 16
"""Characters that are read at most; prompts of those tools have a few hundred."""

FEWEST = 3
"""Pairs that make a last line one of parameters: its own rule."""

_NEGATIVE = "Negative prompt:"
_OURS = {word: name for name, word in NAMES.items()}
_SAID = ("Steps", "Sampler", "CFG scale", "Seed", "Size", "Model")
# Compiled when they are first used: whoever only writes, as a painter does, reads nothing.
_KEY = r"\w[\w \-/]*"
_SIZE = r"([1-9][0-9]{0,4})x([1-9][0-9]{0,4})"
_SEED = r"0|[1-9][0-9]{0,18}"
_WHOLE = r"-?(?:0|[1-9][0-9]{0,18})"
_DECIMAL = r"-?(?:0|[1-9][0-9]{0,9})\.[0-9]{1,15}"
_QUOTED = r' *+("(?:[^"\\]|\\.)*+")'
_UNPAIRED = "[\ud800-\udfff]"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"


def write(inscription: Inscription) -> str:
    """Return the text; a control character, which no reader expects, is a blank."""
    lines = [printable(inscription.prompt)]
    if inscription.negative_prompt:
        lines.append(f"{_NEGATIVE} {printable(inscription.negative_prompt)}")
    pairs = (f"{key}: {_quoted(value)}" for key, value in _pairs(inscription))
    return "\n".join([*lines, ", ".join(pairs)])


def read(text: str) -> Inscription | None:
    """Return what a text says, None if its last line is none of parameters."""
    if len(text) > LONGEST or re.search(_UNPAIRED, text):
        return None
    *lines, last = text.strip().replace("\r\n", "\n").split("\n")
    said = dict(_parsed(last))
    if len(said) < FEWEST or not any(key in said for key in _SAID):
        return None
    prompt, _, negative = "\n".join(["", *lines]).partition(f"\n{_NEGATIVE}")
    size = re.fullmatch(_SIZE, said.pop("Size", ""))
    seed = re.fullmatch(_SEED, said.pop("Seed", ""))
    return Inscription(
        source="a1111",
        prompt=prompt.strip(),
        negative_prompt=negative.strip() or None,
        seed=int(seed[0]) if seed else None,
        width=int(size[1]) if size else None,
        height=int(size[2]) if size else None,
        model=said.pop("Model", None),
        software=said.pop("Version", None),
        parameters={_name(key): _value(word) for key, word in said.items()},
    )


def _pairs(inscription: Inscription) -> Iterator[tuple[str, Any]]:
    """Yield the last line's pairs, in the order that its readers know."""
    parameters = dict(inscription.parameters)
    for name in ("steps", "sampler", "cfg_scale"):
        if name in parameters:
            yield NAMES[name], parameters.pop(name)
    if inscription.seed is not None:
        yield "Seed", inscription.seed
    if inscription.width and inscription.height:
        yield "Size", f"{inscription.width}x{inscription.height}"
    if inscription.model:
        yield "Model", inscription.model
    for name, value in parameters.items():
        words = printable(name).replace("_", " ").replace("\n", " ")
        yield NAMES.get(name, words.capitalize()), value
    yield "Version", inscription.software or "unknown"


def _quoted(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    plain = not any(mark in text for mark in ',:\n"') and text == text.strip()
    return printable(text if plain else json.dumps(text, ensure_ascii=False))


def _parsed(line: str) -> Iterator[tuple[str, str]]:
    """Yield a line's pairs; one look at each character, whatever it says."""
    at = 0
    while (colon := line.find(":", at)) >= 0:
        key = line[at:colon].rpartition(",")[2].strip()
        at, value = _valued(line, colon + 1)
        if re.fullmatch(_KEY, key):
            yield key, value


def _valued(line: str, at: int) -> tuple[int, str]:
    """Return where the value at `at` ends, and the value without its quotes."""
    if quoted := re.compile(_QUOTED).match(line, at):
        try:
            value = str(json.loads(quoted[1], strict=False))
        except ValueError:
            value = quoted[1]
        return quoted.end(), re.sub(_UNPAIRED, "\ufffd", value)
    comma = line.find(",", at)
    end = comma if comma >= 0 else len(line)
    return end + 1, line[at:end].strip()


def _name(key: str) -> str:
    return _OURS.get(key, re.sub(r"[ \-/]+", "_", key).lower())


def _value(word: str) -> Any:
    if re.fullmatch(_WHOLE, word):
        return int(word)
    return float(word) if re.fullmatch(_DECIMAL, word) else word


def printable(text: str) -> str:
    """Return a text whose control characters are blanks and whose lines end alike."""
    return re.sub(_CONTROL, " ", text.replace("\r\n", "\n").replace("\r", "\n"))
