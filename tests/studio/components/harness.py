"""A page with one component and what it answers; `?show=` names the component."""

import base64
import hashlib
import io

import streamlit as st
from PIL import Image, ImageDraw

st.set_page_config(page_title="Harness", layout="wide")
st.title("Harness")
st.html("<style>[data-testid=stHeader]{display:none}</style>")


def picture(width: int, height: int, *, hue: int = 0) -> bytes:
    """Paint a picture whose halves differ, so that a test can see which part is shown."""
    image = Image.new("RGB", (width, height), (hue, 90, 160))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height), fill=(hue, 160, 90))
    raw = io.BytesIO()
    image.save(raw, "PNG")
    return raw.getvalue()


def url(raw: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(raw).decode()


def answer(said: object) -> None:
    st.text(f"answer: {said!r}")


def show_pick() -> None:
    from studio.components.pick import Choice, pick

    count = st.number_input("count", 1, 9, 3)
    st.button("run again")
    pictures = [
        Choice(
            f"img_{n}",
            url(picture(96, 64, hue=n * 60)),
            f"Picture {n + 1}",
            badge=f"seed {n}",
            favourite=n == 1,
        )
        for n in range(int(count))
    ]
    answer(pick(pictures, key="pick", label="Pick the best", chosen="Best", ratio=1.5))


def show_mask() -> None:
    from studio.components.mask import paint_mask

    which = st.radio("picture", ["first", "second"], horizontal=True)
    language = st.radio("language", ["en", "ko"], horizontal=True)
    st.button("run again")
    if not st.checkbox("shown", value=True):
        return
    raw = picture(1283, 857, hue=0 if which == "first" else 200)
    said = {"mask.cover": "{percent} % is repainted"} if st.query_params.get("template") else {}
    mask = paint_mask(
        raw,
        image_id=which,
        key="mask",
        say=lambda word: said.get(word, f"{language}:{word}"),
        language=language,
    )
    answer(mask and hashlib.sha256(mask).hexdigest())
    if mask:
        st.download_button("mask", mask, "mask.png", "image/png", on_click="ignore")


def show_slider() -> None:
    from studio.components.slider import Placement, compare

    raw = picture(300, 200)
    if st.query_params.get("grown"):
        compare(
            raw,
            picture(500, 300, hue=200),
            key="slider",
            say=_say,
            placed=Placement(left=100, top=50),
        )
    else:
        compare(raw, picture(600, 400, hue=200), key="slider", say=_say)
    st.button("run again")


def show_margins() -> None:
    from studio.components.margins import drag_margins

    st.button("run again")
    margins = drag_margins(
        picture(600, 400),
        image_id="one",
        key="margins",
        most={"left": 2000, "right": 2000, "up": 300},
        say=_say,
    )
    answer(margins)


def _say(word: str) -> str:
    return {"slider.value": "{percent} % en", "margins.size": "{width} × {height}"}.get(
        word, f"en:{word}"
    )


{"pick": show_pick, "mask": show_mask, "slider": show_slider, "margins": show_margins}[
    st.query_params["show"]
]()
