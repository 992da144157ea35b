"""Start again from a picture: its prompt, its seed, or everything that made it.

Which picture, and what of it, stands in the address (`?reuse=img_…&what=prompt`), so any page
and any link can ask for it. A generation in the address of a new session is taken over too: a
reload in the middle of it finds the form as it was.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from easel_client import Generation, Image

from studio import session
from studio.parts import canvas, models, parameters, prompt

WHAT = ("prompt", "seed", "everything")
TASK = "text_to_image"
_HANDED = "reuse_request"


def ask(image_id: str, what: str) -> None:
    """Ask for it on the page Create itself; for a button's `on_click`."""
    st.query_params["reuse"], st.query_params["what"] = image_id, what


def hand_over(request: Mapping[str, Any]) -> None:
    """Give a request that no picture of ours stands for, as a file told it, to the page Create."""
    st.session_state[_HANDED] = dict(request)


def receive() -> None:
    """Put into the form what the address asks for; call it before the form is drawn."""
    if handed := st.session_state.pop(_HANDED, None):
        _fill(handed)
        return
    image_id = st.query_params.pop("reuse", None)
    what = st.query_params.pop("what", "everything")
    if image_id:
        image = session.easel().image(image_id)
        take(image, session.easel().generation(image.generation), what)
    elif "generation" in st.query_params and prompt.DESCRIPTION not in st.session_state:
        begun = session.easel().generation(st.query_params["generation"])
        if begun.images:
            take(begun.images[0], begun, "request")


def take(image: Image, begun: Generation, what: str) -> None:
    """Put what an image was made from into the form.

    Args:
        image: The picture.
        begun: Its generation, whose request has the prompt in parts.
        what: `prompt`, `seed`, `everything`, or `request`: everything, but the seed only if it
            was asked for.
    """
    if what != "seed":
        prompt.fill(prompt_of(image, begun.request), image.negative_prompt)
    if what in ("everything", "request"):
        _settings(begun)
    if what in ("seed", "everything") and image.seed is not None:
        canvas.fill({"seed": image.seed})


def prompt_of(image: Image, request: Mapping[str, Any]) -> str | Mapping[str, Any]:
    """Return an image's prompt in parts, or as text where a sweep made it of lists."""
    asked: str | Mapping[str, Any] = request.get("prompt") or image.prompt
    swept = not isinstance(asked, str) and any(
        isinstance(value, list) and name != "details" for name, value in asked.items()
    )
    return image.prompt if swept or request.get("sweep") else asked


def _fill(request: Mapping[str, Any]) -> None:
    """Fill the form from a request alone; what another task asks beside stays out."""
    prompt.fill(request.get("prompt") or "", request.get("negative_prompt"))
    if request.get("task", TASK) == TASK:
        asked = request.get("model")
        models.fill(asked)
        _parameters(request, asked)
    canvas.fill(request)


def _settings(begun: Generation) -> None:
    request = begun.request
    if begun.task == TASK:
        models.fill(request.get("model"))
        _parameters(request, begun.model.used)
    # What a request leaves out means one picture of the usual shape, not what the form has now.
    shape = {} if "size" in request else {"aspect_ratio": canvas.USUAL[0]}
    canvas.fill({"count": 1} | shape | dict(request))


def _parameters(request: Mapping[str, Any], model: str | None) -> None:
    used = next((each for each in session.models() if model in (each.id, each.name)), None)
    if used and TASK in used.tasks:
        parameters.clear(used.tasks[TASK].parameters, scope=used.name)
        parameters.fill(request.get("parameters", {}), scope=used.name)
