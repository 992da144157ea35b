"""Ready-made comparisons that make visible what a parameter does."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from studio import session
from studio.parts import axes as form
from studio.parts import models, origin, prompt
from studio.parts.sweep import MODEL, PICTURE, STRENGTH, WORDS, Axis
from studio.words import say


@dataclass(frozen=True)
class Lesson:
    """A comparison, and the models that can show it, best first; None: whichever."""

    prompt: dict[str, Any]
    axes: tuple[Axis, ...]
    models: tuple[str, ...] = ("fast",)
    task: str = WORDS


LAKE = {
    "image_type": "photograph",
    "description": "a mountain lake at dawn, a small red boat",
    "style": "cinematic",
}
LESSONS: dict[str, Lesson] = {
    "guidance": Lesson(
        LAKE, (Axis("cfg_scale", (2, 5, 9, 15)), Axis("steps", (10, 30, 50))), ("sdxl",)
    ),
    "seeds": Lesson(
        LAKE,
        (
            Axis("image_type", ("photograph", "watercolor painting", "ink wash painting")),
            Axis("seed", (1, 2, 3)),
        ),
    ),
    "strength": Lesson(
        LAKE | {"image_type": "watercolor painting", "style": ""},
        (Axis(STRENGTH, (0.2, 0.4, 0.6, 0.8)),),
        ("sd3-5-large", "stable-image-ultra", "sdxl"),
        PICTURE,
    ),
    "models": Lesson(LAKE, (Axis(MODEL, ("fast", "balanced", "best")),)),
}
SENTENCES = {
    ("cfg_scale", 2): "cfg_low",
    ("cfg_scale", 5): "cfg_some",
    ("cfg_scale", 9): "cfg_much",
    ("cfg_scale", 15): "cfg_high",
    (STRENGTH, 0.2): "strength_little",
    (STRENGTH, 0.4): "strength_some",
    (STRENGTH, 0.6): "strength_much",
    (STRENGTH, 0.8): "strength_most",
    ("steps", 10): "steps_few",
    ("steps", 30): "steps_usual",
    ("steps", 50): "steps_many",
}


def lessons() -> None:
    """Draw the lessons that the deployment's models can show."""
    here = {name for each in session.models() if each.available for name in (each.name, each.id)}
    with st.container(horizontal=True, gap="small", key="lessons"):
        for name, lesson in LESSONS.items():
            able = next((m for m in lesson.models if m in here or m in models.INTENTS), None)
            st.button(
                say(f"compare.lesson_{name}"),
                icon=":material/school:",
                help=say(f"compare.lesson_{name}_lead" if able else "compare.lesson_unable"),
                disabled=able is None,
                on_click=_start,
                args=(lesson, able),
                key=f"lesson_{name}",
            )


def sentences(axes: list[Axis]) -> list[tuple[Axis, Any, str]]:
    """Return what each value of a lesson shows."""
    found = [
        (axis, value, SENTENCES.get((axis.name, value))) for axis in axes for value in axis.values
    ]
    return [(axis, value, say(f"compare.{key}")) for axis, value, key in found if key]


def _start(lesson: Lesson, model: str) -> None:
    origin.fill(lesson.task)
    models.fill(model, task=None if lesson.task == WORDS else lesson.task)
    prompt.fill(lesson.prompt)
    form.fill(list(lesson.axes))
