"""Where to start: prompts of the lab, and its ladder, which adds one element a step."""

from typing import Any

import streamlit as st

from studio.parts import prompt
from studio.words import say

PROMPTS: dict[str, dict[str, Any]] = {
    "landscape": {"description": "a beautiful mountain landscape"},
    "picasso": {"description": "a cat and a person", "style": "in the style of Picasso"},
    "butterfly": {
        "image_type": "photorealistic image",
        "description": "a vibrant and intricate butterfly resting on a flower",
        "details": ["taken with a Nikon D850", "105mm macro lens"],
    },
    "robot": {
        "image_type": "daguerreotype",
        "description": "robot and cowboy standing side-by-side, directly facing the camera",
        "style": "steampunk",
        "details": ["long shot", "sepia tone", "western town in the background"],
    },
    "calico": {
        "image_type": "photograph",
        "description": "a calico cat",
        "style": "cyberpunk",
        "details": [
            "long shot",
            "low-angle shot",
            "futuristic cityscape in the background",
            'neon sign on building "CALICO CORP"',
            "Epic, photorealistic, 4K",
        ],
    },
}

NEGATIVE = "bad anatomy, blurry"
RUNGS: list[tuple[str, dict[str, Any]]] = [
    ("subject", {"description": "a doctor"}),
    ("medium", {"image_type": "painting"}),
    ("style", {"style": "impressionist"}),
    ("shot", {"details": ["low-angle shot"]}),
    ("light", {"details": ["dim lighting"]}),
    ("colour", {"details": ["blue and purple color scheme"]}),
    ("lettering", {"details": ['sign reading "The Doctor is in"']}),
    ("negative", {"negative_prompt": NEGATIVE}),
]
"""The lab's ladder: what each step adds."""

RUNG = "ladder_rung"


def examples() -> None:
    """Draw the two ways to start, and the way back to an empty form."""
    with st.container(horizontal=True, gap="small", key="examples"):
        with st.popover(say("examples.prompts"), icon=":material/lightbulb:"):
            st.caption(say("examples.prompts_lead"))
            for name, parts in PROMPTS.items():
                st.button(
                    say(f"examples.{name}"),
                    key=f"example_{name}",
                    on_click=prompt.fill,
                    args=(parts,),
                    type="tertiary",
                    width="stretch",
                )
        with st.popover(say("examples.ladder"), icon=":material/stairs:"):
            _ladder()
        st.button(
            say("examples.clear"),
            key="example_clear",
            on_click=prompt.fill,
            args=({"image_type": "photograph"},),
            icon=":material/ink_eraser:",
            type="tertiary",
        )


def climbed(rung: int) -> dict[str, Any]:
    """Return the prompt after so many steps of the ladder, its negative prompt included."""
    reached: dict[str, Any] = {}
    for _, added in RUNGS[: rung + 1]:
        for name, value in added.items():
            reached[name] = reached.get(name, []) + value if name == "details" else value
    return reached


def _ladder() -> None:
    st.caption(say("examples.ladder_lead"))
    st.radio(
        say("examples.step"),
        range(len(RUNGS)),
        index=None,
        format_func=lambda rung: f"{rung + 1}. {say(f'examples.rung_{RUNGS[rung][0]}')}",
        captions=[_added(added) for _, added in RUNGS],
        key=RUNG,
        on_change=_climb,
        label_visibility="collapsed",
    )


def _added(added: dict[str, Any]) -> str:
    value = next(iter(added.values()))
    return f"+ {value[0] if isinstance(value, list) else value}"


def _climb() -> None:
    reached = climbed(st.session_state[RUNG])
    negative = reached.pop("negative_prompt", None)
    prompt.fill(reached, negative)
