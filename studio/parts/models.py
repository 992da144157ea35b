"""Choose a model by what one wants of it, or by its name; see what it costs and supports."""

import streamlit as st
from easel_client import Model, Task

from studio import session
from studio.parts.price import dollars
from studio.words import say

INTENTS = ("fast", "balanced", "best")
NAMED = "named"
HOW, NAME = "model_how", "model_name"
BADGES = {
    "active": ("green", ":material/check_circle:"),
    "legacy": ("orange", ":material/schedule:"),
    "retired": ("gray", ":material/history:"),
}


def fill(name: str | None, *, task: str | None = None) -> None:
    """Put a request's model into the form: an intent, an id, a short name, or none.

    Args:
        name: As requests say it.
        task: Whose names alone are offered; None: the form that knows intents.
    """
    if task:
        row = next((each for each in session.models() if name in (each.id, each.name)), None)
        st.session_state[f"{NAME}_{task}"] = row and row.id
        return
    if name is None or name in INTENTS:
        st.session_state[HOW] = name or INTENTS[0]
        return
    found = next((each for each in session.models() if name in (each.id, each.name)), None)
    if found:
        st.session_state[HOW], st.session_state[NAME] = NAMED, found.id


def choose_model(task: str = "text_to_image", *, named: bool = False) -> tuple[str, Model]:
    """Draw the choice.

    Args:
        task: What the model shall do.
        named: Offer names only: what an intent means for a task that begins with a picture
            is known when there is one.

    Returns:
        The request's `model`, and the model that this means today.
    """
    rows = {each.id: each for each in session.models() if task in each.tasks and each.available}
    if named:
        asked = _by_name(rows, f"{NAME}_{task}")
        _card(rows[asked], task)
        return asked, rows[asked]
    st.session_state.setdefault(HOW, INTENTS[0])
    how = st.segmented_control(
        say("models.which"),
        [*INTENTS, NAMED],
        format_func=lambda each: say(f"models.{each}"),
        key=HOW,
        required=True,
        persist_state="session",
    )
    asked = _by_name(rows, NAME) if how == NAMED else str(how)
    model = rows[asked if how == NAMED else session.model_meant(asked, task)]
    _card(model, task)
    return asked, model


def _by_name(rows: dict[str, Model], key: str) -> str:
    if st.session_state.get(key) not in rows:
        st.session_state[key] = next(iter(rows))
    chosen = st.selectbox(
        say("models.name"),
        list(rows),
        format_func=lambda each: line(rows[each]),
        key=key,
        persist_state="session",
    )
    return str(chosen)


def line(model: Model) -> str:
    """Return a model in a line: its title, its price, and its end where it has one."""
    ended = "" if model.lifecycle.state == "active" else f" · {_state(model)}"
    return f"{model.title} · {prices(model)}{ended}"


def prices(model: Model) -> str:
    """Return what a picture costs, from the least to the most: `$0.40`, `$0.04–$0.08`."""
    known = sorted(set(model.price.per_image.values()))
    if not known:
        return say("models.price_unknown")
    least, most = known[0], known[-1]
    return dollars(least) if least == most else f"{dollars(least)}–{dollars(most)}"


def _state(model: Model) -> str:
    return say(f"models.{model.lifecycle.state}")


def _card(model: Model, task: str) -> None:
    colour, icon = BADGES[model.lifecycle.state]
    with st.container(border=True, gap="xsmall", key="model_card"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{model.title}**", width="content")
            st.badge(_state(model), color=colour, icon=icon)  # pyright: ignore
        each = say("models.each", price=prices(model))
        st.caption(f"{model.provider} · {each}")
        st.caption(facts(model, model.tasks[task]))
        if model.lifecycle.end_of_life:
            st.caption(say("models.ends", day=model.lifecycle.end_of_life))


def facts(model: Model, task: Task) -> str:
    """Return in a line what a model takes for a task."""
    said = [say("models.characters", count=f"{task.prompt_limit:,}")] if task.prompt_limit else []
    said.append(say("models.negative" if task.negative_prompt_limit else "models.no_negative"))
    if task.aspect_ratios:
        said.append(say("models.shapes", count=len(task.aspect_ratios)))
    own = len(task.parameters.get("properties", {}))
    if own:
        said.append(say("models.parameters", count=own))
    said.append(" / ".join(model.output_formats))
    return " · ".join(said)
