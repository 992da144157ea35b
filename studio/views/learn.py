"""The page `learn`: how a picture comes from words, and what each task and setting is for."""

from pathlib import Path

import streamlit as st

from studio.navigation import go
from studio.parts.heading import heading
from studio.words import say

PICTURES = Path(__file__).parents[1] / "static" / "learn"
"""Painted by `python -m operate.illustrations`."""

FRAMES = 6
LADDER = (
    "Doctor",
    "Painting of a doctor",
    "…, Impressionist style",
    "…, low-angle shot",
    "…, dim lighting",
    "…, blue and purple color scheme",
    '…, sign reading "The Doctor is in"',
)
"""The lab's, word for word; a prompt is English in every language."""

TASKS = (
    "image_to_image",
    "inpaint",
    "erase",
    "outpaint",
    "search_replace",
    "search_recolor",
    "remove_background",
    "control_structure",
    "control_sketch",
    "style_guide",
)


def show() -> None:
    """Draw the page."""
    heading(say("learn.title"), say("learn.lead"))
    names = ("how", "prompt", "settings", "tasks")
    how, prompt, settings, tasks = st.tabs([say(f"learn.tab_{name}") for name in names])
    with how:
        _how()
    with prompt:
        _prompt()
    with settings:
        _settings()
    with tasks:
        _tasks()
    st.caption(say("learn.made_here"))


def _how() -> None:
    _section("encode")
    _section("denoise")
    columns = st.columns(FRAMES)
    for frame, column in enumerate(columns):
        words = say("learn.frame", step=frame, steps=FRAMES - 1)
        column.image(_picture(f"denoise-{frame}"), caption=words, alt=words, width="stretch")
    st.caption(say("learn.illustration"))
    _section("decode")


def _prompt() -> None:
    _section("parts")
    _section("ladder")
    rungs = range(len(LADDER))
    rung = st.select_slider(
        say("learn.rungs"),
        rungs,
        format_func=lambda step: say(f"learn.rung_{step}"),
        key="learn_rung",
    )
    shown, words = st.columns([2, 3], vertical_alignment="center")
    whole = " ".join(LADDER[: rung + 1])
    shown.image(_picture(f"ladder-{rung}"), alt=whole, width="stretch")
    with words:
        for step in rungs[: rung + 1]:
            st.markdown(f"**{say(f'learn.rung_{step}')}**  \n`{LADDER[step]}`")
    _section("craft")


def _settings() -> None:
    _section("seed")
    for seed, column in enumerate(st.columns(4), start=1):
        words = f"{say('learn.seed')} {seed}"
        column.image(_picture(f"seed-{seed}"), caption=words, alt=words, width="stretch")
    _section("settings")
    if st.button(say("learn.try_compare"), icon=":material/grid_view:"):
        go("compare")


def _tasks() -> None:
    st.markdown(say("learn.tasks_text"))
    for first, second in zip(TASKS[::2], TASKS[1::2], strict=True):
        for task, column in zip((first, second), st.columns(2, gap="large"), strict=True):
            with column:
                _task(task)
    _section("more")


def _task(task: str) -> None:
    name = say(f"learn.{task}")
    st.subheader(name, anchor=False)
    before, after = st.columns(2)
    start = "sketch" if task == "control_sketch" else "lake"
    before.image(_picture(start), caption=say("learn.before"), alt=say("learn.before"))
    after.image(_picture(task), caption=say("learn.after"), alt=f"{say('learn.after')}: {name}")
    st.markdown(say(f"learn.{task}_text"))


def _section(name: str) -> None:
    st.subheader(say(f"learn.{name}"), anchor=False)
    st.markdown(say(f"learn.{name}_text"))


def _picture(name: str) -> bytes:
    return (PICTURES / f"{name}.webp").read_bytes()
